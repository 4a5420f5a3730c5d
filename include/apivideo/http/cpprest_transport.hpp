// SPDX-License-Identifier: MIT
/// @file
/// @brief The transport on cpprestsdk.
#pragma once

#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include <memory>

namespace apivideo {

/// A new transport on cpprestsdk. It keeps connections open for the next request and is safe to use from many threads.
///
/// cpprestsdk has one thread pool in a process, of 40 threads unless the application sizes it before the first call.
/// @param options certificates, proxy and limits.
/// @return the transport, never null.
/// @throws InvalidRequestException where an option cannot be used: a file that cannot be read, a malformed proxy URL, a
/// limit of 0. Its field() names the option.
[[nodiscard]] APIVIDEO_EXPORT std::shared_ptr<HttpTransport> make_cpprest_transport(
    const TransportOptions& options = {});

}  // namespace apivideo
