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
/// starts no threads except up to four to look up names. It cannot be used in a child process after fork().
/// @param options certificates, proxy and limits.
/// @return never null.
/// @throws InvalidRequestException if an option cannot be used; its field() names the option.
[[nodiscard]] APIVIDEO_EXPORT std::shared_ptr<HttpTransport> make_curl_transport(const TransportOptions& options = {});

}  // namespace apivideo
