// SPDX-License-Identifier: MIT
// What cpprestsdk throws, as failures that programs and people can tell apart.
#include "http/cpprest/failure_mapping.hpp"

#include "http/cpprest/exchange.hpp"
#include "http/failures.hpp"

#include <cerrno>
#include <new>
#include <string>
#include <string_view>

namespace apivideo::detail {
namespace {

using Failure = TransportFailure;

struct KnownText {
    std::string_view beginning;
    Failure failure;
    const char* why;
};

// The code that comes along is often of another category than it says; the text tells where it happened.
constexpr KnownText known_texts[] = {
    {"Error resolving address", Failure::resolve, "the name of the host has no address"},
    {"Failed to resolve address", Failure::resolve, "the name of the host has no address"},
    {"Error resolving proxy address", Failure::resolve, "the name of the proxy has no address"},
    {"Failed to connect to any resolved proxy", Failure::connect, "no connection to the proxy could be opened"},
    {"Failed to connect to any resolved", Failure::connect, "no connection could be opened"},
    {"Expected a 200 response from proxy, received: 407", Failure::proxy,
     "the proxy asks for a user name and password that it accepts"},
    {"Expected a 200 response from proxy", Failure::proxy, "the proxy refused to open a tunnel"},
    {"Failed to send connect request to proxy", Failure::proxy, "the proxy closed the connection"},
    {"Failed to read HTTP status line from proxy", Failure::proxy, "the proxy closed the connection"},
    {"Invalid HTTP status line during proxy", Failure::proxy, "what came from the proxy is not HTTP"},
    {"Failed to write request", Failure::connection_closed, "the connection was closed before an answer began"},
    {"Failed to read HTTP status line", Failure::connection_closed, "the connection was closed before an answer began"},
    {"Failed to read response body", Failure::truncated, "the connection ended within the body of the answer"},
    {"Failed to read chunked response part", Failure::truncated, "the connection ended within the body of the answer"},
    {"Retrieving message chunk header", Failure::truncated, "the connection ended within the body of the answer"},
    {"Invalid HTTP status line", Failure::protocol, "the answer has a malformed status line"},
    {"Invalid chunked response header", Failure::protocol, "the body of the answer has a malformed chunk"},
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
    if (known.failure == Failure::connect && context.has_proxy) why = "no connection to the proxy could be opened";
    if (known.failure == Failure::connection_closed && context.watch.tls.certificate_requested)
        why += ", after the server had asked for a client certificate";
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
        return transport_failure(Failure::protocol, context.url, "the body of the answer has a malformed chunk");
    } catch (const StaleConnection&) {
        return transport_failure(Failure::connection_closed, context.url, "the connection was closed while idle");
    } catch (const web::http::http_exception& e) {
        return of_http_exception(e, context);
    } catch (const boost::system::system_error& e) {
        return transport_failure(Failure::tls, context.url, std::string{"TLS could not be set up: "} + e.what());
    } catch (const std::exception& e) {
        return transport_failure(Failure::other, context.url, e.what());
    } catch (...) {
        return transport_failure(Failure::other, context.url, "failed for an unknown reason");
    }
}

}  // namespace apivideo::detail
