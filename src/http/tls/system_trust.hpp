// SPDX-License-Identifier: MIT
// The system's certificate authorities, read once per transport.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <mutex>

namespace apivideo::detail {

/// HTTP libraries read them again for each connection, which takes longer than the rest of connecting. Thread-safe.
class SystemTrust {
  public:
    [[nodiscard]] bool is_loaded() const;

    /// The first time, keeps the authorities that @p context trusts; then makes each @p context trust them.
    void load_or_apply(SSL_CTX& context);

  private:
    struct Free {
        void operator()(X509_STORE* store) const noexcept { X509_STORE_free(store); }
    };

    mutable std::mutex mutex_;
    std::unique_ptr<X509_STORE, Free> authorities_;
};

/// Makes @p context trust only the file and the folder that OpenSSL was built to trust. By default OpenSSL lets the
/// environment (SSL_CERT_FILE, SSL_CERT_DIR) replace them.
void trust_default_files(SSL_CTX& context);

}  // namespace apivideo::detail
