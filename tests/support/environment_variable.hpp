// SPDX-License-Identifier: MIT
// A variable that a test sets in its environment, and that is as it was before once the test ends in whatever way.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace apivideo::tests {

class EnvironmentVariable {
  public:
    EnvironmentVariable(std::string name, const std::string& value) : name_{std::move(name)} {
        if (const char* before = std::getenv(name_.c_str())) before_ = before;
        ::setenv(name_.c_str(), value.c_str(), 1);
    }
    EnvironmentVariable(const EnvironmentVariable&) = delete;
    EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;
    ~EnvironmentVariable() {
        if (before_)
            ::setenv(name_.c_str(), before_->c_str(), 1);
        else
            ::unsetenv(name_.c_str());
    }

  private:
    const std::string name_;
    std::optional<std::string> before_{};
};

}  // namespace apivideo::tests
