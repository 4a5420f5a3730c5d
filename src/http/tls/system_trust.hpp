// SPDX-License-Identifier: MIT
// The system's certificate authorities, read once for all connections of a transport.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <mutex>

namespace apivideo::detail {

/// HTTP libraries read them for each connection anew; that takes longer than all the rest of opening one. Safe to use
/// from many threads.
class SystemTrust {
  public:
    [[nodiscard]] bool is_known() const;

    /// Learns the authorities from @p context where they are not known, else makes it trust them.
    void share(SSL_CTX& context);

  private:
    struct Free {
        void operator()(X509_STORE* store) const noexcept { X509_STORE_free(store); }
    };

    mutable std::mutex mutex_;
    std::unique_ptr<X509_STORE, Free> authorities_;
};

/// Makes @p context trust the file and the folder that OpenSSL was built to trust, and nothing else. OpenSSL by itself
/// takes what SSL_CERT_FILE and SSL_CERT_DIR name in their place.
void trust_default_files(SSL_CTX& context);

}  // namespace apivideo::detail
