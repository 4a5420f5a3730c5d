// SPDX-License-Identifier: MIT
// Makes libcurl's multi handles, and keeps their descriptors from programs that the application starts.
#pragma once

#include "http/url.hpp"

#include <curl/curl.h>

#include <memory>

namespace apivideo::detail::curl {

using MultiHandle = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;

/// A handle for one connection, which curl_multi_wakeup() can wake.
/// @param url for messages.
/// @throws TransportException if no file descriptors are available, std::bad_alloc.
[[nodiscard]] MultiHandle make_multi_handle(const Url& url);

}  // namespace apivideo::detail::curl
