// SPDX-License-Identifier: MIT
// Whom a transport trusts: the system's folder, then its file, each read when it is needed; or one file of the user's.
#include "http/tls/trusted_authorities.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include "support/certificates.hpp"
#include "support/descriptor_limit.hpp"
#include "support/environment_variable.hpp"
#include "support/sanitizers.hpp"
#include "support/temporary_file.hpp"
#include "support/temporary_folder.hpp"
#include "support/thrown.hpp"

#include <cstdio>
#include <fstream>
#include <initializer_list>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace apivideo::detail {
namespace {

using tests::CertificateAuthority;
using tests::TemporaryFile;
using tests::TemporaryFolder;

std::shared_ptr<X509> certificate_of(const std::string& pem) {
    const std::unique_ptr<BIO, int (*)(BIO*)> memory{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                     BIO_free};
    return {PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr), X509_free};
}

void write(const std::string& path, const std::string& content) { std::ofstream{path} << content; }

/// Under the name by which OpenSSL looks for it.
void add_hashed(const TemporaryFolder& folder, const CertificateAuthority& authority) {
    char name[16];
    std::snprintf(name, sizeof name, "/%08lx.0",
                  X509_subject_name_hash(certificate_of(authority.certificate_pem()).get()));
    write(folder.path() + name, authority.certificate_pem());
}

std::shared_ptr<SSL_CTX> context_of(const TrustedAuthorities& trust) {
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
    trust.apply(*context);
    return context;
}

int known_to(const TrustedAuthorities& trust) {
    return sk_X509_OBJECT_num(X509_STORE_get0_objects(SSL_CTX_get_cert_store(context_of(trust).get())));
}

/// OpenSSL's error. @param sent what the server sends along with its certificate.
int verify(TrustedAuthorities& trust, const std::string& server_pem, std::initializer_list<std::string> sent = {}) {
    const std::shared_ptr<SSL_CTX> context = context_of(trust);
    const std::shared_ptr<X509> server = certificate_of(server_pem);
    std::vector<std::shared_ptr<X509>> others;
    const std::shared_ptr<STACK_OF(X509)> chain{sk_X509_new_null(),
                                                [](STACK_OF(X509) * stack) { sk_X509_free(stack); }};
    for (const std::string& pem : sent) sk_X509_push(chain.get(), others.emplace_back(certificate_of(pem)).get());
    const std::shared_ptr<X509_STORE_CTX> verification{X509_STORE_CTX_new(), X509_STORE_CTX_free};
    X509_STORE_CTX_init(verification.get(), SSL_CTX_get_cert_store(context.get()), server.get(), chain.get());
    X509_VERIFY_PARAM_set1(X509_STORE_CTX_get0_param(verification.get()), SSL_CTX_get0_param(context.get()));
    const int accepted = trust.verify(*verification);
    const int error = X509_STORE_CTX_get_error(verification.get());
    EXPECT_EQ(accepted == 1, error == X509_V_OK);
    return error;
}

class SystemAuthorities : public ::testing::Test {
  protected:
    [[nodiscard]] std::string bundle() const { return elsewhere.path() + "/bundle.pem"; }

    TemporaryFolder folder{};
    TemporaryFolder elsewhere{};
    CertificateAuthority hashed{"In the folder"};
    CertificateAuthority bundled{"In the bundle"};
    TrustedAuthorities trust{folder.path(), bundle()};
};

TEST_F(SystemAuthorities, are_read_from_the_folder_one_by_one_and_from_the_bundle_where_the_folder_does_not_do) {
    add_hashed(folder, hashed);
    write(bundle(), bundled.certificate_pem());
    EXPECT_EQ(known_to(trust), 0) << "nothing is read before it is needed";
    EXPECT_EQ(verify(trust, hashed.issue().certificate_pem), X509_V_OK);
    EXPECT_EQ(known_to(trust), 1) << "the bundle was not needed";
    EXPECT_EQ(verify(trust, bundled.issue().certificate_pem), X509_V_OK);
    EXPECT_EQ(known_to(trust), 2);
    EXPECT_NE(verify(trust, CertificateAuthority{"Unknown"}.issue().certificate_pem), X509_V_OK);
}

