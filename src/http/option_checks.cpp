// SPDX-License-Identifier: MIT
// Checks TransportOptions when a transport is made.
#include "http/option_checks.hpp"

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>

namespace apivideo::detail {
namespace {

constexpr std::uintmax_t max_pem_file_bytes = std::uintmax_t{16} * 1024 * 1024;

/// Other files may never end, or block until somebody writes to them.
void check_regular_file(const std::string& field, const std::string& what, const std::string& path) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        throw InvalidRequestException{field, what + " '" + path + "' is not a regular file, expected a PEM file"};
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > max_pem_file_bytes)
        throw InvalidRequestException{field, what + " '" + path + "' has " + std::to_string(size) +
                                                 " bytes, expected a PEM file of at most 16 MiB"};
}

/// Empty if it cannot be read.
std::string content_of(const std::string& path) {
    std::ostringstream content;
    content << std::ifstream{path, std::ios::binary}.rdbuf();
    return content ? content.str() : std::string{};
}

void check_pem_file(const std::string& field, const std::string& what, const std::string& path,
                    const std::string& label) {
    check_regular_file(field, what, path);
    const std::string content = content_of(path);
    if (content.empty())
        throw InvalidRequestException{field, what + " '" + path + "' cannot be read or is empty, expected a PEM file"};
    const std::size_t begin = content.find("-----BEGIN ");
    if (begin == std::string::npos || content.find(label + "-----", begin) == std::string::npos)
        throw InvalidRequestException{field, what + " '" + path + "' contains no PEM block '" + label + '\''};
}

bool has_control_character(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_control(c); });
}

void check_proxy(const Proxy& proxy) {
    static_cast<void>(checked_proxy_url(proxy));
    if (proxy.password && !proxy.user_name)
        throw InvalidRequestException{"proxy", "has a password without a user name, expected both"};
    if (!proxy.user_name) return;
    if (proxy.user_name->empty() || proxy.user_name->find(':') != std::string::npos ||
        has_control_character(*proxy.user_name))
        throw InvalidRequestException{"proxy",
                                      "has a user name that is empty or contains a colon or control character"};
    if (proxy.password && has_control_character(*proxy.password))
        throw InvalidRequestException{"proxy", "has a password that contains a control character"};
}

}  // namespace

Url checked_proxy_url(const Proxy& proxy) {
    try {
        return parse_proxy_url(proxy.url);
    } catch (const std::invalid_argument& e) {
        throw InvalidRequestException{"proxy", std::string{e.what()} + ", expected a URL like http://host:3128"};
    }
}

void check_transport_options(const TransportOptions& options) {
    if (options.max_body_bytes < 1) throw InvalidRequestException{"max_body_bytes", "is 0, expected at least 1"};
    if (options.connect_timeout < std::chrono::milliseconds{1})
        throw InvalidRequestException{
            "connect_timeout", "is " + std::to_string(options.connect_timeout.count()) + " ms, expected at least 1 ms"};
    if (options.ca_file) check_pem_file("ca_file", "the file", *options.ca_file, "CERTIFICATE");
    if (options.client_certificate) {
        const ClientCertificate& certificate = *options.client_certificate;
        check_pem_file("client_certificate", "the certificate file", certificate.certificate_file, "CERTIFICATE");
        check_pem_file("client_certificate", "the key file", certificate.key_file, "PRIVATE KEY");
    }
    if (options.proxy) check_proxy(*options.proxy);
}

}  // namespace apivideo::detail
