// SPDX-License-Identifier: MIT
// TLS settings of a transport: version, trusted authorities, host, client certificate and session.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/tls/tls_report.hpp"
#include "http/tls/tls_sessions.hpp"
#include "http/tls/trusted_authorities.hpp"
#include "http/url.hpp"

#include <openssl/ssl.h>

#include <memory>

namespace apivideo::detail {

class TlsSettings {
  public:
    /// Reads the files. @throws InvalidRequestException of field `ca_file` or `client_certificate`.
    explicit TlsSettings(const TransportOptions& options);

    /// Makes @p context verify that the server is the one of @p url, resume the latest session with it, and record the
    /// outcome in @p report, which must outlive every connection made with @p context.
    /// @throws TransportException of failure tls.
    void apply(SSL_CTX& context, const Url& url, TlsReport& report) const;

  private:
    std::shared_ptr<TrustedAuthorities> authorities_;  ///< Of `ca_file`, or the system's.
    std::shared_ptr<SSL_CTX> client_certificate_;      ///< Null if none is set; no connection uses it.
    std::shared_ptr<TlsSessions> sessions_{std::make_shared<TlsSessions>()};
};

}  // namespace apivideo::detail
