// SPDX-License-Identifier: MIT
// A host name whose look-up never ends, without a network: getaddrinfo() of the test's program stands before the
// system's.
#pragma once

#include <string>

namespace apivideo::tests {

/// While it lives, looking up name() blocks; when it goes, the name has no address. One at a time.
class SlowName {
  public:
    SlowName();
    SlowName(const SlowName&) = delete;
    SlowName& operator=(const SlowName&) = delete;
    ~SlowName();

    [[nodiscard]] static std::string name() { return "slow.invalid"; }
    /// Waits until somebody looks it up. @return whether somebody did.
    [[nodiscard]] bool wait_for_look_up() const;
};

}  // namespace apivideo::tests
