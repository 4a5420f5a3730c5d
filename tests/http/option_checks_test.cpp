// SPDX-License-Identifier: MIT
// Transport options that nothing can work with: files, proxies, limits.
#include "http/option_checks.hpp"

#include <apivideo/errors.hpp>

#include <gtest/gtest.h>

#include "support/thrown.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace apivideo::detail {
namespace {

using test_support::is_one_line;
using test_support::thrown_by;

/// A folder of its own for each test, gone with it.
class OptionChecks : public ::testing::Test {
  protected:
    OptionChecks() {
        const ::testing::TestInfo& test = *::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  ("apivideo_" + std::string{test.name()} + '_' + std::to_string(getpid()));
        std::filesystem::create_directory(folder_);
    }
    ~OptionChecks() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream{folder_ / name} << content;
        return (folder_ / name).string();
    }
    std::string pem(const std::string& name, const std::string& label) const {
        return file(name, "-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----\n");
    }
    std::string folder() const { return folder_.string(); }

  private:
    std::filesystem::path folder_;
};

InvalidRequestException refusal_of(const TransportOptions& options) {
    const auto e = thrown_by<InvalidRequestException>([&] { check_transport_options(options); });
    EXPECT_TRUE(is_one_line(e.what()));
    return e;
}

InvalidRequestException refusal_of(const Proxy& proxy) {
    TransportOptions options;
    options.proxy = proxy;
    return refusal_of(options);
}

TEST_F(OptionChecks, take_the_defaults) { EXPECT_NO_THROW(check_transport_options({})); }

TEST_F(OptionChecks, refuse_a_limit_of_no_bytes) {
    TransportOptions options;
    options.max_body_bytes = 0;
    EXPECT_STREQ(refusal_of(options).what(), "max_body_bytes: is 0, expected at least 1");
    options.max_body_bytes = 1;
    EXPECT_NO_THROW(check_transport_options(options));
}

TEST_F(OptionChecks, refuse_a_connection_no_time_to_open) {
    TransportOptions options;
    options.connect_timeout = std::chrono::milliseconds{0};
    EXPECT_STREQ(refusal_of(options).what(), "connect_timeout: is 0 ms, expected at least 1 ms");
    options.connect_timeout = std::chrono::milliseconds{1};
    EXPECT_NO_THROW(check_transport_options(options));
}

TEST_F(OptionChecks, take_a_file_of_certificates) {
    TransportOptions options;
    options.ca_file = pem("ca.pem", "CERTIFICATE");
    EXPECT_NO_THROW(check_transport_options(options));
    options.ca_file = pem("trusted.pem", "TRUSTED CERTIFICATE");
    EXPECT_NO_THROW(check_transport_options(options));
}

TEST_F(OptionChecks, refuse_a_file_that_cannot_be_read_and_name_it) {
    TransportOptions options;
    for (const std::string& path : {std::string{}, folder() + "/missing.pem", file("empty.pem", "")}) {
        options.ca_file = path;
        const InvalidRequestException e = refusal_of(options);
        EXPECT_EQ(e.field(), "ca_file");
        EXPECT_EQ(std::string{e.what()},
                  "ca_file: the file '" + path + "' cannot be read or is empty, expected a PEM file");
    }
}

TEST_F(OptionChecks, refuse_what_is_not_a_regular_file_without_reading_it) {
    const std::string fifo = folder() + "/fifo.pem";
    ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
    for (const std::string& path : {folder(), fifo, std::string{"/dev/zero"}}) {
        TransportOptions options;
        options.ca_file = path;
        EXPECT_EQ(std::string{refusal_of(options).what()},
                  "ca_file: the file '" + path + "' is not a regular file, expected a PEM file");
        options = {};
        options.client_certificate = ClientCertificate{path, path};
        EXPECT_EQ(std::string{refusal_of(options).what()},
                  "client_certificate: the certificate file '" + path + "' is not a regular file, expected a PEM file");
        options.client_certificate = ClientCertificate{pem("c.pem", "CERTIFICATE"), path};
        EXPECT_EQ(std::string{refusal_of(options).what()},
                  "client_certificate: the key file '" + path + "' is not a regular file, expected a PEM file");
    }
}

TEST_F(OptionChecks, take_a_file_of_16_mebibytes_and_refuse_a_larger_one) {
    constexpr std::uintmax_t limit = 16 * 1024 * 1024;
    TransportOptions options;
    options.ca_file = pem("large.pem", "CERTIFICATE");
    std::filesystem::resize_file(*options.ca_file, limit);
    EXPECT_NO_THROW(check_transport_options(options));
    std::filesystem::resize_file(*options.ca_file, limit + 1);
    EXPECT_EQ(std::string{refusal_of(options).what()},
              "ca_file: the file '" + *options.ca_file + "' has 16777217 bytes, expected a PEM file of at most 16 MiB");
}

