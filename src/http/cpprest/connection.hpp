// SPDX-License-Identifier: MIT
// One http_client for one exchange at a time, so that what is seen on a connection belongs to that exchange.
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

/// Thrown before anything is sent on a connection that the server has closed or written to while it was idle.
struct StaleConnection {};

/// What cpprestsdk's hooks find out about the connection in use.
struct ConnectionWatch {
    TlsReport tls;
    std::atomic<bool> reused{false};  ///< Whether it carried an exchange before.
};

/// cpprestsdk keeps connections in each http_client, sends any method twice where a kept one fails, and takes answers
/// to earlier requests for those of later ones. With an http_client to each exchange, and none kept after anything
/// unclean, neither can happen.
struct Connection {
    std::string origin;
    std::chrono::seconds patience;  ///< How long cpprestsdk waits for something to happen.
    std::shared_ptr<ConnectionWatch> watch;
    web::http::client::http_client client;
};

/// Whether it goes through a proxy that does not see what is sent. cpprestsdk does not tell what arrives on such a
/// connection while it is idle.
[[nodiscard]] bool is_tunnelled(const Url& url, const TransportOptions& options);

/// @param deadline of the first exchange.
[[nodiscard]] std::shared_ptr<Connection> open_connection(const Url& url, const TransportOptions& options,
                                                          const std::shared_ptr<const TlsSettings>& tls,
                                                          std::chrono::steady_clock::time_point deadline);

/// How patient a connection has to be for a call with this deadline.
[[nodiscard]] std::chrono::seconds needed_patience(std::chrono::steady_clock::time_point deadline);

}  // namespace apivideo::detail::cpprest