TEST_F(SystemAuthorities, need_no_bundle_for_an_intermediate_that_the_server_sends) {
    add_hashed(folder, hashed);
    write(bundle(), bundled.certificate_pem());
    const CertificateAuthority intermediate{"Intermediate", hashed};
    EXPECT_EQ(verify(trust, intermediate.issue().certificate_pem, {intermediate.certificate_pem()}), X509_V_OK);
    EXPECT_EQ(known_to(trust), 1);
}

TEST_F(SystemAuthorities, are_found_in_the_bundle_where_the_server_sends_a_chain_to_another_one) {
    const CertificateAuthority forgotten{"Forgotten"};
    const CertificateAuthority intermediate{"Intermediate", bundled};
    const CertificateAuthority crossed{"In the bundle", forgotten};
    write(bundle(), bundled.certificate_pem());
    EXPECT_EQ(verify(trust, intermediate.issue().certificate_pem,
                     {intermediate.certificate_pem(), crossed.certificate_pem()}),
              X509_V_OK);
}

TEST_F(SystemAuthorities, are_found_in_the_bundle_where_the_folder_has_another_one_of_that_name) {
    const CertificateAuthority renewed{"In the folder"};
    add_hashed(folder, hashed);
    write(bundle(), renewed.certificate_pem());
    EXPECT_EQ(verify(trust, renewed.issue().certificate_pem), X509_V_OK);
    EXPECT_EQ(verify(trust, hashed.issue().certificate_pem), X509_V_OK);
}

TEST_F(SystemAuthorities, do_not_include_an_intermediate_that_the_server_sends) {
    write(bundle(), bundled.certificate_pem());
    const CertificateAuthority intermediate{"Intermediate", hashed};
    EXPECT_NE(verify(trust, intermediate.issue().certificate_pem, {intermediate.certificate_pem()}), X509_V_OK);
}

