// SPDX-License-Identifier: MIT
// Host names that only the test's own program knows: getaddrinfo() of the program replaces the system's.
#pragma once

#include <string>
#include <vector>

namespace apivideo::tests {

/// While it lives, looking up name() blocks, and so does `slow-` with anything behind it; when it goes, these names
/// have no address. One at a time.
class SlowName {
  public:
    SlowName();
    SlowName(const SlowName&) = delete;
    SlowName& operator=(const SlowName&) = delete;
    ~SlowName();

    [[nodiscard]] static std::string name() { return "slow-name.invalid"; }
    /// Waits until @p count threads look one up. @return whether they do.
    [[nodiscard]] bool wait_for_look_ups(int count = 1) const;
    /// How many threads look one up now.
    [[nodiscard]] int running_look_ups() const;
};

/// While it lives, name() has these addresses, in this order. One at a time.
class FakeName {
  public:
    explicit FakeName(std::vector<std::string> addresses);
    FakeName(const FakeName&) = delete;
    FakeName& operator=(const FakeName&) = delete;
    ~FakeName();

    [[nodiscard]] static std::string name() { return "fake-name.invalid"; }
    /// How often it was looked up.
    [[nodiscard]] int look_ups() const;
};

}  // namespace apivideo::tests
