// SPDX-License-Identifier: MIT
// What the programs check with: they have no test framework, as their authors would not.
#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program where @p condition does not hold, and says which.
#define EXPECT(condition)                                                                       \
    do {                                                                                        \
        if (!(condition)) {                                                                     \
            std::fprintf(stderr, "%s:%d: %s: does not hold\n", __FILE__, __LINE__, #condition); \
            std::exit(1);                                                                       \
        }                                                                                       \
    } while (false)
