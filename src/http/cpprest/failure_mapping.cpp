// SPDX-License-Identifier: MIT
// What cpprestsdk throws, as failures that programs and people can tell apart.
#include "http/cpprest/failure_mapping.hpp"

#include "http/cpprest/exchange.hpp"
#include "http/failures.hpp"

#include <boost/asio/ssl/error.hpp>

#include <cerrno>
#include <new>
#include <string>
#include <string_view>

namespace apivideo::detail::cpprest {
namespace {

using Failure = TransportFailure;

struct KnownText {
    std::string_view beginning;
    Failure failure;
    const char* why;
};

// The code that comes along is often of another category than it says; the text tells where it happened.
constexpr KnownText known_texts[] = {
    {"Error resolving address", Failure::resolve, reason::no_address},
    {"Failed to resolve address", Failure::resolve, reason::no_address},
    {"Error resolving proxy address", Failure::resolve, reason::no_proxy_address},
    {"Failed to connect to any resolved proxy", Failure::connect, reason::no_proxy_connection},
    {"Failed to connect to any resolved", Failure::connect, reason::no_connection},
    {"Expected a 200 response from proxy, received: 407", Failure::proxy, reason::proxy_wants_user_name},
    {"Expected a 200 response from proxy", Failure::proxy, reason::no_tunnel},
    {"Failed to send connect request to proxy", Failure::proxy, reason::closed_by_proxy},
    {"Failed to read HTTP status line from proxy", Failure::proxy, reason::closed_by_proxy},
    {"Invalid HTTP status line during proxy", Failure::proxy, "what came from the proxy is not HTTP"},
    {"Failed to write request", Failure::connection_closed, reason::closed},
    {"Failed to read HTTP status line", Failure::connection_closed, reason::closed},
    {"Failed to read response body", Failure::truncated, reason::cut_off},
    {"Failed to read chunked response part", Failure::truncated, reason::cut_off},
    {"Retrieving message chunk header", Failure::truncated, reason::cut_off},
    {"Invalid HTTP status line", Failure::protocol, reason::bad_status_line},
    {"Invalid chunked response header", Failure::protocol, reason::bad_chunk},
};

bool begins_with(std::string_view text, std::string_view beginning) noexcept {
    return text.substr(0, beginning.size()) == beginning;
}

const KnownText* find_known(std::string_view text) noexcept {
    for (const KnownText& known : known_texts)
        if (begins_with(text, known.beginning)) return &known;
    return nullptr;
}

/// With TLS 1.3 the client learns after the handshake that its certificate, or the lack of one, was refused.
bool is_tls_refusal(std::string_view text, int code, const FailureContext& context) noexcept {
    if (is_tls_error(code) || begins_with(text, "Error in SSL handshake")) return true;
    const KnownText* known = find_known(text);
    return context.watch.tls.certificate_requested && !context.has_client_certificate && known &&
           known->failure == Failure::connection_closed;
}

TransportException of_known(const KnownText& known, std::string_view text, const FailureContext& context) {
    std::string why = known.why;
    if (known.failure == Failure::connect && context.has_proxy) why = reason::no_proxy_connection;
    if (known.failure == Failure::connection_closed && context.watch.tls.certificate_requested)
        why += reason::after_certificate_request;
    constexpr std::string_view before_status = "received: ";
    const std::size_t status = text.find(before_status);
    if (status != std::string_view::npos) why += " (" + std::string{text.substr(status + before_status.size())} + ')';
    return transport_failure(known.failure, context.url, why);
}

TransportException of_http_exception(const web::http::http_exception& e, const FailureContext& context) {
    const std::string_view text = e.what();
    const int code = e.error_code().value();
    if (is_tls_refusal(text, code, context))
        return transport_failure(Failure::tls, context.url,
                                 describe_tls_failure(context.watch.tls, context.has_client_certificate, code));
    if (const KnownText* known = find_known(text)) return of_known(*known, text, context);
    return transport_failure(code == ETIMEDOUT ? Failure::timeout : Failure::other, context.url, std::string{text});
}

}  // namespace

TransportException to_transport_exception(const std::exception_ptr& error, const FailureContext& context) {
    try {
        std::rethrow_exception(error);
    } catch (const TransportException& e) {
        return e;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const BodyTooLarge&) {
        return body_too_large(context.url, context.max_body_bytes);
    } catch (const MalformedChunk&) {
        return transport_failure(Failure::protocol, context.url, reason::bad_chunk);
    } catch (const StaleConnection&) {
        return transport_failure(Failure::connection_closed, context.url, "the connection was closed while idle");
    } catch (const web::http::http_exception& e) {
        return of_http_exception(e, context);
    } catch (const boost::system::system_error& e) {
        if (e.code().category() != boost::asio::error::get_ssl_category())
            return transport_failure(Failure::other, context.url, e.what());
        return transport_failure(Failure::tls, context.url, std::string{"TLS could not be set up: "} + e.what());
    } catch (const std::exception& e) {
        return transport_failure(Failure::other, context.url, e.what());
    } catch (...) {
        return transport_failure(Failure::other, context.url, "failed for an unknown reason");
    }
}

}  // namespace apivideo::detail::cpprest
