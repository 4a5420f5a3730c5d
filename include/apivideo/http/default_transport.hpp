// SPDX-License-Identifier: MIT
/// @file
/// @brief The transport that is used where none is set.
#pragma once

#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include <memory>

namespace apivideo {

/// A new transport of the kind that the library was built to use by default: on cpprestsdk, unless it was built with
/// `-DAPIVIDEO_DEFAULT_TRANSPORT=curl` or without cpprestsdk; then on libcurl.
/// @param options certificates, proxy and limits.
/// @return the transport, never null.
/// @throws InvalidRequestException where an option cannot be used: a file that cannot be read, a malformed proxy URL, a
/// limit of 0. Its field() names the option.
[[nodiscard]] APIVIDEO_EXPORT std::shared_ptr<HttpTransport> make_default_transport(
    const TransportOptions& options = {});

}  // namespace apivideo
