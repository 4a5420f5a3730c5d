// SPDX-License-Identifier: MIT
// A folder that is there as long as a test needs it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace apivideo::tests {

class TemporaryFolder {
  public:
    TemporaryFolder() : path_{(std::filesystem::temp_directory_path() / "apivideo_test_XXXXXX").string()} {
        if (!::mkdtemp(path_.data())) throw std::runtime_error{"no temporary folder could be made"};
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }

    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
};

}  // namespace apivideo::tests
