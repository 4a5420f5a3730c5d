// SPDX-License-Identifier: MIT
// One http_client for one exchange at a time, so that what is seen on a connection belongs to that exchange.
#include "http/cpprest/connection.hpp"

#include "http/failures.hpp"
#include "http/idle_socket.hpp"
#include "http/option_checks.hpp"
#include "http/tls/system_trust.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace apivideo::detail::cpprest {
namespace {

using boost::asio::ip::tcp;
using TlsStream = boost::asio::ssl::stream<tcp::socket&>;

void look_at(tcp::socket& socket, ConnectionWatch& watch) {
    watch.reused = socket.is_open();
    if (watch.reused && !is_quiet(socket.native_handle())) throw StaleConnection{};
}

/// What has arrived may be in OpenSSL already, read along with what was waited for.
void look_at(TlsStream& stream, ConnectionWatch& watch) {
    SSL* const ssl = stream.native_handle();
    if (watch.reused && (SSL_has_pending(ssl) == 1 || BIO_ctrl_pending(SSL_get_rbio(ssl)) > 0)) throw StaleConnection{};
    look_at(stream.next_layer(), watch);
}

void watch_connections(web::http::client::http_client_config& config, const Url& url, bool tunnelled,
                       const std::shared_ptr<ConnectionWatch>& watch) {
    // A tunnel's handle may be of either kind, and nothing tells which.
    if (tunnelled) return;
    const bool is_tls = url.scheme == "https";
    config.set_nativehandle_options([watch, is_tls](web::http::client::native_handle handle) {
        if (is_tls) return look_at(*static_cast<TlsStream*>(handle), *watch);
        look_at(*static_cast<tcp::socket*>(handle), *watch);
    });
}

constexpr std::chrono::hours longest_patience{24};

std::chrono::seconds time_until(std::chrono::steady_clock::time_point deadline) {
    return std::chrono::ceil<std::chrono::seconds>(deadline - std::chrono::steady_clock::now());
}

/// Deadlines are ours: cpprestsdk's time-out closes sockets under the threads that read them, so it must never come
/// while anybody waits. But it is all that ends the opening of a tunnel, for which cpprestsdk cannot be cancelled.
std::chrono::seconds choose_patience(const Url& url, const TransportOptions& options,
                                     std::chrono::steady_clock::time_point deadline) {
    if (!is_tunnelled(url, options)) return longest_patience;
    return std::min<std::chrono::seconds>(longest_patience, time_until(deadline) + std::chrono::seconds{1});
}

void set_proxy(web::http::client::http_client_config& config, const Proxy& proxy, bool tunnelled) {
    const Url url = checked_proxy_url(proxy);
    web::web_proxy web_proxy{web::uri{url.origin()}};
    // cpprestsdk leaks the password whenever it uses it; where there is no tunnel, the request has it as a header.
    if (proxy.user_name && tunnelled) web_proxy.set_credentials({*proxy.user_name, proxy.password.value_or("")});
    config.set_proxy(web_proxy);
}

web::http::client::http_client_config configure(const Url& url, const TransportOptions& options,
                                                const std::shared_ptr<const TlsSettings>& tls,
                                                const std::shared_ptr<ConnectionWatch>& watch,
                                                std::chrono::seconds patience) {
    web::http::client::http_client_config config;
    config.set_max_redirects(0);
    config.set_request_compressed_response(false);
    config.set_validate_certificates(true);
    config.set_timeout(patience);
    config.set_tlsext_sni_enabled(
        std::any_of(url.host.begin(), url.host.end(), [](char c) { return c != '.' && (c < '0' || c > '9'); }));
    config.set_ssl_context_callback([tls, watch, url](boost::asio::ssl::context& context) {
        try {
            // cpprestsdk has what the environment says in it.
            if (!tls->knows_whom_to_trust()) trust_default_files(*context.native_handle());
            tls->apply(*context.native_handle(), url.host, watch->tls);
        } catch (const std::runtime_error& e) {
            throw transport_failure(TransportFailure::tls, url, e.what());
        }
    });
    watch_connections(config, url, is_tunnelled(url, options), watch);
    if (options.proxy) set_proxy(config, *options.proxy, is_tunnelled(url, options));
    return config;
}

/// Without the port where it is the scheme's own: cpprestsdk would name it in the Host header.
std::string base_of(const Url& url) {
    const bool usual = url.port == (url.scheme == "https" ? 443 : 80);
    return url.scheme + "://" + url.host + (usual ? "" : ':' + std::to_string(url.port));
}

}  // namespace

bool is_tunnelled(const Url& url, const TransportOptions& options) { return options.proxy && url.scheme == "https"; }

std::shared_ptr<Connection> open_connection(const Url& url, const TransportOptions& options,
                                            const std::shared_ptr<const TlsSettings>& tls,
                                            std::chrono::steady_clock::time_point deadline) {
    auto watch = std::make_shared<ConnectionWatch>();
    const std::chrono::seconds patience = choose_patience(url, options, deadline);
    return std::make_shared<Connection>(Connection{
        url.origin(), patience, watch, {web::uri{base_of(url)}, configure(url, options, tls, watch, patience)}});
}

std::chrono::seconds needed_patience(std::chrono::steady_clock::time_point deadline) {
    return std::min<std::chrono::seconds>(time_until(deadline), longest_patience);
}

}  // namespace apivideo::detail::cpprest
