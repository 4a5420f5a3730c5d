// SPDX-License-Identifier: MIT
// One http_client per running exchange, so that what is observed on a connection belongs to that exchange.
#include "http/cpprest/connection.hpp"

#include "call/call_context.hpp"
#include "http/failures.hpp"
#include "http/idle_socket.hpp"
#include "http/option_checks.hpp"

#include <sys/socket.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>

#include <algorithm>
#include <chrono>

namespace apivideo::detail::cpprest {
namespace {

using boost::asio::ip::tcp;
using TlsStream = boost::asio::ssl::stream<tcp::socket&>;

/// Where cpprestsdk believes to connect to. The socket it is given is connected already: on Linux the first connect()
/// after that succeeds, whatever the address.
constexpr const char* any_address = "127.0.0.1";

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

/// Gives a new connection its socket, and refuses one that was closed or written to while it was idle. Without a socket
/// cpprestsdk lost the connection, and may be about to send the request again.
template <class Stream>
void prepare(Stream& stream, ConnectionWatch& watch, const Url& url) {
    auto& socket = stream.lowest_layer();
    if (socket.is_open() && !has_buffered(stream) && is_quiet(socket.native_handle())) {
        fail_soon_if_forgotten(socket.native_handle());
    } else if (!socket.is_open() && watch.unused.is_open()) {
        socket.assign(watch.unused.family() == AF_INET6 ? tcp::v6() : tcp::v4(), watch.unused.descriptor());
        watch.unused.release();
        name_server(stream, url);
    } else {
        throw transport_failure(TransportFailure::connection_closed, url, "the connection was closed while idle");
    }
}

constexpr std::chrono::hours max_timeout{24};

void set_proxy(web::http::client::http_client_config& config, const Proxy& proxy, bool tunnelled) {
    web::web_proxy web_proxy{web::uri{std::string{"http://"} + any_address}};
    // cpprestsdk leaks the password whenever it uses it. Without a tunnel the request has it in a header instead.
    if (proxy.user_name && tunnelled) web_proxy.set_credentials({*proxy.user_name, proxy.password.value_or("")});
    config.set_proxy(web_proxy);
}

web::http::client::http_client_config configure(const Url& url, const TransportOptions& options,
                                                const std::shared_ptr<const TlsSettings>& tls,
                                                const std::shared_ptr<ConnectionWatch>& watch) {
    const bool tunnelled = is_tunnelled(url, options);
    web::http::client::http_client_config config;
    config.set_max_redirects(0);
    config.set_request_compressed_response(false);
    config.set_validate_certificates(true);
    // Only the call should end an exchange: cpprestsdk's timeout closes a socket while another thread reads it.
    config.set_timeout(max_timeout);
    config.set_tlsext_sni_enabled(tunnelled && !is_ip_address(url.host));
    config.set_ssl_context_callback([tls, watch, url](boost::asio::ssl::context& context) {
        tls->apply(*context.native_handle(), url, watch->tls);
    });
    const bool begins_with_tls = url.scheme == "https" && !tunnelled;
    config.set_nativehandle_options([watch, url, begins_with_tls](web::http::client::native_handle handle) {
        if (begins_with_tls)
            prepare(*static_cast<TlsStream*>(handle), *watch, url);
        else
            prepare(*static_cast<tcp::socket*>(handle), *watch, url);
    });
    if (options.proxy) set_proxy(config, *options.proxy, tunnelled);
    return config;
}

/// A proxy is told the host, the host itself is connected already.
web::uri base_of(const Url& url, const TransportOptions& options) {
    return web::uri{url.scheme + "://" + (options.proxy ? authority_of(url) : any_address)};
}

TcpSocket connect(const Url& url, const TransportOptions& options, NameLookup& names, const CallContext& context,
                  std::chrono::steady_clock::time_point& open_by) {
    const Url peer = options.proxy ? checked_proxy_url(*options.proxy) : url;
    std::vector<std::string> addresses = names.addresses_of(peer.host, context, url.origin());
    // They are tried in turn, and a network whose IPv6 is dead is more usual than one without IPv4.
    std::stable_partition(addresses.begin(), addresses.end(),
                          [](const std::string& address) { return address.find(':') == std::string::npos; });
    if (addresses.empty())
        throw transport_failure(TransportFailure::resolve, url,
                                options.proxy ? reason::proxy_not_resolved : reason::host_not_resolved);
    open_by = saturated_sum(std::chrono::steady_clock::now(), options.connect_timeout);
    return connect_to({url, options.proxy.has_value(), addresses, peer.port, options.connect_timeout, open_by},
                      context);
}

}  // namespace

void ConnectionWatch::shut_down() const noexcept {
    // Else a server that waits for room to send in learns of the end after a minute.
    constexpr linger reset{1, 0};
    ::setsockopt(socket.descriptor(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    ::shutdown(socket.descriptor(), SHUT_RDWR);
}

bool Connection::is_quiet() const noexcept { return detail::is_quiet(watch->socket.descriptor()); }

bool is_tunnelled(const Url& url, const TransportOptions& options) { return options.proxy && url.scheme == "https"; }

std::string authority_of(const Url& url) {
    const std::string name{url.server_name()};
    const bool is_default = url.port == default_port(url.scheme);
    return (url.has_ipv6_host() ? '[' + name + ']' : name) + (is_default ? "" : ':' + std::to_string(url.port));
}

std::shared_ptr<Connection> open_connection(const Url& url, const TransportOptions& options,
                                            const std::shared_ptr<const TlsSettings>& tls, NameLookup& names,
                                            const CallContext& context) {
    auto watch = std::make_shared<ConnectionWatch>();
    std::chrono::steady_clock::time_point open_by;
    watch->unused = connect(url, options, names, context, open_by);
    watch->socket = watch->unused.duplicate();
    if (!watch->socket.is_open())
        throw transport_failure(TransportFailure::connect, url, "could not connect: too many open files");
    return std::make_shared<Connection>(
        Connection{url.origin(), watch, open_by, {base_of(url, options), configure(url, options, tls, watch)}});
}

}  // namespace apivideo::detail::cpprest
