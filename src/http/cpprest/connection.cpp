// SPDX-License-Identifier: MIT
// One http_client per running exchange, so that what is observed on a connection belongs to that exchange.
#include "http/cpprest/connection.hpp"

#include "http/failures.hpp"
#include "http/idle_socket.hpp"
#include "http/option_checks.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>

#include <algorithm>
#include <chrono>

namespace apivideo::detail::cpprest {
namespace {

using boost::asio::ip::tcp;
using TlsStream = boost::asio::ssl::stream<tcp::socket&>;

bool is_stale(tcp::socket& socket, ConnectionWatch& watch) {
    watch.reused = socket.is_open();
    return watch.reused && !is_quiet(socket.native_handle());
}

/// Unexpected data may be in OpenSSL's buffers already.
bool is_stale(TlsStream& stream, ConnectionWatch& watch) {
    SSL* const ssl = stream.native_handle();
    if (watch.reused && (SSL_has_pending(ssl) == 1 || BIO_ctrl_pending(SSL_get_rbio(ssl)) > 0)) return true;
    return is_stale(stream.next_layer(), watch);
}

/// Nothing is sent if the server closed the connection or wrote to it while it was idle.
void watch_connections(web::http::client::http_client_config& config, const Url& url,
                       const std::shared_ptr<ConnectionWatch>& watch) {
    config.set_nativehandle_options([watch, url](web::http::client::native_handle handle) {
        const bool stale = url.scheme == "https" ? is_stale(*static_cast<TlsStream*>(handle), *watch)
                                                 : is_stale(*static_cast<tcp::socket*>(handle), *watch);
        if (stale)
            throw transport_failure(TransportFailure::connection_closed, url, "the connection was closed while idle");
    });
}

constexpr std::chrono::hours max_timeout{24};

/// Only the deadline of the call should end it: cpprestsdk's timeout closes a socket while another thread reads it. But
/// cpprestsdk cannot cancel the opening of a tunnel, which only its timeout ends.
std::chrono::seconds tunnel_timeout(std::chrono::steady_clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(deadline - std::chrono::steady_clock::now());
    return std::min<std::chrono::seconds>(max_timeout, left + std::chrono::seconds{1});
}

void set_proxy(web::http::client::http_client_config& config, const Proxy& proxy, bool tunnelled) {
    const Url url = checked_proxy_url(proxy);
    web::web_proxy web_proxy{web::uri{url.origin()}};
    // cpprestsdk leaks the password whenever it uses it. Without a tunnel the request has it in a header instead.
    if (proxy.user_name && tunnelled) web_proxy.set_credentials({*proxy.user_name, proxy.password.value_or("")});
    config.set_proxy(web_proxy);
}

web::http::client::http_client_config configure(const Url& url, const TransportOptions& options,
                                                const std::shared_ptr<const TlsSettings>& tls,
                                                const std::shared_ptr<ConnectionWatch>& watch,
                                                std::chrono::steady_clock::time_point deadline) {
    const bool tunnelled = is_tunnelled(url, options);
    web::http::client::http_client_config config;
    config.set_max_redirects(0);
    config.set_request_compressed_response(false);
    config.set_validate_certificates(true);
    config.set_timeout(tunnelled ? tunnel_timeout(deadline) : max_timeout);
    config.set_tlsext_sni_enabled(
        std::any_of(url.host.begin(), url.host.end(), [](char c) { return c != '.' && (c < '0' || c > '9'); }));
    config.set_ssl_context_callback([tls, watch, url](boost::asio::ssl::context& context) {
        tls->apply(*context.native_handle(), url, watch->tls);
    });
    // A tunnel's handle may be of either type, and cpprestsdk does not say which.
    if (!tunnelled) watch_connections(config, url, watch);
    if (options.proxy) set_proxy(config, *options.proxy, tunnelled);
    return config;
}

}  // namespace

bool is_tunnelled(const Url& url, const TransportOptions& options) { return options.proxy && url.scheme == "https"; }

std::shared_ptr<Connection> open_connection(const Url& url, const TransportOptions& options,
                                            const std::shared_ptr<const TlsSettings>& tls,
                                            std::chrono::steady_clock::time_point deadline) {
    auto watch = std::make_shared<ConnectionWatch>();
    return std::make_shared<Connection>(
        Connection{url.origin(),
                   watch,
                   {web::uri{url.origin_without_default_port()}, configure(url, options, tls, watch, deadline)}});
}

}  // namespace apivideo::detail::cpprest
