// SPDX-License-Identifier: MIT
// A file that is there as long as a test needs it.
#include "support/temporary_file.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace apivideo::tests {

TemporaryFile::TemporaryFile(std::string_view content)
    : path_{(std::filesystem::temp_directory_path() / "apivideo_test_XXXXXX").string()} {
    const int descriptor = ::mkstemp(path_.data());
    if (descriptor < 0) throw std::runtime_error{"no temporary file could be made"};
    ::close(descriptor);
    std::ofstream file{path_, std::ios::binary};
    file << content;
    if (!file.flush()) throw std::runtime_error{"the temporary file " + path_ + " cannot be written"};
}

TemporaryFile::~TemporaryFile() { ::unlink(path_.c_str()); }

}  // namespace apivideo::tests
