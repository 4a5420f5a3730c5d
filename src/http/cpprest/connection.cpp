// SPDX-License-Identifier: MIT
// One http_client per running exchange, so that what is observed on a connection belongs to that exchange.
#include "http/cpprest/connection.hpp"

#include "http/failures.hpp"
#include "http/idle_socket.hpp"
#include "http/option_checks.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

namespace apivideo::detail::cpprest {
namespace {

using boost::asio::ip::tcp;
using TlsStream = boost::asio::ssl::stream<tcp::socket&>;

/// Unexpected data may be in OpenSSL's buffers already.
bool has_buffered(TlsStream& stream) {
    SSL* const ssl = stream.native_handle();
    return SSL_has_pending(ssl) == 1 || BIO_ctrl_pending(SSL_get_rbio(ssl)) > 0;
}
bool has_buffered(const tcp::socket&) { return false; }

void name_server(TlsStream& stream, const Url& url) {
    const std::string name{url.server_name()};
    if (!is_ip_address(name)) SSL_set_tlsext_host_name(stream.native_handle(), name.c_str());
}
void name_server(const tcp::socket&, const Url&) {}

/// Refuses a connection that was closed or written to while it was idle, and a second one.
template <class Stream>
void prepare(Stream& stream, ConnectionWatch& watch, const Url& url, bool has_one_address) {
    auto& socket = stream.lowest_layer();
    if (socket.is_open() && !has_buffered(stream) && is_quiet(socket.native_handle())) {
        fail_soon_if_forgotten(socket.native_handle());
        return;
    }
    const auto descriptor = [&socket] { return socket.native_handle(); };
    if (socket.is_open() || !watch.begin(has_one_address ? std::function<int()>{descriptor} : nullptr))
        throw transport_failure(TransportFailure::connection_closed, url, "the connection was closed while idle");
    name_server(stream, url);
}

constexpr std::chrono::hours max_timeout{24};

/// Only the deadline of the call should end it: cpprestsdk's timeout closes a socket while another thread reads it. But
/// cpprestsdk cannot cancel the opening of a tunnel, which only its timeout ends.
std::chrono::seconds tunnel_timeout(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(end - std::chrono::steady_clock::now());
    return std::clamp<std::chrono::seconds>(left + std::chrono::seconds{1}, std::chrono::seconds{1}, max_timeout);
}

std::string with_port(const std::string& host, std::uint16_t port) { return host + ':' + std::to_string(port); }

void set_proxy(web::http::client::http_client_config& config, const Proxy& proxy, const std::string& host,
               bool tunnelled) {
    web::web_proxy web_proxy{web::uri{"http://" + with_port(host, checked_proxy_url(proxy).port)}};
    // cpprestsdk leaks the password whenever it uses it. Without a tunnel the request has it in a header instead.
    if (proxy.user_name && tunnelled) web_proxy.set_credentials({*proxy.user_name, proxy.password.value_or("")});
    config.set_proxy(web_proxy);
}

web::http::client::http_client_config configure(const Url& url, const TransportOptions& options,
                                                const std::shared_ptr<const TlsSettings>& tls, const std::string& host,
                                                const std::shared_ptr<ConnectionWatch>& watch) {
    const bool tunnelled = is_tunnelled(url, options);
    web::http::client::http_client_config config;
    config.set_max_redirects(0);
    config.set_request_compressed_response(false);
    config.set_validate_certificates(true);
    config.set_tlsext_sni_enabled(tunnelled && !is_ip_address(url.host));
    config.set_ssl_context_callback([tls, watch, url](boost::asio::ssl::context& context) {
        tls->apply(*context.native_handle(), url, watch->tls);
    });
    const bool begins_with_tls = url.scheme == "https" && !tunnelled;
    const bool has_one_address = is_ip_address(host);
    config.set_nativehandle_options(
        [watch, url, begins_with_tls, has_one_address](web::http::client::native_handle handle) {
            if (begins_with_tls)
                prepare(*static_cast<TlsStream*>(handle), *watch, url, has_one_address);
            else
                prepare(*static_cast<tcp::socket*>(handle), *watch, url, has_one_address);
        });
    if (options.proxy) set_proxy(config, *options.proxy, host, tunnelled);
    return config;
}

void reset(int descriptor) noexcept {
    // Else a server that waits for room to send in learns of the end after a minute.
    constexpr linger at_once{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::shutdown(descriptor, SHUT_RDWR);
}

}  // namespace

bool ConnectionWatch::begin(std::function<int()> descriptor) {
    const std::lock_guard<std::mutex> lock{mutex_};
    descriptor_ = std::move(descriptor);
    return !std::exchange(begun_, true);
}

bool ConnectionWatch::has_begun() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return begun_;
}

void ConnectionWatch::keep_socket() noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (!descriptor_ || socket_.is_open()) return;
    const int descriptor = descriptor_();
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    socket_.duplicate(descriptor);
    if (shut_down_) reset(descriptor);
}

bool ConnectionWatch::shut_down() noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    shut_down_ = true;
    if (socket_.is_open()) reset(socket_.number());
    return socket_.is_open();
}

bool ConnectionWatch::is_quiet() const noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    return !socket_.is_open() || detail::is_quiet(socket_.number());
}

bool is_tunnelled(const Url& url, const TransportOptions& options) { return options.proxy && url.scheme == "https"; }

std::string authority_of(const Url& url) {
    const std::string name{url.server_name()};
    return url.port == default_port(url.scheme) ? name : with_port(name, url.port);
}

std::vector<std::string> hosts_of(const Url& url, const TransportOptions& options, NameLookup& names,
                                  const CallContext& context) {
    std::vector<std::string> addresses = names.addresses_for(url, options, context);
    // cpprestsdk passes the brackets of IPv6 addresses to the resolver.
    addresses.erase(std::remove_if(addresses.begin(), addresses.end(),
                                   [](const std::string& one) { return one.find(':') != std::string::npos; }),
                    addresses.end());
    if (addresses.empty()) addresses.push_back(options.proxy ? checked_proxy_url(*options.proxy).host : url.host);
    return addresses;
}

std::shared_ptr<Connection> make_connection(const Url& url, const TransportOptions& options,
                                            const std::shared_ptr<const TlsSettings>& tls, const std::string& host,
                                            std::chrono::steady_clock::time_point open_by,
                                            std::chrono::steady_clock::time_point deadline) {
    auto watch = std::make_shared<ConnectionWatch>();
    web::http::client::http_client_config config = configure(url, options, tls, host, watch);
    config.set_timeout(is_tunnelled(url, options) ? tunnel_timeout(deadline) : max_timeout);
    // A proxy is told the host.
    const web::uri base{url.scheme + "://" + (options.proxy ? authority_of(url) : with_port(host, url.port))};
    return std::make_shared<Connection>(Connection{url.origin(), watch, open_by, {base, config}});
}

}  // namespace apivideo::detail::cpprest
