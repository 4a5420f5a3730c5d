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
/// It cannot be used in a child process after fork(). It takes proxies of scheme `http` only.
///
/// cpprestsdk has one thread pool per process, of 40 threads unless the application sizes it before the first call.
/// @param options certificates, proxy and limits.
/// @return never null.
/// @throws InvalidRequestException if an option cannot be used; its field() names the option.
[[nodiscard]] APIVIDEO_EXPORT std::shared_ptr<HttpTransport> make_cpprest_transport(
    const TransportOptions& options = {});

}  // namespace apivideo
