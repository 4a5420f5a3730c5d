// SPDX-License-Identifier: MIT
/// @file
/// @brief The transport of clients that set none.
#pragma once

#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include <memory>

namespace apivideo {

/// A new transport of the kind that the library was built to use by default: on cpprestsdk, unless it was built with
/// `-DAPIVIDEO_DEFAULT_TRANSPORT=curl` or without cpprestsdk; then on libcurl.
/// @param options certificates, proxy and limits.
/// @return never null.
/// @throws InvalidRequestException if an option cannot be used; its field() names the option.
[[nodiscard]] APIVIDEO_EXPORT std::shared_ptr<HttpTransport> make_default_transport(
    const TransportOptions& options = {});

}  // namespace apivideo
