// SPDX-License-Identifier: MIT
// Why TLS failed, from OpenSSL's error codes and what was observed on the connection.
#pragma once

#include "http/tls/tls_report.hpp"

#include <string>

namespace apivideo::detail {

/// Whether @p code, one of OpenSSL's, is a TLS error.
[[nodiscard]] bool is_tls_error(int code) noexcept;

/// Whether @p code is an alert from the server: it refused something.
[[nodiscard]] bool is_tls_alert(int code) noexcept;

/// Whether the connection ended within the handshake, and neither side refused anything but perhaps to resume a
/// session: another attempt may succeed.
/// @param code OpenSSL's, or any other if it gave none.
[[nodiscard]] bool is_cut_handshake(const TlsReport& report, int code) noexcept;

/// Why TLS failed, for messages.
[[nodiscard]] std::string describe_tls_failure(const TlsReport& report, int code);

}  // namespace apivideo::detail
