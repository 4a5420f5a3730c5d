// SPDX-License-Identifier: MIT
// The system's certificate authorities, read once per transport.
#include "http/tls/system_trust.hpp"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <new>

namespace apivideo::detail {

bool SystemTrust::is_loaded() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return authorities_ != nullptr;
}

void SystemTrust::load_or_apply(SSL_CTX& context) {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (authorities_) {
        SSL_CTX_set1_cert_store(&context, authorities_.get());
    } else if (X509_STORE* const store = SSL_CTX_get_cert_store(&context); X509_STORE_up_ref(store) == 1) {
        authorities_.reset(store);
    }
}

void trust_default_files(SSL_CTX& context) {
    X509_STORE* const store = X509_STORE_new();
    if (!store) throw std::bad_alloc{};
    SSL_CTX_set_cert_store(&context, store);
    // A system may have only one of the two.
    X509_STORE_load_locations(store, X509_get_default_cert_file(), nullptr);
    X509_STORE_load_locations(store, nullptr, X509_get_default_cert_dir());
    ERR_clear_error();
}

}  // namespace apivideo::detail
