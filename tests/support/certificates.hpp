// SPDX-License-Identifier: MIT
// Certificates made in the test process, right ones and wrong ones.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace apivideo::tests {

struct Certificate {
    std::string certificate_pem{};
    std::string key_pem{};
};

struct CertificateRequest {
    std::string common_name{"localhost"};
    std::vector<std::string> alternative_names{"DNS:localhost", "IP:127.0.0.1"};  ///< None: no such extension.
    std::chrono::seconds valid_from{std::chrono::hours{-1}};                      ///< From now.
    std::chrono::seconds valid_until{std::chrono::hours{1}};                      ///< From now.
};

/// Signs certificates with a key of its own, made when it is made.
class CertificateAuthority {
  public:
    explicit CertificateAuthority(const std::string& name = "Test authority");
    /// An intermediate one.
    CertificateAuthority(const std::string& name, const CertificateAuthority& issuer);
    CertificateAuthority(const CertificateAuthority&) = delete;
    CertificateAuthority& operator=(const CertificateAuthority&) = delete;
    ~CertificateAuthority();

    [[nodiscard]] Certificate issue(const CertificateRequest& request = {}) const;
    [[nodiscard]] const std::string& certificate_pem() const noexcept;

  private:
    struct State;
    void make(const std::string& name, const State& issuer);

    std::unique_ptr<State> state_;
};

[[nodiscard]] Certificate self_signed_certificate(const CertificateRequest& request = {});

/// The same key, locked by a password.
[[nodiscard]] std::string encrypted_key_pem(const Certificate& certificate, const std::string& password);

}  // namespace apivideo::tests
