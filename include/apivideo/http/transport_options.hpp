// SPDX-License-Identifier: MIT
/// @file
/// @brief Options of a transport that opens sockets.
#pragma once

#include <apivideo/detail/equality.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>

namespace apivideo {

/// A proxy. `https` requests are tunnelled through an HTTP proxy by CONNECT; a SOCKS5 proxy looks up the host itself.
struct Proxy {
    /// `http://host[:port]`, without user name or password in it; over libcurl also `https://` and `socks5h://`.
    std::string url{};
    std::optional<std::string> user_name{};  ///< For a proxy that asks for it, in plain text; HTTP: Basic.
    std::optional<std::string> password{};   ///< For a proxy that asks for it.

    friend auto members(const Proxy& self) { return std::tie(self.url, self.user_name, self.password); }
};

/// A certificate for servers that request one.
struct ClientCertificate {
    std::string certificate_file{};  ///< Path of a PEM file: the certificate, then its intermediates.
    std::string key_file{};          ///< Path of a PEM file: the private key, not encrypted.

    friend auto members(const ClientCertificate& self) { return std::tie(self.certificate_file, self.key_file); }
};

/// Options of a transport that opens sockets. Certificates are always verified, and nothing comes from the environment.
struct TransportOptions {
    /// Path of a PEM file of certificate authorities to trust instead of the system's, of at most 16 MiB. Each of its
    /// certificates is trusted as it is, also an intermediate or the server's own. Unset: the system's.
    std::optional<std::string> ca_file{};
    /// Unset: no client certificate.
    std::optional<ClientCertificate> client_certificate{};
    /// Unset: no proxy.
    std::optional<Proxy> proxy{};
    /// Maximum size of a response body in bytes, at least 1. A larger body is refused while it arrives, with
    /// TransportFailure::too_large.
    std::size_t max_body_bytes{std::size_t{8} * 1024 * 1024};

    /// How long a connection may take to open, name lookup excluded, TLS and a proxy's tunnel included; at least 1 ms.
    /// A host with several addresses is given part of that time for each, so that a silent one is given up for the
    /// next.
    std::chrono::milliseconds connect_timeout{10'000};

    friend auto members(const TransportOptions& self) {
        return std::tie(self.ca_file, self.client_certificate, self.proxy, self.max_body_bytes, self.connect_timeout);
    }
};

}  // namespace apivideo
