// SPDX-License-Identifier: MIT
// Certificate authorities that a transport trusts, read at most once and only if needed.
#include "http/tls/trusted_authorities.hpp"

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

namespace apivideo::detail {
namespace {

std::shared_ptr<X509_STORE> make_store() {
    std::shared_ptr<X509_STORE> store{X509_STORE_new(), X509_STORE_free};
    if (!store) throw std::bad_alloc{};
    return store;
}

/// By default OpenSSL asks for the password of an encrypted block at the terminal.
int no_password_of_block(char*, int, int, void*) noexcept { return 0; }

bool is_end_of_file(unsigned long error) noexcept {
    return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

struct ReadCertificates {
    std::size_t usable{0};
    std::size_t first_broken{0};  ///< Its number in the file, from 1; 0 if none is.
};

ReadCertificates read_into(X509_STORE& store, const std::string& path) {
    ReadCertificates read;
    const std::unique_ptr<BIO, decltype(&BIO_free)> file{BIO_new_file(path.c_str(), "r"), &BIO_free};
    for (std::size_t number = 1; file; ++number) {
        ERR_clear_error();
        const std::unique_ptr<X509, decltype(&X509_free)> certificate{
            PEM_read_bio_X509_AUX(file.get(), nullptr, no_password_of_block, nullptr), &X509_free};
        if (certificate && X509_STORE_add_cert(&store, certificate.get()) == 1)
            ++read.usable;
        else if (is_end_of_file(ERR_peek_last_error()))
            break;
        else if (read.first_broken == 0)
            read.first_broken = number;
    }
    ERR_clear_error();
    return read;
}

std::shared_ptr<X509_STORE> read_ca_file(const std::string& path) {
    std::shared_ptr<X509_STORE> store = make_store();
    const ReadCertificates read = read_into(*store, path);
    const std::string file = "the file '" + path + '\'';
    if (read.first_broken > 0)
        throw InvalidRequestException{
            "ca_file", file + " has a certificate that cannot be read: number " + std::to_string(read.first_broken)};
    if (read.usable == 0) throw InvalidRequestException{"ca_file", file + " contains no usable certificate"};
    return store;
}

std::shared_ptr<X509_STORE> look_up_in(const std::string& folder) {
    std::shared_ptr<X509_STORE> store = make_store();
    X509_STORE_load_path(store.get(), folder.c_str());
    ERR_clear_error();
    return store;
}

/// Such as `002c0b4f.0`.
bool is_hashed_name(std::string_view name) noexcept {
    constexpr std::size_t hash_size = 8;
    return name.size() > hash_size + 1 && name[hash_size] == '.' &&
           std::all_of(name.begin(), name.begin() + hash_size, [](char c) { return hex_value(c) >= 0; });
}

}  // namespace

TrustedAuthorities::TrustedAuthorities()
    : TrustedAuthorities{X509_get_default_cert_dir(), X509_get_default_cert_file()} {}

TrustedAuthorities::TrustedAuthorities(std::string folder, std::string file)
    : folder_{std::move(folder)}, file_{std::move(file)}, store_{look_up_in(folder_)} {}

TrustedAuthorities::TrustedAuthorities(const std::string& ca_file)
    : flags_{X509_V_FLAG_PARTIAL_CHAIN}, store_{read_ca_file(ca_file)}, complete_{true} {}

void TrustedAuthorities::apply(SSL_CTX& context) const {
    SSL_CTX_set1_cert_store(&context, store_.get());
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(&context), flags_);
}

int TrustedAuthorities::verify(X509_STORE_CTX& verification) {
    const bool was_complete = complete_;
    const int accepted = X509_verify_cert(&verification);
    if (accepted == 1 || was_complete || !read_file()) return accepted;
    // OpenSSL verifies only if there is no chain yet.
    X509_STORE_CTX_set0_verified_chain(&verification, nullptr);
    X509_STORE_CTX_set_error(&verification, X509_V_OK);
    return X509_verify_cert(&verification);
}

bool TrustedAuthorities::read_file() {
    const std::lock_guard<std::mutex> lock{reading_};
    if (!complete_) complete_ = read_into(*store_, file_).usable > 0;
    return complete_;
}

bool TrustedAuthorities::has_hashed_certificate() const {
    std::error_code error;
    for (std::filesystem::directory_iterator entry{folder_, error}, end; !error && entry != end; entry.increment(error))
        if (is_hashed_name(entry->path().filename().string())) return true;
    return false;
}

std::string TrustedAuthorities::describe_if_empty() const {
    if (complete_ || has_hashed_certificate()) return {};
    return "no certificate authority could be read from the folder '" + folder_ + "' or the file '" + file_ + '\'';
}

}  // namespace apivideo::detail
