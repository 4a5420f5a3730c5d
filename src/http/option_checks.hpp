// SPDX-License-Identifier: MIT
// TransportOptions that no transport can work with, refused when it is made.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/url.hpp"

namespace apivideo::detail {

/// Looks into the files as far as any TLS library would need: that they can be read and hold PEM of the right kind.
/// @throws InvalidRequestException of field `ca_file`, `client_certificate`, `proxy` or `max_body_bytes`.
void check_transport_options(const TransportOptions& options);

/// @throws InvalidRequestException of field `proxy`.
[[nodiscard]] Url checked_proxy_url(const Proxy& proxy);

}  // namespace apivideo::detail
