// SPDX-License-Identifier: MIT
// The system's certificate authorities as libcurl reads them, read once for all connections of a transport.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <mutex>

namespace apivideo::detail {

/// libcurl keeps them to a connection; reading them takes longer than all the rest of opening one. Safe to use from
/// many threads.
class SystemTrust {
  public:
    [[nodiscard]] bool is_known() const {
        const std::lock_guard<std::mutex> lock{mutex_};
        return authorities_ != nullptr;
    }

    /// Learns the authorities from @p context where they are not known, else makes it trust them.
    void share(SSL_CTX& context) {
        const std::lock_guard<std::mutex> lock{mutex_};
        if (authorities_) {
            SSL_CTX_set1_cert_store(&context, authorities_.get());
        } else if (X509_STORE* const store = SSL_CTX_get_cert_store(&context); X509_STORE_up_ref(store) == 1) {
            authorities_.reset(store);
        }
    }

  private:
    struct Free {
        void operator()(X509_STORE* store) const noexcept { X509_STORE_free(store); }
    };

    mutable std::mutex mutex_;
    std::unique_ptr<X509_STORE, Free> authorities_;
};

}  // namespace apivideo::detail
