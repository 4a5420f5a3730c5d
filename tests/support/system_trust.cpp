// SPDX-License-Identifier: MIT
// Certificate authorities of the system that a test makes up: X509_get_default_cert_dir() and ..._file() of the test's
// program stand before OpenSSL's.
#include "support/system_trust.hpp"

#include <dlfcn.h>

#include <optional>
#include <utility>

namespace apivideo::tests {
namespace {

struct Places {
    std::string folder;
    std::string file;
};

std::optional<Places>& made_up() {
    static std::optional<Places> places;
    return places;
}

const char* ask_openssl(const char* function) {
    return reinterpret_cast<const char* (*)()>(::dlsym(RTLD_NEXT, function))();
}

}  // namespace

SystemTrust::SystemTrust(std::string folder, std::string file) {
    made_up() = Places{std::move(folder), std::move(file)};
}

SystemTrust::~SystemTrust() { made_up().reset(); }

}  // namespace apivideo::tests

extern "C" __attribute__((visibility("default"))) const char* X509_get_default_cert_dir() {
    const auto& places = apivideo::tests::made_up();
    return places ? places->folder.c_str() : apivideo::tests::ask_openssl("X509_get_default_cert_dir");
}

extern "C" __attribute__((visibility("default"))) const char* X509_get_default_cert_file() {
    const auto& places = apivideo::tests::made_up();
    return places ? places->file.c_str() : apivideo::tests::ask_openssl("X509_get_default_cert_file");
}
