// SPDX-License-Identifier: MIT
/// @file
/// @brief What can be set on a transport that opens sockets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace apivideo {

/// An HTTP proxy. `https` requests are tunnelled through it by CONNECT.
struct Proxy {
    std::string url{};                       ///< `http://host[:port]`; without user name or password in it.
    std::optional<std::string> user_name{};  ///< For a proxy that asks for Basic authentication.
    std::optional<std::string> password{};   ///< For a proxy that asks for Basic authentication.

    /// Member by member.
    friend bool operator==(const Proxy& a, const Proxy& b) {
        return a.url == b.url && a.user_name == b.user_name && a.password == b.password;
    }
    /// Not equal.
    friend bool operator!=(const Proxy& a, const Proxy& b) { return !(a == b); }
};

/// A certificate to show to a server that asks for one.
struct ClientCertificate {
    std::string certificate_file{};  ///< Path of a PEM file: the certificate, then those that vouch for it.
    std::string key_file{};          ///< Path of a PEM file: the private key, not encrypted.

    /// Member by member.
    friend bool operator==(const ClientCertificate& a, const ClientCertificate& b) {
        return a.certificate_file == b.certificate_file && a.key_file == b.key_file;
    }
    /// Not equal.
    friend bool operator!=(const ClientCertificate& a, const ClientCertificate& b) { return !(a == b); }
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

    /// Member by member.
    friend bool operator==(const TransportOptions& a, const TransportOptions& b) {
        return a.ca_file == b.ca_file && a.client_certificate == b.client_certificate && a.proxy == b.proxy &&
               a.max_body_bytes == b.max_body_bytes;
    }
    /// Not equal.
    friend bool operator!=(const TransportOptions& a, const TransportOptions& b) { return !(a == b); }
};

}  // namespace apivideo
