// SPDX-License-Identifier: MIT
// How the options of a client are written to streams.
#include <apivideo/client_options.hpp>

#include "text/enumerators.hpp"

namespace apivideo {
namespace {

/// Empty for a value out of range.
const char* name_or_empty(Authentication authentication) noexcept {
    switch (authentication) {
        case Authentication::bearer:
            return "bearer";
        case Authentication::basic:
            return "basic";
    }
    return "";
}

}  // namespace

std::ostream& operator<<(std::ostream& stream, Authentication authentication) {
    return detail::write_enumerator(stream, name_or_empty(authentication), "Authentication", authentication);
}

}  // namespace apivideo
