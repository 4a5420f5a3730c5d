// SPDX-License-Identifier: MIT
// The transports that the contract suite is run against, and what their libraries can't do.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace apivideo::tests {

struct TransportKind {
    std::string name{};
    std::shared_ptr<HttpTransport> (*make)(const TransportOptions&){};
    bool connects_to_ipv6_addresses{true};
    /// Whether a socket is close-on-exec from the first, not only once a request has been sent on it.
    bool opens_sockets_close_on_exec{true};
    bool keeps_repeated_headers_apart{true};
    bool leaks_passwords_of_tunnels{false};
    /// Whether it can tell what arrives within a tunnel while no request is under way, and so may use one again.
    bool keeps_tunnels{true};
    /// Whether heads and chunks of any size take no more memory than a body may.
    bool bounds_heads_and_chunks{true};
};

/// What GoogleTest calls a kind.
inline std::ostream& operator<<(std::ostream& out, const TransportKind& kind) { return out << kind.name; }

[[nodiscard]] std::vector<TransportKind> transport_kinds();

}  // namespace apivideo::tests
