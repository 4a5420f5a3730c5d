// SPDX-License-Identifier: MIT
// The transport on cpprestsdk: builds requests, runs exchanges, reuses connections.
#include <apivideo/http/cpprest_transport.hpp>

#include "call/call_context.hpp"
#include "http/cpprest/connection.hpp"
#include "http/cpprest/exchange.hpp"
#include "http/cpprest/failure_mapping.hpp"
#include "http/cpprest/set_up_gate.hpp"
#include "http/failures.hpp"
#include "http/idle_pool.hpp"
#include "http/name_lookup.hpp"
#include "http/option_checks.hpp"
#include "http/own_process.hpp"
#include "http/request_checks.hpp"
#include "http/response_checks.hpp"
#include "http/thread_kept_alive.hpp"
#include "text/base64.hpp"

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace apivideo {
namespace detail::cpprest {
namespace {

/// cpprestsdk splits and joins paths, which must not change the target.
web::uri checked_target(const Url& url) {
    if (url.has_ipv6_host())
        throw transport_failure(TransportFailure::invalid_request, url,
                                "this transport cannot connect to an IPv6 address: expected a host name");
    try {
        web::uri target{url.target};
        const web::uri whole = web::uri_builder{web::uri{"http://host"}}.append(target).to_uri();
        if (whole.resource().to_string() == url.target) return target;
    } catch (const web::uri_exception&) {
    }
    throw transport_failure(TransportFailure::invalid_request, url,
                            "this transport cannot send the path and query of the URL as they are");
}

web::http::http_request make_request(const HttpRequest& request, const Url& url, const web::uri& target,
                                     const std::optional<Proxy>& proxy) {
    web::http::http_request made{request.method};
    made.set_request_uri(target);
    if (!request.body.empty()) {
        made.set_body(std::vector<unsigned char>{request.body.begin(), request.body.end()});
        made.headers().remove("Content-Type");
    }
    for (const HttpHeader& header : request.headers) made.headers().add(header.name, header.value);
    made.headers().add("Accept-Encoding", "identity");
    // Through a tunnel cpprestsdk takes this header for the name in the server's certificate, port and all.
    if (!proxy) made.headers().add("Host", authority_of(url));
    if (proxy && proxy->user_name && url.scheme == "http")
        made.headers().add("Proxy-Authorization", basic_authorization(*proxy->user_name, proxy->password.value_or("")));
    return made;
}

/// Whether the server closed an idle connection, or what arrived may be left over from the exchange before.
bool may_be_stale(TransportFailure failure) noexcept {
    return failure == TransportFailure::connection_closed || failure == TransportFailure::protocol;
}

/// Ends the exchange and its connection if the call ends without a response.
class ExchangeGuard {
  public:
    explicit ExchangeGuard(Exchange& exchange) noexcept : exchange_{&exchange} {}
    ExchangeGuard(const ExchangeGuard&) = delete;
    ExchangeGuard& operator=(const ExchangeGuard&) = delete;
    ~ExchangeGuard() {
        if (exchange_) exchange_->abandon();
    }
    void release() noexcept { exchange_ = nullptr; }

  private:
    Exchange* exchange_;
};

class Transport final : public HttpTransport {
  public:
    explicit Transport(const TransportOptions& options)
        : options_{options}, tls_{std::make_shared<TlsSettings>(options)} {}

    ~Transport() override {
        if (!process_.is_current()) idle_.leak();
    }

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        const ThreadKeptAlive kept_alive;
        const Url url = checked_url(request);
        const web::uri target = checked_target(url);
        process_.check(url);
        check_still_wanted(context, steady_clock::now(), url.origin());
        if (is_safe_method(request.method)) {
            const auto serves = [origin = url.origin()](const Connection& idle) { return idle.origin == origin; };
            if (const std::shared_ptr<Connection> idle = idle_.acquire(steady_clock::now(), serves)) {
                try {
                    return send_on(idle, request, url, target, context);
                } catch (const TransportException& e) {
                    if (!may_be_stale(e.failure())) throw;
                }
                check_still_wanted(context, steady_clock::now(), url.origin());
            }
        }
        // Whether a kept connection still works shows only when a request was sent, so methods that are not safe get a
        // new one.
        return send_on_new(request, url, target, context);
    }

  private:
    using steady_clock = std::chrono::steady_clock;

    template <class Function>
    auto with_own_failures(const Url& url, const TlsReport& tls, const Function& function) const {
        try {
            return function();
        } catch (const std::exception&) {
            throw failure(std::current_exception(), url, tls);
        }
    }

    /// Tries each address in turn. One that is silent is given up after half of the time that is left to connect.
    HttpResponse send_on_new(const HttpRequest& request, const Url& url, const web::uri& target,
                             const CallContext& context) {
        const std::vector<std::string> hosts =
            with_own_failures(url, {}, [&] { return hosts_of(url, options_, names_, context); });
        const auto connect_by = saturated_sum(steady_clock::now(), options_.connect_timeout);
        for (auto host = hosts.begin();; ++host) {
            const bool is_last = host + 1 == hosts.end();
            const auto now = steady_clock::now();
            const auto open_by = is_last ? connect_by : now + (connect_by - now) / 2;
            const std::shared_ptr<Connection> connection = with_own_failures(
                url, {}, [&] { return make_connection(url, options_, tls_, *host, open_by, context.deadline); });
            try {
                return send_on(connection, request, url, target, context);
            } catch (const TransportException& e) {
                if (is_last || e.failure() != TransportFailure::connect) throw;
            }
            check_still_wanted(context, steady_clock::now(), url.origin());
        }
    }

    HttpResponse send_on(const std::shared_ptr<Connection>& connection, const HttpRequest& request, const Url& url,
                         const web::uri& target, const CallContext& context) {
        connection->watch->tls.reset();
        const auto exchange = std::make_shared<Exchange>(url, options_.max_body_bytes, connection->watch);
        ExchangeGuard guard{*exchange};
        start(exchange, *connection, make_request(request, url, target, options_.proxy), context);
        if (!exchange->wait_until_sent(context, connection->open_by)) throw not_sent(*exchange, url);
        exchange->wait(context);
        if (const std::exception_ptr error = exchange->error()) throw failure(error, url, connection->watch->tls);
        HttpResponse response = exchange->response();
        check_response(url, request.method, response);
        check_not_from_proxy(url, response, options_.proxy.has_value());
        guard.release();
        if (!may_be_kept(request, url, response)) return response;
        exchange->wait_until_released();
        connection->open_by = steady_clock::time_point::max();
        idle_.release(steady_clock::now(), connection);
        return response;
    }

    /// @return of failure connect, which lets the request be sent to another address, only if it was not sent.
    TransportException not_sent(Exchange& exchange, const Url& url) const {
        exchange.abandon();
        exchange.wait_until_released();
        if (exchange.was_sent()) return closed_before_response(url, false);
        return not_connected_within(url, options_.connect_timeout, options_.proxy.has_value());
    }

    /// Sets TLS up on a new connection, in this thread.
    void start(const std::shared_ptr<Exchange>& exchange, Connection& connection, const web::http::http_request& made,
               const CallContext& context) {
        const bool is_new = !connection.watch->has_begun();
        const SetUpGate::Pass pass = is_new ? gate_.enter(context, connection.origin) : nullptr;
        with_own_failures(exchange->url(), connection.watch->tls,
                          [&] { Exchange::start(exchange, connection.client, made); });
    }

    /// cpprestsdk does not read trailers, nor the body of a response that should have none.
    bool may_be_kept(const HttpRequest& request, const Url& url, const HttpResponse& response) const {
        const bool leftover = response.headers.find("Trailer") ||
                              (request.method != "HEAD" && is_bodiless(request.method, response.status) &&
                               (response.headers.find("Transfer-Encoding") ||
                                response.headers.get("Content-Length").value_or("0") != "0"));
        return !leftover && !is_tunnelled(url, options_);
    }

    TransportException failure(const std::exception_ptr& error, const Url& url, const TlsReport& tls) const {
        return to_transport_exception(error, {url, tls, options_.proxy.has_value()});
    }

    const TransportOptions options_;
    const OwnProcess process_;
    const std::shared_ptr<const TlsSettings> tls_;
    NameLookup names_;
    SetUpGate gate_;
    IdlePool<std::shared_ptr<Connection>> idle_;
};

}  // namespace
}  // namespace detail::cpprest

std::shared_ptr<HttpTransport> make_cpprest_transport(const TransportOptions& options) {
    detail::check_transport_options(options);
    if (options.proxy && detail::checked_proxy_url(*options.proxy).scheme != "http")
        throw InvalidRequestException{
            "proxy", "has a scheme other than http, which cpprestsdk cannot use, expected http://host[:port]"};
    return std::make_shared<detail::cpprest::Transport>(options);
}

}  // namespace apivideo
