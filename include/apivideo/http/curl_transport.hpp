// SPDX-License-Identifier: MIT
/// @file
/// @brief The transport on libcurl.
#pragma once

#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include <memory>

namespace apivideo {

/// A new transport on libcurl. It keeps connections open for the next request, is safe to use from many threads, and
/// starts no thread of its own but libcurl's for looking up names.
/// @param options certificates, proxy and limits.
/// @return the transport, never null.
/// @throws InvalidRequestException where an option cannot be used: a file that cannot be read, a malformed proxy URL, a
/// limit of 0. Its field() names the option.
[[nodiscard]] APIVIDEO_EXPORT std::shared_ptr<HttpTransport> make_curl_transport(const TransportOptions& options = {});

}  // namespace apivideo
