// SPDX-License-Identifier: MIT
/// @file
/// @brief What can be set on a transport that opens sockets.
#pragma once

#include <apivideo/detail/equality.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>

namespace apivideo {

/// An HTTP proxy. `https` requests are tunnelled through it by CONNECT.
struct Proxy {
    std::string url{};                       ///< `http://host[:port]`; without user name or password in it.
    std::optional<std::string> user_name{};  ///< For a proxy that asks for Basic authentication.
    std::optional<std::string> password{};   ///< For a proxy that asks for Basic authentication.

    friend auto members(const Proxy& value) { return std::tie(value.url, value.user_name, value.password); }
};

/// A certificate to show to a server that asks for one.
struct ClientCertificate {
    std::string certificate_file{};  ///< Path of a PEM file: the certificate, then those that vouch for it.
    std::string key_file{};          ///< Path of a PEM file: the private key, not encrypted.

    friend auto members(const ClientCertificate& value) { return std::tie(value.certificate_file, value.key_file); }
};

/// What can be set on a transport that opens sockets. There is no switch that turns the verification of certificates
/// off, and nothing here is taken from the environment.
struct TransportOptions {
    /// Path of a PEM file of certificate authorities to trust instead of the system's. Unset: the system's.
    std::optional<std::string> ca_file{};
    /// A certificate to show to servers that ask for one. Unset: none.
    std::optional<ClientCertificate> client_certificate{};
    /// Unset: no proxy.
    std::optional<Proxy> proxy{};
    /// The most bytes that the body of an answer may have; a longer one is refused while it arrives, with
    /// TransportFailure::too_large. 8 MiB unless set. At least 1.
    std::size_t max_body_bytes{std::size_t{8} * 1024 * 1024};

    friend auto members(const TransportOptions& value) {
        return std::tie(value.ca_file, value.client_certificate, value.proxy, value.max_body_bytes);
    }
};

}  // namespace apivideo
