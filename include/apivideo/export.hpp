// SPDX-License-Identifier: MIT
/// @file
/// @brief What is visible outside the library.
#pragma once

/// Marks what is visible outside the library.
#define APIVIDEO_EXPORT __attribute__((visibility("default")))
