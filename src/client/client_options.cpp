// SPDX-License-Identifier: MIT
// How the options of a client are written to streams.
#include <apivideo/client_options.hpp>

#include "text/enumerators.hpp"

namespace apivideo {

std::ostream& operator<<(std::ostream& stream, Authentication authentication) {
    constexpr detail::EnumeratorNames<Authentication, 2> names{"Authentication", {"bearer", "basic"}};
    return names.write(stream, authentication);
}

}  // namespace apivideo
