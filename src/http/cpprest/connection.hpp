// SPDX-License-Identifier: MIT
// One http_client per running exchange, so that what is observed on a connection belongs to that exchange.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/cpprest/descriptor.hpp"
#include "http/name_lookup.hpp"
#include "http/tls/tls_settings.hpp"
#include "http/url.hpp"

#include <cpprest/http_client.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace apivideo::detail::cpprest {

/// What this library knows of a connection that cpprestsdk uses. Thread-safe.
class ConnectionWatch {
  public:
    ConnectionWatch() {
        tls.on_handshake = [this] { keep_socket(); };
    }

    TlsReport tls;

    /// To be called when cpprestsdk is about to use a connection for the first time.
    /// @param descriptor of its socket, once it is open; null if cpprestsdk may take another socket in its place.
    /// @return false if it was called before: cpprestsdk has lost the connection and would send the request again.
    [[nodiscard]] bool begin(std::function<int()> descriptor);
    [[nodiscard]] bool has_begun() const;

    /// To be called in cpprestsdk's thread when the connection is open: keeps the socket from other programs and for
    /// shut_down().
    void keep_socket() noexcept;

    /// Makes cpprestsdk end what it does on the connection, in the thread that does it: now if the connection is open,
    /// else once it is. @return whether it is.
    bool shut_down() noexcept;

    /// Whether nothing has arrived since the last exchange, as far as is known.
    [[nodiscard]] bool is_quiet() const noexcept;

  private:
    mutable std::mutex mutex_;
    bool begun_{false};
    bool shut_down_{false};
    std::function<int()> descriptor_{};
    Descriptor socket_{};
};

/// An http_client keeps connections, sends any method again if a kept one fails, and can take the response to one
/// request for that to another. Neither can happen with one http_client per exchange, which gets one connection and is
/// not reused after a failure.
struct Connection {
    std::string origin;
    std::shared_ptr<ConnectionWatch> watch;
    std::chrono::steady_clock::time_point open_by;  ///< The end of the time to connect; none once it is open.
    web::http::client::http_client client;

    [[nodiscard]] bool is_quiet() const noexcept { return watch->is_quiet(); }
};

/// Whether the request goes through a proxy's tunnel. On such a connection cpprestsdk does not report what arrives
/// while it is idle.
[[nodiscard]] bool is_tunnelled(const Url& url, const TransportOptions& options);

/// Host and port for the server to see: without the dot at the end of a rooted name, which is for the lookup alone.
[[nodiscard]] std::string authority_of(const Url& url);

/// What cpprestsdk can connect to in turn to reach the server of @p url, or the proxy: its IPv4 addresses, or its name
/// if it has none.
/// @throws TransportException if it has no address, or if @p context ends first.
[[nodiscard]] std::vector<std::string> hosts_of(const Url& url, const TransportOptions& options, NameLookup& names,
                                                const CallContext& context);

/// Does not connect yet.
/// @param host one of hosts_of().
/// @param open_by when the connection must be open.
/// @param deadline of the first exchange.
[[nodiscard]] std::shared_ptr<Connection> make_connection(const Url& url, const TransportOptions& options,
                                                          const std::shared_ptr<const TlsSettings>& tls,
                                                          const std::string& host,
                                                          std::chrono::steady_clock::time_point open_by,
                                                          std::chrono::steady_clock::time_point deadline);

}  // namespace apivideo::detail::cpprest