TEST_F(SystemAuthorities, are_read_by_the_next_verification_where_the_bundle_comes_later) {
    const std::string server = bundled.issue().certificate_pem;
    EXPECT_EQ(verify(trust, server), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
    write(bundle(), "");
    EXPECT_EQ(verify(trust, server), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
    write(bundle(), bundled.certificate_pem());
    EXPECT_EQ(verify(trust, server), X509_V_OK);
}

TEST_F(SystemAuthorities, are_read_by_the_next_verification_where_no_file_could_be_opened) {
    if (tests::is_sanitized) GTEST_SKIP() << "a sanitizer opens descriptors itself when it looks at memory";
    add_hashed(folder, hashed);
    write(bundle(), bundled.certificate_pem());
    for (const CertificateAuthority* const authority : {&bundled, &hashed}) {
        const std::string server = authority->issue().certificate_pem;
        TrustedAuthorities fresh{folder.path(), bundle()};
        {
            const tests::NoDescriptors none;
            EXPECT_NE(verify(fresh, server), X509_V_OK);
            EXPECT_NE(fresh.describe_if_empty(), "");
        }
        EXPECT_EQ(verify(fresh, server), X509_V_OK);
    }
}

TEST_F(SystemAuthorities, are_those_of_the_bundle_that_can_be_read) {
    const CertificateAuthority last{"Last"};
    write(bundle(), bundled.certificate_pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" +
                        last.certificate_pem());
    EXPECT_EQ(verify(trust, bundled.issue().certificate_pem), X509_V_OK);
    EXPECT_EQ(verify(trust, last.issue().certificate_pem), X509_V_OK);
}

TEST_F(SystemAuthorities, are_read_once_however_many_connections_need_them) {
    write(bundle(), bundled.certificate_pem());
    const std::string server = bundled.issue().certificate_pem;
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i) threads.emplace_back([&] { EXPECT_EQ(verify(trust, server), X509_V_OK); });
    for (std::thread& thread : threads) thread.join();
    write(bundle(), hashed.certificate_pem());
    EXPECT_NE(verify(trust, hashed.issue().certificate_pem), X509_V_OK);
}

TEST_F(SystemAuthorities, are_said_to_be_missing_only_where_neither_place_has_any) {
    EXPECT_EQ(trust.describe_if_empty(), "no certificate authority could be read from the folder '" + folder.path() +
                                             "' or the file '" + bundle() + '\'');
    write(folder.path() + "/README", "none here");
    EXPECT_NE(trust.describe_if_empty(), "");
    add_hashed(folder, hashed);
    EXPECT_EQ(trust.describe_if_empty(), "");
    TrustedAuthorities of_bundle{elsewhere.path(), bundle()};
    EXPECT_NE(of_bundle.describe_if_empty(), "");
    write(bundle(), bundled.certificate_pem());
    EXPECT_NE(verify(of_bundle, hashed.issue().certificate_pem), X509_V_OK);
    EXPECT_EQ(of_bundle.describe_if_empty(), "");
}

TEST_F(SystemAuthorities, are_shared_by_all_connections_of_a_transport_and_outlive_each) {
    const std::shared_ptr<SSL_CTX> first = context_of(trust);
    EXPECT_EQ(SSL_CTX_get_cert_store(first.get()), SSL_CTX_get_cert_store(context_of(trust).get()));
}

TEST(DefaultAuthorities, are_none_that_the_environment_names) {
    const CertificateAuthority authority;
    const TemporaryFile file{authority.certificate_pem()};
    const TemporaryFolder folder;
    add_hashed(folder, authority);
    const tests::EnvironmentVariable file_variable{"SSL_CERT_FILE", file.path()};
    const tests::EnvironmentVariable folder_variable{"SSL_CERT_DIR", folder.path()};
    TrustedAuthorities trust;
    EXPECT_NE(verify(trust, authority.issue().certificate_pem), X509_V_OK);
}

TEST(DefaultAuthorities, are_those_that_openssl_was_built_to_trust) {
    const std::shared_ptr<X509_STORE> expected{X509_STORE_new(), X509_STORE_free};
    X509_STORE_load_locations(expected.get(), X509_get_default_cert_file(), nullptr);
    TrustedAuthorities trust;
    EXPECT_NE(verify(trust, CertificateAuthority{}.issue().certificate_pem), X509_V_OK);
    EXPECT_EQ(known_to(trust), sk_X509_OBJECT_num(X509_STORE_get0_objects(expected.get())));
}

TEST(CaFile, makes_each_of_its_certificates_a_trust_anchor) {
    const CertificateAuthority root{"Root"};
    const CertificateAuthority intermediate{"Intermediate", root};
    const std::string server = intermediate.issue().certificate_pem;
    for (const std::string& trusted : {intermediate.certificate_pem(), server}) {
        const TemporaryFile file{trusted};
        TrustedAuthorities trust{file.path()};
        EXPECT_EQ(verify(trust, server), X509_V_OK);
        EXPECT_NE(verify(trust, root.issue().certificate_pem), X509_V_OK);
    }
    const TemporaryFile file{root.certificate_pem()};
    TrustedAuthorities trust{file.path()};
    EXPECT_NE(verify(trust, server), X509_V_OK) << "nobody sent the intermediate";
}

TEST(CaFile, may_hold_blocks_of_other_kinds) {
    const CertificateAuthority authority;
    const TemporaryFile file{"a comment\n" + authority.issue().key_pem + authority.certificate_pem()};
    TrustedAuthorities trust{file.path()};
    EXPECT_EQ(verify(trust, authority.issue().certificate_pem), X509_V_OK);
}

TEST(CaFile, is_refused_with_the_number_of_the_certificate_that_is_broken) {
    const std::string right = CertificateAuthority{}.certificate_pem();
    const std::string broken[] = {"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                  "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
                                  right.substr(0, right.size() / 2)};
    for (const std::string& third : broken) {
        const TemporaryFile file{right + right + third};
        const auto e = test_support::thrown_by<InvalidRequestException>([&] { TrustedAuthorities{file.path()}; });
        EXPECT_EQ(e.field(), "ca_file");
        EXPECT_EQ(std::string{e.what()},
                  "ca_file: the file '" + file.path() + "' has a certificate that cannot be read: number 3");
    }
}

TEST(CaFile, is_refused_where_it_holds_no_certificate) {
    const TemporaryFile file{"hello"};
    EXPECT_EQ(
        std::string{test_support::thrown_by<InvalidRequestException>([&] { TrustedAuthorities{file.path()}; }).what()},
        "ca_file: the file '" + file.path() + "' contains no usable certificate");
}

}  // namespace
}  // namespace apivideo::detail
