// SPDX-License-Identifier: MIT
// Contract of transports: options that cannot be used are refused when a transport is made.
#include "http/transport_contract.hpp"

#include "support/certificates.hpp"
#include "support/temporary_file.hpp"

#include <string>

namespace apivideo::tests {
namespace {

class TransportOptionErrors : public TransportContract {
  protected:
    /// The text of the error, which has to be about @p field.
    std::string refusal_of(const TransportOptions& options, const std::string& field) {
        try {
            static_cast<void>(make(options));
            ADD_FAILURE() << "the option was taken";
        } catch (const InvalidRequestException& e) {
            EXPECT_EQ(e.field(), field);
            return e.what();
        }
        return {};
    }
    std::string refusal_of_proxy(const Proxy& proxy) {
        TransportOptions options;
        options.proxy = proxy;
        return refusal_of(options, "proxy");
    }
    std::string refusal_of_ca_file(const std::string& path) {
        TransportOptions options;
        options.ca_file = path;
        return refusal_of(options, "ca_file");
    }
    std::string refusal_of_client_certificate(const std::string& certificate, const std::string& key) {
        TransportOptions options;
        options.client_certificate = ClientCertificate{certificate, key};
        return refusal_of(options, "client_certificate");
    }
};

INSTANTIATE_TEST_SUITE_P(Of, TransportOptionErrors, ::testing::ValuesIn(transport_kinds()), name_of_kind);

TEST_P(TransportOptionErrors, refuses_a_limit_of_zero) {
    TransportOptions options;
    options.max_body_bytes = 0;
    refusal_of(options, "max_body_bytes");
}

TEST_P(TransportOptionErrors, refuses_ca_files_that_hold_no_certificate) {
    const TemporaryFile empty{""};
    const TemporaryFile text{"not PEM"};
    const TemporaryFile key{self_signed_certificate().key_pem};
    const TemporaryFile broken{"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"};
    for (const std::string& path : {std::string{}, std::string{"/no/such/file"}, std::string{"/tmp"}, empty.path(),
                                    text.path(), key.path(), broken.path()})
        EXPECT_NE(refusal_of_ca_file(path).find('\'' + path + '\''), std::string::npos) << path;
}

TEST_P(TransportOptionErrors, refuses_client_certificates_that_cannot_be_used) {
    const Certificate right = self_signed_certificate();
    const TemporaryFile certificate{right.certificate_pem};
    const TemporaryFile key{right.key_pem};
    const TemporaryFile other_key{self_signed_certificate().key_pem};
    const TemporaryFile locked_key{encrypted_key_pem(right, "password")};
    const TemporaryFile text{"not PEM"};
    refusal_of_client_certificate("/no/such/file", key.path());
    refusal_of_client_certificate(certificate.path(), "/no/such/file");
    refusal_of_client_certificate(text.path(), key.path());
    refusal_of_client_certificate(certificate.path(), text.path());
    refusal_of_client_certificate(key.path(), certificate.path());
    refusal_of_client_certificate(certificate.path(), other_key.path());
    refusal_of_client_certificate(certificate.path(), locked_key.path());
}

TEST_P(TransportOptionErrors, refuses_proxies_that_it_cannot_use) {
    for (const std::string url : {"", "proxy.example:3128", "ftp://proxy.example", "socks5://proxy.example", "http://",
                                  "http://proxy.example:99999", "http://proxy.example/path", "http://proxy.example/?q",
                                  "http://proxy\r\n.example"})
        refusal_of_proxy({url, {}, {}});
}

TEST_P(TransportOptionErrors, refuses_a_password_in_the_url_of_a_proxy_without_repeating_it) {
    EXPECT_EQ(refusal_of_proxy({"http://user:secret@proxy.example", {}, {}}).find("secret"), std::string::npos);
}

TEST_P(TransportOptionErrors, refuses_user_names_and_passwords_that_cannot_be_sent) {
    const Proxy bad[] = {{"http://p", {}, "secret"},
                         {"http://p", "", "secret"},
                         {"http://p", "a:b", "secret"},
                         {"http://p", "a\nb", "secret"},
                         {"http://p", "a", "secret\r\n"}};
    for (const Proxy& proxy : bad) EXPECT_EQ(refusal_of_proxy(proxy).find("secret"), std::string::npos);
}

TEST_P(TransportOptionErrors, opens_nothing_when_it_is_made) {
    RawServer proxy{always(http_answer(200, ""))};
    const CertificateAuthority authority;
    const TemporaryFile ca_file{authority.certificate_pem()};
    const Certificate client = authority.issue();
    const TemporaryFile certificate{client.certificate_pem};
    const TemporaryFile key{client.key_pem};
    TransportOptions options;
    options.ca_file = ca_file.path();
    options.client_certificate = ClientCertificate{certificate.path(), key.path()};
    options.proxy = Proxy{"http://127.0.0.1:" + std::to_string(proxy.port()), "user", "password"};
    EXPECT_NE(make(options), nullptr);
    EXPECT_EQ(proxy.connection_count(), 0U);
}

}  // namespace
}  // namespace apivideo::tests
