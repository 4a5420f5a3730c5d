// SPDX-License-Identifier: MIT
// Whether the tests run under a sanitizer that sees what a test cannot help.
#pragma once

namespace apivideo::tests {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool finds_leaks = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool finds_leaks = true;
#else
inline constexpr bool finds_leaks = false;
#endif
#else
inline constexpr bool finds_leaks = false;
#endif

}  // namespace apivideo::tests
