// SPDX-License-Identifier: MIT
// Maps exceptions of cpprestsdk to TransportFailure and messages.
#include "http/cpprest/failure_mapping.hpp"

#include "http/failures.hpp"
#include "http/tls/tls_failures.hpp"
#include "text/ascii.hpp"

#include <cpprest/http_msg.h>
#include <boost/asio/ssl/error.hpp>

#include <cerrno>
#include <new>
#include <string>
#include <string_view>

namespace apivideo::detail::cpprest {
namespace {

using Failure = TransportFailure;

struct KnownText {
    std::string_view prefix;
    Failure failure;
    const char* why;
};

// The error's code is often of another category than it says. Its text says where it happened.
constexpr KnownText known_texts[] = {
    {"Error resolving address", Failure::resolve, reason::host_not_resolved},
    {"Failed to resolve address", Failure::resolve, reason::host_not_resolved},
    {"Error resolving proxy address", Failure::resolve, reason::proxy_not_resolved},
    {"Failed to connect to any resolved proxy", Failure::connect, reason::proxy_not_connected},
    {"Failed to connect to any resolved", Failure::connect, reason::not_connected},
    {"Expected a 200 response from proxy, received: 407", Failure::proxy, reason::proxy_requires_credentials},
    {"Expected a 200 response from proxy", Failure::proxy, reason::tunnel_refused},
    {"Failed to send connect request to proxy", Failure::proxy, reason::closed_by_proxy},
    {"Failed to read HTTP status line from proxy", Failure::proxy, reason::closed_by_proxy},
    {"Invalid HTTP status line during proxy", Failure::proxy, "the proxy does not speak HTTP"},
    {"Failed to write request", Failure::connection_closed, reason::closed},
    {"Failed to read HTTP status line", Failure::connection_closed, reason::closed},
    {"Failed to read response body", Failure::truncated, reason::truncated},
    {"Failed to read chunked response part", Failure::truncated, reason::truncated},
    {"Retrieving message chunk header", Failure::truncated, reason::truncated},
    {"Invalid HTTP status line", Failure::protocol, reason::malformed_status_line},
    {"Invalid chunked response header", Failure::protocol, reason::malformed_chunk},
};

const KnownText* find_known(std::string_view text) noexcept {
    for (const KnownText& known : known_texts)
        if (begins_with(text, known.prefix)) return &known;
    return nullptr;
}

constexpr std::string_view failed_handshake = "Error in SSL handshake";

bool is_tls_refusal(std::string_view text, int code, const FailureContext& context) noexcept {
    if (is_tls_error(code) || begins_with(text, failed_handshake)) return true;
    const KnownText* known = find_known(text);
    return context.tls.certificate_missing && known && known->failure == Failure::connection_closed;
}

TransportException known_failure(const KnownText& known, std::string_view text, const FailureContext& context) {
    if (known.failure == Failure::connection_closed)
        return closed_before_response(context.url, context.tls.certificate_requested);
    std::string why = known.why;
    if (known.failure == Failure::connect && context.has_proxy) why = reason::proxy_not_connected;
    constexpr std::string_view status_prefix = "received: ";
    const std::size_t status = text.find(status_prefix);
    if (status != std::string_view::npos) why += " (" + std::string{text.substr(status + status_prefix.size())} + ')';
    return transport_failure(known.failure, context.url, why);
}

TransportException http_exception_failure(const web::http::http_exception& e, const FailureContext& context) {
    const std::string_view text = e.what();
    const int code = e.error_code().value();
    if (begins_with(text, failed_handshake) && is_cut_handshake(context.tls, code))
        return transport_failure(Failure::connection_closed, context.url, reason::closed_in_handshake);
    if (is_tls_refusal(text, code, context))
        return transport_failure(Failure::tls, context.url, describe_tls_failure(context.tls, code));
    if (const KnownText* known = find_known(text)) return known_failure(*known, text, context);
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
    } catch (const web::http::http_exception& e) {
        return http_exception_failure(e, context);
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
