// SPDX-License-Identifier: MIT
// Maps error codes of libcurl to TransportFailure and messages.
#include "http/curl/failure_mapping.hpp"

#include "http/curl/response_reader.hpp"
#include "http/failures.hpp"
#include "http/tls/tls_failures.hpp"
#include "text/ascii.hpp"

#include <openssl/x509_vfy.h>

#include <charconv>
#include <new>

namespace apivideo::detail::curl {
namespace {

using Failure = TransportFailure;

/// CURLE_TOO_LARGE, since libcurl 8.6.
constexpr auto curle_too_large = static_cast<CURLcode>(100);

struct KnownCode {
    CURLcode code;
    Failure failure;
    const char* why;  ///< Null if OpenSSL knows.
};

constexpr KnownCode known_codes[] = {
    {CURLE_COULDNT_RESOLVE_HOST, Failure::resolve, reason::host_not_resolved},
    {CURLE_COULDNT_RESOLVE_PROXY, Failure::resolve, reason::proxy_not_resolved},
    {CURLE_COULDNT_CONNECT, Failure::connect, reason::not_connected},
    // The system's own timeout: libcurl does not know the deadline of a call.
    {CURLE_OPERATION_TIMEDOUT, Failure::connect, reason::not_connected},
    {CURLE_PROXY, Failure::proxy, reason::tunnel_refused},
    {CURLE_GOT_NOTHING, Failure::connection_closed, reason::closed},
    {CURLE_SEND_ERROR, Failure::connection_closed, reason::closed},
    {CURLE_SEND_FAIL_REWIND, Failure::connection_closed, reason::closed},
    {CURLE_RECV_ERROR, Failure::connection_closed, reason::closed},
    {CURLE_PARTIAL_FILE, Failure::truncated, reason::truncated},
    {CURLE_WEIRD_SERVER_REPLY, Failure::protocol, "the response is malformed"},
    // libcurl's code for a head that begins with a folded line.
    {CURLE_BAD_FUNCTION_ARGUMENT, Failure::protocol, reason::malformed_header},
    {CURLE_UNSUPPORTED_PROTOCOL, Failure::protocol, reason::malformed_status_line},
    {CURLE_BAD_CONTENT_ENCODING, Failure::protocol, reason::unsupported_coding},
    {CURLE_URL_MALFORMAT, Failure::invalid_request, "libcurl does not accept the URL"},
    {CURLE_SSL_CONNECT_ERROR, Failure::tls, nullptr},
    {CURLE_PEER_FAILED_VERIFICATION, Failure::tls, "the server's certificate was refused"},
    {CURLE_SSL_ENGINE_NOTFOUND, Failure::tls, nullptr},
    {CURLE_SSL_ENGINE_SETFAILED, Failure::tls, nullptr},
    {CURLE_SSL_ENGINE_INITFAILED, Failure::tls, nullptr},
    {CURLE_SSL_CERTPROBLEM, Failure::tls, nullptr},
    {CURLE_SSL_CIPHER, Failure::tls, nullptr},
    {CURLE_SSL_CACERT_BADFILE, Failure::tls, "could not read the system's certificate authorities"},
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

/// The code in OpenSSL's messages, such as `TLS connect error: error:0A000126:SSL routines::...`; 0 if there is none.
int openssl_code(std::string_view text) noexcept {
    constexpr std::string_view prefix = "error:";
    constexpr std::size_t digits = 8;
    for (std::size_t found = text.find(prefix); found != std::string_view::npos; found = text.find(prefix, found + 1)) {
        const std::string_view number = text.substr(found + prefix.size(), digits);
        const char* const end = number.data() + number.size();
        unsigned long code = 0;
        if (number.size() == digits && std::from_chars(number.data(), end, code, 16).ptr == end)
            return static_cast<int>(code);
    }
    return 0;
}

bool is_connection_lost(const KnownCode& known) noexcept { return known.failure == Failure::connection_closed; }

bool is_tls_refusal(const KnownCode& known, const FailureContext& context) noexcept {
    if (known.failure == Failure::tls) return true;
    if (!is_connection_lost(known) || context.response_begun) return false;
    return is_tls_alert(openssl_code(context.error_text)) || context.tls.certificate_missing;
}

TransportException tls_failure(const KnownCode& known, const FailureContext& context) {
    if (known.failure == Failure::tls && known.why && context.tls.verify_error == X509_V_OK)
        return transport_failure(Failure::tls, context.url, known.why);
    return transport_failure(Failure::tls, context.url,
                             describe_tls_failure(context.tls, openssl_code(context.error_text)));
}

TransportException lost_connection_failure(const FailureContext& context, CURLcode code) {
    // libcurl has no separate code for chunks.
    if (code == CURLE_RECV_ERROR && context.error_text.find("chunk") != std::string_view::npos)
        return transport_failure(Failure::protocol, context.url, reason::malformed_chunk);
    if (context.response_begun) return transport_failure(Failure::truncated, context.url, reason::truncated);
    if (context.opens_tunnel) return transport_failure(Failure::proxy, context.url, reason::closed_by_proxy);
    if (is_cut_handshake(context.tls, 0))
        return transport_failure(Failure::connection_closed, context.url, reason::closed_in_handshake);
    return closed_before_response(context.url, context.tls.certificate_requested);
}

}  // namespace

TransportException to_transport_exception(CURLcode code, const FailureContext& context) {
    if (context.tunnel_status != 0 && context.tunnel_status / 100 != 2)
        return refused_by_proxy(context.url, context.tunnel_status);
    if (code == CURLE_OUT_OF_MEMORY && !context.response_received) throw std::bad_alloc{};
    // A header line that is longer than libcurl allows.
    if (code == CURLE_OUT_OF_MEMORY || code == curle_too_large)
        return transport_failure(Failure::too_large, context.url, describe_large_head());
    const KnownCode* known = find_known(code);
    if (!known) return transport_failure(Failure::other, context.url, curl_easy_strerror(code));
    if (code == CURLE_SSL_CONNECT_ERROR && is_cut_handshake(context.tls, openssl_code(context.error_text)))
        return transport_failure(Failure::connection_closed, context.url, reason::closed_in_handshake);
    if (is_tls_refusal(*known, context)) return tls_failure(*known, context);
    if (is_connection_lost(*known)) return lost_connection_failure(context, code);
    const bool to_proxy = known->failure == Failure::connect && context.has_proxy;
    return transport_failure(known->failure, context.url, to_proxy ? reason::proxy_not_connected : known->why);
}

}  // namespace apivideo::detail::curl
