// SPDX-License-Identifier: MIT
// The transport on cpprestsdk: builds requests, runs exchanges, reuses connections.
#include <apivideo/http/cpprest_transport.hpp>

#include "call/call_context.hpp"
#include "http/cpprest/connection.hpp"
#include "http/cpprest/exchange.hpp"
#include "http/cpprest/failure_mapping.hpp"
#include "http/failures.hpp"
#include "http/idle_pool.hpp"
#include "http/option_checks.hpp"
#include "http/request_checks.hpp"
#include "http/response_checks.hpp"
#include "text/base64.hpp"

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <vector>

namespace apivideo {
namespace detail::cpprest {
namespace {

/// cpprestsdk passes the brackets of IPv6 addresses to the resolver. It splits and joins paths, which must not change
/// the target.
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
    if (proxy && proxy->user_name && url.scheme == "http")
        made.headers().add("Proxy-Authorization", basic_authorization(*proxy->user_name, proxy->password.value_or("")));
    return made;
}

/// Whether the server closed an idle connection, or what arrived may be left over from the exchange before.
bool may_be_stale(TransportFailure failure) noexcept {
    return failure == TransportFailure::connection_closed || failure == TransportFailure::protocol;
}

class Transport final : public HttpTransport {
  public:
    explicit Transport(const TransportOptions& options)
        : options_{options}, tls_{std::make_shared<TlsSettings>(options)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        const Url url = checked_url(request);
        const web::uri target = checked_target(url);
        check_still_wanted(context, std::chrono::steady_clock::now(), url.origin());
        if (is_safe_method(request.method)) {
            const auto serves = [origin = url.origin()](const Connection& idle) { return idle.origin == origin; };
            if (const std::shared_ptr<Connection> idle = idle_.acquire(std::chrono::steady_clock::now(), serves)) {
                try {
                    return send_on(idle, request, url, target, context);
                } catch (const TransportException& e) {
                    if (!idle->watch->reused || !may_be_stale(e.failure())) throw;
                }
                check_still_wanted(context, std::chrono::steady_clock::now(), url.origin());
            }
        }
        // cpprestsdk sends any method again if a reused connection fails, so methods that are not safe get a new one.
        return send_on(connect(url, context), request, url, target, context);
    }

  private:
    std::shared_ptr<Connection> connect(const Url& url, const CallContext& context) const {
        try {
            return open_connection(url, options_, tls_, context.deadline);
        } catch (...) {
            throw failure(url, {});
        }
    }

    HttpResponse send_on(const std::shared_ptr<Connection>& connection, const HttpRequest& request, const Url& url,
                         const web::uri& target, const CallContext& context) {
        const auto exchange = std::make_shared<Exchange>(url, options_.max_body_bytes);
        connection->watch->tls.reset();
        try {
            Exchange::start(exchange, connection->client, make_request(request, url, target, options_.proxy));
            exchange->wait(context);
            HttpResponse response = exchange->response();
            check_response(url, request.method, response);
            check_not_from_proxy(url, response, options_.proxy.has_value());
            if (!is_tunnelled(url, options_)) keep_if_clean(connection, *exchange, request, response);
            return response;
        } catch (...) {
            exchange->abandon();
            throw failure(url, connection->watch->tls);
        }
    }

    /// cpprestsdk does not read trailers, nor the body of a response that should have none.
    void keep_if_clean(const std::shared_ptr<Connection>& connection, Exchange& exchange, const HttpRequest& request,
                       const HttpResponse& response) {
        const bool leftover = response.headers.find("Trailer") ||
                              (request.method != "HEAD" && is_bodiless(request.method, response.status) &&
                               (response.headers.find("Transfer-Encoding") ||
                                response.headers.get("Content-Length").value_or("0") != "0"));
        if (leftover) return;
        exchange.wait_until_released();
        connection->watch->reused = true;
        idle_.release(std::chrono::steady_clock::now(), connection);
    }

    TransportException failure(const Url& url, const TlsReport& tls) const {
        return to_transport_exception(std::current_exception(), {url, tls, options_.proxy.has_value()});
    }

    const TransportOptions options_;
    const std::shared_ptr<const TlsSettings> tls_;
    IdlePool<std::shared_ptr<Connection>> idle_{std::chrono::seconds{60}};
};

}  // namespace
}  // namespace detail::cpprest

std::shared_ptr<HttpTransport> make_cpprest_transport(const TransportOptions& options) {
    detail::check_transport_options(options);
    return std::make_shared<detail::cpprest::Transport>(options);
}

}  // namespace apivideo
