// SPDX-License-Identifier: MIT
/// @file
/// @brief What is visible outside the library.
#pragma once

/// Marks what is visible outside the library.
#if !defined(_WIN32) && !defined(__CYGWIN__)
#define APIVIDEO_EXPORT __attribute__((visibility("default")))
#else
#define APIVIDEO_EXPORT
#endif
