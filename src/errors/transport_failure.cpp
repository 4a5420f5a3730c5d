// SPDX-License-Identifier: MIT
// The names of the failures.
#include <apivideo/transport_failure.hpp>

#include "text/enumerators.hpp"

namespace apivideo {
namespace {

/// Empty for a value out of range.
const char* name_or_empty(TransportFailure failure) noexcept {
    switch (failure) {
        case TransportFailure::resolve:
            return "resolve";
        case TransportFailure::connect:
            return "connect";
        case TransportFailure::tls:
            return "tls";
        case TransportFailure::proxy:
            return "proxy";
        case TransportFailure::timeout:
            return "timeout";
        case TransportFailure::cancelled:
            return "cancelled";
        case TransportFailure::connection_closed:
            return "connection_closed";
        case TransportFailure::truncated:
            return "truncated";
        case TransportFailure::too_large:
            return "too_large";
        case TransportFailure::protocol:
            return "protocol";
        case TransportFailure::invalid_request:
            return "invalid_request";
        case TransportFailure::other:
            return "other";
    }
    return "";
}

}  // namespace

const char* to_string(TransportFailure failure) noexcept {
    const char* const name = name_or_empty(failure);
    return *name ? name : "unknown";
}

std::ostream& operator<<(std::ostream& stream, TransportFailure failure) {
    return detail::write_enumerator(stream, name_or_empty(failure), "TransportFailure", failure);
}

}  // namespace apivideo
