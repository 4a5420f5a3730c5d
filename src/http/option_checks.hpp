// SPDX-License-Identifier: MIT
// Checks TransportOptions when a transport is made.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/url.hpp"

namespace apivideo::detail {

/// Of the files it checks that they are regular files of at most 16 MiB, can be read and contain PEM of the right kind.
/// @throws InvalidRequestException of field `ca_file`, `client_certificate`, `proxy` or `max_body_bytes`.
void check_transport_options(const TransportOptions& options);

/// @throws InvalidRequestException of field `proxy`.
[[nodiscard]] Url checked_proxy_url(const Proxy& proxy);

}  // namespace apivideo::detail
