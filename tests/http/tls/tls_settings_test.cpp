// SPDX-License-Identifier: MIT
// Whom the system trusts: the files that OpenSSL was built with, whatever the environment says, read once.
#include "http/tls/tls_settings.hpp"

#include <gtest/gtest.h>
#include <openssl/x509_vfy.h>

#include "support/certificates.hpp"
#include "support/environment_variable.hpp"
#include "support/temporary_file.hpp"

#include <memory>

namespace apivideo::detail {
namespace {

using Context = std::shared_ptr<SSL_CTX>;

Context make_context() { return {SSL_CTX_new(TLS_client_method()), SSL_CTX_free}; }

int authorities_of(const Context& context) {
    return sk_X509_OBJECT_num(X509_STORE_get0_objects(SSL_CTX_get_cert_store(context.get())));
}

TEST(TrustedAuthoritiesTest, trusts_the_file_that_openssl_was_built_with) {
    const std::shared_ptr<X509_STORE> expected{X509_STORE_new(), X509_STORE_free};
    X509_STORE_load_locations(expected.get(), X509_get_default_cert_file(), nullptr);
    const Context context = make_context();
    trust_default_files(*context);
    EXPECT_EQ(authorities_of(context), sk_X509_OBJECT_num(X509_STORE_get0_objects(expected.get())));
}

TEST(TrustedAuthoritiesTest, trusts_nobody_that_the_environment_names) {
    const Context without = make_context();
    trust_default_files(*without);
    const tests::CertificateAuthority authority;
    const tests::TemporaryFile file{authority.certificate_pem()};
    const tests::EnvironmentVariable variable{"SSL_CERT_FILE", file.path()};
    const Context context = make_context();
    SSL_CTX_set_default_verify_paths(context.get());
    EXPECT_EQ(authorities_of(context), 1) << "what OpenSSL itself does";
    trust_default_files(*context);
    EXPECT_EQ(authorities_of(context), authorities_of(without));
}

TEST(TrustedAuthoritiesTest, makes_the_next_context_trust_whom_the_first_one_does) {
    TrustedAuthorities trust;
    EXPECT_FALSE(trust.is_loaded());
    const Context first = make_context();
    trust.load_or_apply(*first);
    EXPECT_TRUE(trust.is_loaded());
    const Context second = make_context();
    EXPECT_NE(SSL_CTX_get_cert_store(second.get()), SSL_CTX_get_cert_store(first.get()));
    trust.load_or_apply(*second);
    EXPECT_EQ(SSL_CTX_get_cert_store(second.get()), SSL_CTX_get_cert_store(first.get()));
}

TEST(TrustedAuthoritiesTest, outlives_the_context_that_it_learned_from) {
    TrustedAuthorities trust;
    {
        const Context first = make_context();
        trust_default_files(*first);
        trust.load_or_apply(*first);
    }
    const Context reference = make_context();
    trust_default_files(*reference);
    const Context second = make_context();
    trust.load_or_apply(*second);
    EXPECT_EQ(authorities_of(second), authorities_of(reference));
}

}  // namespace
}  // namespace apivideo::detail
