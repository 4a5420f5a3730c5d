// SPDX-License-Identifier: MIT
// One http_client per running exchange, so that what is observed on a connection belongs to that exchange.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/cpprest/tcp_socket.hpp"
#include "http/name_lookup.hpp"
#include "http/tls/tls_settings.hpp"
#include "http/url.hpp"

#include <cpprest/http_client.h>

#include <chrono>
#include <memory>
#include <string>

namespace apivideo::detail::cpprest {

/// What this library knows of a connection that cpprestsdk uses.
struct ConnectionWatch {
    TlsReport tls;
    TcpSocket unused;  ///< Until cpprestsdk takes it over.
    TcpSocket socket;  ///< A descriptor of our own: cpprestsdk closes its one whenever it likes.

    /// Makes cpprestsdk end what it does on the connection, in the thread that does it.
    void shut_down() const noexcept;
};

/// An http_client keeps connections, sends any method again if a kept one fails, and can take the response to one
/// request for that to another. Neither can happen with one http_client per exchange, which gets one connection and is
/// not reused after a failure.
struct Connection {
    std::string origin;
    std::shared_ptr<ConnectionWatch> watch;
    std::chrono::steady_clock::time_point open_by;  ///< The end of the time to connect; none once it is open.
    web::http::client::http_client client;

    [[nodiscard]] bool is_quiet() const noexcept;
};

/// Whether the request goes through a proxy's tunnel. On such a connection cpprestsdk does not report what arrives
/// while it is idle.
[[nodiscard]] bool is_tunnelled(const Url& url, const TransportOptions& options);

/// Host and port for the server to see: without the dot at the end of a rooted name, which is for the lookup alone.
[[nodiscard]] std::string authority_of(const Url& url);

/// Connects to the host of @p url or to the proxy; TLS begins with the first exchange.
/// @throws TransportException if that fails, or if @p context ends first.
[[nodiscard]] std::shared_ptr<Connection> open_connection(const Url& url, const TransportOptions& options,
                                                          const std::shared_ptr<const TlsSettings>& tls,
                                                          NameLookup& names, const CallContext& context);

}  // namespace apivideo::detail::cpprest
