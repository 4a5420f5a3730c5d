// SPDX-License-Identifier: MIT
// The transports that the contract suite is run against, and what their libraries can't do.
#include "http/transport_kinds.hpp"

#include <apivideo/http/cpprest_transport.hpp>
#include <apivideo/http/curl_transport.hpp>

namespace apivideo::tests {

std::vector<TransportKind> transport_kinds() {
    return {
#ifdef APIVIDEO_WITH_CPPREST
        {"cpprest", make_cpprest_transport, false, false, false, true, false, false},
#endif
#ifdef APIVIDEO_WITH_CURL
        {"curl", make_curl_transport, true, true, true, false, true, true},
#endif
    };
}

}  // namespace apivideo::tests
