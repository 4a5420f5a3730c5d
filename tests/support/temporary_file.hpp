// SPDX-License-Identifier: MIT
// A file that is there as long as a test needs it.
#pragma once

#include <string>
#include <string_view>

namespace apivideo::tests {

class TemporaryFile {
  public:
    explicit TemporaryFile(std::string_view content);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
};

}  // namespace apivideo::tests