TEST_F(OptionChecks, refuse_a_file_without_what_it_should_hold) {
    TransportOptions options;
    for (const std::string& path :
         {file("text.pem", "hello"), pem("key.pem", "PRIVATE KEY"), file("end.pem", "-----END CERTIFICATE-----"),
          file("name.pem", "CERTIFICATE-----")}) {
        options.ca_file = path;
        EXPECT_EQ(std::string{refusal_of(options).what()},
                  "ca_file: the file '" + path + "' contains no PEM block 'CERTIFICATE'");
    }
}

TEST_F(OptionChecks, take_a_client_certificate_with_its_key) {
    TransportOptions options;
    options.client_certificate = ClientCertificate{pem("c.pem", "CERTIFICATE"), pem("k.pem", "RSA PRIVATE KEY")};
    EXPECT_NO_THROW(check_transport_options(options));
}

TEST_F(OptionChecks, refuse_a_client_certificate_without_certificate_or_key) {
    TransportOptions options;
    options.client_certificate = ClientCertificate{pem("k.pem", "PRIVATE KEY"), pem("c.pem", "CERTIFICATE")};
    EXPECT_EQ(refusal_of(options).field(), "client_certificate");
    options.client_certificate = ClientCertificate{pem("k.pem", "PRIVATE KEY"), pem("k.pem", "PRIVATE KEY")};
    EXPECT_EQ(refusal_of(options).field(), "client_certificate");
    options.client_certificate = ClientCertificate{pem("c.pem", "CERTIFICATE"), pem("c.pem", "CERTIFICATE")};
    EXPECT_EQ(refusal_of(options).field(), "client_certificate");
    options.client_certificate = ClientCertificate{pem("c.pem", "CERTIFICATE"), {}};
    EXPECT_EQ(refusal_of(options).field(), "client_certificate");
    options.client_certificate = ClientCertificate{};
    EXPECT_EQ(refusal_of(options).field(), "client_certificate");
}

TEST_F(OptionChecks, take_a_proxy_with_and_without_credentials) {
    for (const Proxy& proxy :
         {Proxy{"http://proxy", {}, {}}, Proxy{"http://[::1]:3128/", {}, {}}, Proxy{"http://proxy:8080", "user", {}},
          Proxy{"http://proxy:8080", "user", ""}, Proxy{"http://proxy:8080", "user", "pass:word"}}) {
        TransportOptions options;
        options.proxy = proxy;
        EXPECT_NO_THROW(check_transport_options(options)) << proxy.url;
    }
    EXPECT_EQ(checked_proxy_url({"HTTP://Proxy:8080", {}, {}}).origin(), "http://proxy:8080");
}

TEST_F(OptionChecks, refuse_a_proxy_url_of_another_form_without_repeating_it) {
    const struct {
        const char* url;
        const char* message;
    } cases[] = {
        {"", "proxy: is not an absolute URL, expected a URL like http://host:3128"},
        {"proxy:8080", "proxy: is not an absolute URL, expected a URL like http://host:3128"},
        {"socks5://proxy",
         "proxy: has a scheme other than http, https and socks5h, expected a URL like http://host:3128"},
        {"http://proxy/path", "proxy: has a path or query, expected a URL like http://host:3128"},
        {"http://proxy?a", "proxy: has a path or query, expected a URL like http://host:3128"},
        {"http://u:secret@proxy", "proxy: contains a user name or password, expected a URL like http://host:3128"}};
    for (const auto& c : cases) EXPECT_STREQ(refusal_of(Proxy{c.url, {}, {}}).what(), c.message);
}

TEST_F(OptionChecks, refuse_proxy_credentials_that_basic_authentication_cannot_carry) {
    for (const Proxy& proxy :
         {Proxy{"http://p", {}, "secret"}, Proxy{"http://p", "", "secret"}, Proxy{"http://p", "a:b", "secret"},
          Proxy{"http://p", "a\n", "secret"}, Proxy{"http://p", "a", "secret\r\n"}}) {
        const InvalidRequestException e = refusal_of(proxy);
        EXPECT_EQ(e.field(), "proxy");
        EXPECT_EQ(std::string{e.what()}.find("secret"), std::string::npos);
    }
}

}  // namespace
}  // namespace apivideo::detail
