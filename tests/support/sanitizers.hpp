// SPDX-License-Identifier: MIT
// Whether the tests run under a sanitizer that sees what a test cannot help.
#pragma once

namespace apivideo::tests {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define APIVIDEO_TESTS_FIND_LEAKS
#endif
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define APIVIDEO_TESTS_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define APIVIDEO_TESTS_FIND_LEAKS
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define APIVIDEO_TESTS_SANITIZED
#endif

#ifdef APIVIDEO_TESTS_FIND_LEAKS
inline constexpr bool finds_leaks = true;
#else
inline constexpr bool finds_leaks = false;
#endif

/// Everything takes longer then, and more memory.
#ifdef APIVIDEO_TESTS_SANITIZED
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace apivideo::tests
