// SPDX-License-Identifier: MIT
// What libcurl reports, as failures that programs and people can tell apart.
#include "http/curl/failure_mapping.hpp"

#include "http/curl/response_reader.hpp"
#include "http/failures.hpp"
#include "text/ascii.hpp"

#include <openssl/x509_vfy.h>

#include <charconv>
#include <new>
#include <string>

namespace apivideo::detail::curl {
namespace {

using Failure = TransportFailure;

/// CURLE_TOO_LARGE, which libcurl has from 8.6 on.
constexpr auto too_large = static_cast<CURLcode>(100);

struct KnownCode {
    CURLcode code;
    Failure failure;
    const char* why;  ///< Null where OpenSSL knows.
};

constexpr KnownCode known_codes[] = {
    {CURLE_COULDNT_RESOLVE_HOST, Failure::resolve, reason::no_address},
    {CURLE_COULDNT_RESOLVE_PROXY, Failure::resolve, reason::no_proxy_address},
    {CURLE_COULDNT_CONNECT, Failure::connect, reason::no_connection},
    // The system's own time-out: the deadline of a call is not libcurl's affair.
    {CURLE_OPERATION_TIMEDOUT, Failure::connect, reason::no_connection},
    {CURLE_PROXY, Failure::proxy, reason::no_tunnel},
    {CURLE_GOT_NOTHING, Failure::connection_closed, reason::closed},
    {CURLE_SEND_ERROR, Failure::connection_closed, reason::closed},
    {CURLE_SEND_FAIL_REWIND, Failure::connection_closed, reason::closed},
    {CURLE_RECV_ERROR, Failure::connection_closed, reason::closed},
    {CURLE_PARTIAL_FILE, Failure::truncated, reason::cut_off},
    {CURLE_WEIRD_SERVER_REPLY, Failure::protocol, "the answer is malformed"},
    // What libcurl makes of a head that begins with a folded line.
    {CURLE_BAD_FUNCTION_ARGUMENT, Failure::protocol, "the answer has a malformed header"},
    {CURLE_UNSUPPORTED_PROTOCOL, Failure::protocol, reason::bad_status_line},
    {CURLE_BAD_CONTENT_ENCODING, Failure::protocol, "the answer has a transfer coding other than chunked"},
    {CURLE_URL_MALFORMAT, Failure::invalid_request, "libcurl does not take the URL"},
    {CURLE_SSL_CONNECT_ERROR, Failure::tls, nullptr},
    {CURLE_PEER_FAILED_VERIFICATION, Failure::tls, "the server's certificate was refused"},
    {CURLE_SSL_ENGINE_NOTFOUND, Failure::tls, nullptr},
    {CURLE_SSL_ENGINE_SETFAILED, Failure::tls, nullptr},
    {CURLE_SSL_ENGINE_INITFAILED, Failure::tls, nullptr},
    {CURLE_SSL_CERTPROBLEM, Failure::tls, nullptr},
    {CURLE_SSL_CIPHER, Failure::tls, nullptr},
    {CURLE_SSL_CACERT_BADFILE, Failure::tls, "the certificate authorities of the system cannot be read"},
    {CURLE_SSL_SHUTDOWN_FAILED, Failure::tls, nullptr},
    {CURLE_SSL_CRL_BADFILE, Failure::tls, nullptr},
    {CURLE_SSL_ISSUER_ERROR, Failure::tls, nullptr},
    {CURLE_SSL_PINNEDPUBKEYNOTMATCH, Failure::tls, nullptr},
    {CURLE_SSL_INVALIDCERTSTATUS, Failure::tls, nullptr},
    {CURLE_SSL_CLIENTCERT, Failure::tls, nullptr},
};

const KnownCode* find_known(CURLcode code) noexcept {
    for (const KnownCode& known : known_codes)
        if (known.code == code) return &known;
    return nullptr;
}

/// The code that OpenSSL's texts begin with, such as `error:0A000126:SSL routines::...`; 0 where there is none.
int openssl_code(std::string_view text) noexcept {
    constexpr std::string_view before = "error:";
    const std::size_t found = text.find(before);
    if (found == std::string_view::npos) return 0;
    unsigned long code = 0;
    const char* begin = text.data() + found + before.size();
    std::from_chars(begin, text.data() + text.size(), code, 16);
    return static_cast<int>(code);
}

bool is_connection_lost(const KnownCode& known) noexcept { return known.failure == Failure::connection_closed; }

/// With TLS 1.3 the client learns after the handshake that its certificate, or the lack of one, was refused.
bool is_tls_refusal(const KnownCode& known, const FailureContext& context) noexcept {
    if (known.failure == Failure::tls) return true;
    if (!is_connection_lost(known) || context.answer_begun) return false;
    return is_tls_alert(openssl_code(context.error_text)) ||
           (context.tls.certificate_requested && !context.has_client_certificate);
}

TransportException of_tls(const KnownCode& known, const FailureContext& context) {
    if (known.failure == Failure::tls && known.why && context.tls.verify_error == X509_V_OK)
        return transport_failure(Failure::tls, context.url, known.why);
    return transport_failure(
        Failure::tls, context.url,
        describe_tls_failure(context.tls, context.has_client_certificate, openssl_code(context.error_text)));
}

TransportException of_tunnel(const FailureContext& context) {
    const char* why = context.tunnel_status == 407 ? reason::proxy_wants_user_name : reason::no_tunnel;
    return transport_failure(Failure::proxy, context.url,
                             std::string{why} + " (" + std::to_string(context.tunnel_status) + ')');
}

TransportException of_lost_connection(const FailureContext& context, CURLcode code) {
    // libcurl has no code of its own for chunks.
    if (code == CURLE_RECV_ERROR && context.error_text.find("chunk") != std::string_view::npos)
        return transport_failure(Failure::protocol, context.url, reason::bad_chunk);
    if (context.answer_begun) return transport_failure(Failure::truncated, context.url, reason::cut_off);
    if (context.opens_tunnel) return transport_failure(Failure::proxy, context.url, reason::closed_by_proxy);
    const char* after = context.tls.certificate_requested ? reason::after_certificate_request : "";
    return transport_failure(Failure::connection_closed, context.url, std::string{reason::closed} + after);
}

}  // namespace

TransportException to_transport_exception(CURLcode code, const FailureContext& context) {
    if (context.tunnel_status != 0 && context.tunnel_status / 100 != 2) return of_tunnel(context);
    if (code == CURLE_OUT_OF_MEMORY && !context.was_answered) throw std::bad_alloc{};
    // A line of a head that is longer than libcurl allows.
    if (code == CURLE_OUT_OF_MEMORY || code == too_large)
        return transport_failure(Failure::too_large, context.url, describe_large_head());
    const KnownCode* known = find_known(code);
    if (!known) return transport_failure(Failure::other, context.url, curl_easy_strerror(code));
    if (is_tls_refusal(*known, context)) return of_tls(*known, context);
    if (is_connection_lost(*known)) return of_lost_connection(context, code);
    const bool to_proxy = known->failure == Failure::connect && context.has_proxy;
    return transport_failure(known->failure, context.url, to_proxy ? reason::no_proxy_connection : known->why);
}

}  // namespace apivideo::detail::curl
