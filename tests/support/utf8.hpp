// SPDX-License-Identifier: MIT
// Characters by their numbers, for tests of what is done with them.
#pragma once

#include <string>

namespace apivideo::test_support {

/// Calls @p use with each character that there is and its UTF-8, in order. Surrogates are no characters.
template <class Use>
void for_each_character(const Use& use) {
    const auto continuation = [](char32_t code, int shift) {
        return static_cast<char>(0x80U | ((code >> shift) & 0x3fU));
    };
    for (char32_t code = 0; code <= 0x10ffff; code += code == 0xd7ff ? 0x801 : 1) {
        const auto lead = [&](unsigned marker, int shift) { return static_cast<char>(marker | (code >> shift)); };
        if (code < 0x80)
            use(code, std::string{lead(0, 0)});
        else if (code < 0x800)
            use(code, std::string{lead(0xc0, 6), continuation(code, 0)});
        else if (code < 0x10000)
            use(code, std::string{lead(0xe0, 12), continuation(code, 6), continuation(code, 0)});
        else
            use(code,
                std::string{lead(0xf0, 18), continuation(code, 12), continuation(code, 6), continuation(code, 0)});
    }
}

}  // namespace apivideo::test_support
