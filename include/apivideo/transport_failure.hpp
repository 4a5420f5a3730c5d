// SPDX-License-Identifier: MIT
/// @file
/// @brief Why a request got no complete answer.
#pragma once

#include <apivideo/export.hpp>

#include <iosfwd>

namespace apivideo {

/// Why there is no complete answer.
enum class TransportFailure {
    resolve = 1,        ///< The host's name has no address.
    connect,            ///< No connection could be opened.
    tls,                ///< TLS was refused: the certificate, the version, or the handshake.
    proxy,              ///< The proxy refused to pass the request on.
    timeout,            ///< The deadline passed.
    cancelled,          ///< The caller cancelled.
    connection_closed,  ///< The connection ended before an answer began.
    truncated,          ///< The connection ended within an answer.
    too_large,          ///< The answer is larger than the limit.
    protocol,           ///< What came is not HTTP.
    invalid_request,    ///< The request cannot be sent: its URL, its method or a header is malformed.
    other,              ///< None of these.
};

/// The enumerator's name, such as `connection_closed`; `unknown` for a value out of range.
[[nodiscard]] APIVIDEO_EXPORT const char* to_string(TransportFailure failure) noexcept;

/// Writes the enumerator's name, or `TransportFailure(17)` for a value out of range.
APIVIDEO_EXPORT std::ostream& operator<<(std::ostream& stream, TransportFailure failure);

}  // namespace apivideo
