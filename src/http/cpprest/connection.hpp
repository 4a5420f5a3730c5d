// SPDX-License-Identifier: MIT
// One http_client per running exchange, so that what is observed on a connection belongs to that exchange.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/tls/tls_settings.hpp"
#include "http/url.hpp"

#include <cpprest/http_client.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace apivideo::detail::cpprest {

/// What cpprestsdk's hooks observe on a connection.
struct ConnectionWatch {
    TlsReport tls;
    std::atomic<bool> reused{false};  ///< Whether it carried an exchange before.
};

/// An http_client keeps connections, sends any method again if a kept one fails, and can take the response to one
/// request for that to another. Neither can happen with one http_client per exchange that is not reused after a
/// failure.
struct Connection {
    std::string origin;
    std::shared_ptr<ConnectionWatch> watch;
    web::http::client::http_client client;

    /// Only known when the connection is used again.
    [[nodiscard]] bool is_quiet() const noexcept { return true; }
};

/// Whether the request goes through a proxy's tunnel. On such a connection cpprestsdk does not report what arrives
/// while it is idle.
[[nodiscard]] bool is_tunnelled(const Url& url, const TransportOptions& options);

/// @param deadline of the first exchange.
[[nodiscard]] std::shared_ptr<Connection> open_connection(const Url& url, const TransportOptions& options,
                                                          const std::shared_ptr<const TlsSettings>& tls,
                                                          std::chrono::steady_clock::time_point deadline);

}  // namespace apivideo::detail::cpprest
