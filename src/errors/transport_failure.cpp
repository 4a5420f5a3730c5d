// SPDX-License-Identifier: MIT
// The names of the failures.
#include <apivideo/transport_failure.hpp>

#include "text/enumerators.hpp"

namespace apivideo {
namespace {

constexpr detail::EnumeratorNames<TransportFailure, 12> failures{
    "TransportFailure",
    {"resolve", "connect", "tls", "proxy", "timeout", "cancelled", "connection_closed", "truncated", "too_large",
     "protocol", "invalid_request", "other"}};

}  // namespace

const char* to_string(TransportFailure failure) noexcept {
    const std::string_view name = failures.of(failure);
    return name.empty() ? "unknown" : name.data();
}

std::ostream& operator<<(std::ostream& stream, TransportFailure failure) { return failures.write(stream, failure); }

}  // namespace apivideo
