// SPDX-License-Identifier: MIT
// Certificate authorities that a transport trusts, read at most once and only if needed.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace apivideo::detail {

/// Shared by all connections of a transport: HTTP libraries read the authorities again for each, which takes longer
/// than the rest of connecting. Thread-safe.
class TrustedAuthorities {
  public:
    /// Those that OpenSSL was built to trust, whatever the environment (SSL_CERT_FILE, SSL_CERT_DIR) says.
    TrustedAuthorities();

    /// Those of @p folder, as `openssl rehash` leaves it: each is read when it is needed. Those of @p file, which is
    /// read as a whole, count only if the folder does not do.
    TrustedAuthorities(std::string folder, std::string file);

    /// Those of @p ca_file only, each of them a trust anchor, even if another authority issued it.
    /// @throws InvalidRequestException of field `ca_file`.
    explicit TrustedAuthorities(const std::string& ca_file);

    /// Makes @p context trust them. verify() has to do the verification.
    void apply(SSL_CTX& context) const;

    /// Like X509_verify_cert(). Reads the file if the folder does not do; tries again next time if that fails.
    [[nodiscard]] int verify(X509_STORE_CTX& verification);

    /// Empty if there is any authority, else which places have none.
    [[nodiscard]] std::string describe_if_empty() const;

  private:
    bool read_file();
    [[nodiscard]] bool has_hashed_certificate() const;

    const std::string folder_;
    const std::string file_;
    const unsigned long flags_{0};
    const std::shared_ptr<X509_STORE> store_;
    std::mutex reading_;
    std::atomic<bool> complete_{false};  ///< The file was read, or there is none to read.
};

}  // namespace apivideo::detail
