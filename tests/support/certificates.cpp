// SPDX-License-Identifier: MIT
// Certificates made in the test process, right ones and wrong ones.
#include "support/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <cstdint>
#include <stdexcept>

namespace apivideo::tests {
namespace {

using Key = std::shared_ptr<EVP_PKEY>;
using X509Pointer = std::shared_ptr<X509>;

void require(bool succeeded, const char* what) {
    if (!succeeded) throw std::runtime_error{std::string{"OpenSSL could not make "} + what};
}

Key make_key() {
    const std::unique_ptr<EVP_PKEY_CTX, void (*)(EVP_PKEY_CTX*)> context{EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nullptr),
                                                                         EVP_PKEY_CTX_free};
    EVP_PKEY* key = nullptr;
    require(EVP_PKEY_keygen_init(context.get()) == 1 &&
                EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context.get(), NID_X9_62_prime256v1) == 1 &&
                EVP_PKEY_keygen(context.get(), &key) == 1,
            "a key");
    return {key, EVP_PKEY_free};
}

template <class Write>
std::string to_pem(Write write) {
    const std::unique_ptr<BIO, int (*)(BIO*)> memory{BIO_new(BIO_s_mem()), BIO_free};
    require(write(memory.get()) == 1, "PEM");
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string to_pem(X509& certificate) {
    return to_pem([&](BIO* out) { return PEM_write_bio_X509(out, &certificate); });
}

std::string to_pem(EVP_PKEY& key) {
    return to_pem([&](BIO* out) { return PEM_write_bio_PrivateKey(out, &key, nullptr, nullptr, 0, nullptr, nullptr); });
}

void add_extension(X509& certificate, X509& issuer, int id, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str());
    require(extension && X509_add_ext(&certificate, extension, -1) == 1, "an extension");
    X509_EXTENSION_free(extension);
}

X509Pointer make_unsigned(const CertificateRequest& request, EVP_PKEY& key) {
    X509Pointer certificate{X509_new(), X509_free};
    X509_set_version(certificate.get(), 2);
    std::uint32_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), static_cast<long>(serial >> 1));
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), static_cast<long>(request.valid_from.count()));
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(request.valid_until.count()));
    X509_set_pubkey(certificate.get(), &key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(request.common_name.c_str()), -1, -1, 0);
    return certificate;
}

void add_alternative_names(X509& certificate, X509& issuer, const CertificateRequest& request) {
    std::string names;
    for (const std::string& name : request.alternative_names) names += (names.empty() ? "" : ",") + name;
    if (!names.empty()) add_extension(certificate, issuer, NID_subject_alt_name, names);
}

void sign(X509& certificate, X509& issuer, EVP_PKEY& issuer_key) {
    X509_set_issuer_name(&certificate, X509_get_subject_name(&issuer));
    require(X509_sign(&certificate, &issuer_key, EVP_sha256()) > 0, "a signature");
}

}  // namespace

struct CertificateAuthority::State {
    Key key;
    X509Pointer certificate;
    std::string pem;
};

CertificateAuthority::CertificateAuthority(const std::string& name) : state_{std::make_unique<State>()} {
    make(name, *state_);
}

CertificateAuthority::CertificateAuthority(const std::string& name, const CertificateAuthority& issuer)
    : state_{std::make_unique<State>()} {
    make(name, *issuer.state_);
}

void CertificateAuthority::make(const std::string& name, const State& issuer) {
    state_->key = make_key();
    CertificateRequest request;
    request.common_name = name;
    state_->certificate = make_unsigned(request, *state_->key);
    X509& certificate = *state_->certificate;
    add_extension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    add_extension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    add_extension(certificate, certificate, NID_subject_key_identifier, "hash");
    sign(certificate, *issuer.certificate, *issuer.key);
    state_->pem = to_pem(certificate);
}

CertificateAuthority::~CertificateAuthority() = default;

const std::string& CertificateAuthority::certificate_pem() const noexcept { return state_->pem; }

Certificate CertificateAuthority::issue(const CertificateRequest& request) const {
    const Key key = make_key();
    const X509Pointer certificate = make_unsigned(request, *key);
    add_alternative_names(*certificate, *state_->certificate, request);
    add_extension(*certificate, *state_->certificate, NID_authority_key_identifier, "keyid");
    sign(*certificate, *state_->certificate, *state_->key);
    return {to_pem(*certificate), to_pem(*key)};
}

Certificate self_signed_certificate(const CertificateRequest& request) {
    const Key key = make_key();
    const X509Pointer certificate = make_unsigned(request, *key);
    add_alternative_names(*certificate, *certificate, request);
    sign(*certificate, *certificate, *key);
    return {to_pem(*certificate), to_pem(*key)};
}

std::string encrypted_key_pem(const Certificate& certificate, const std::string& password) {
    const std::unique_ptr<BIO, int (*)(BIO*)> memory{
        BIO_new_mem_buf(certificate.key_pem.data(), static_cast<int>(certificate.key_pem.size())), BIO_free};
    const Key key{PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr), EVP_PKEY_free};
    require(key != nullptr, "a key out of PEM");
    return to_pem([&](BIO* out) {
        return PEM_write_bio_PKCS8PrivateKey(out, key.get(), EVP_aes_128_cbc(), password.c_str(),
                                             static_cast<int>(password.size()), nullptr, nullptr);
    });
}

}  // namespace apivideo::tests
