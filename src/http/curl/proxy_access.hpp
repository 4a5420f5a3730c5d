// SPDX-License-Identifier: MIT
// How libcurl is told of a proxy and of the credentials for it.
#pragma once

#include <apivideo/http/transport_options.hpp>

#include "http/url.hpp"

#include <curl/curl.h>

#include <string>

namespace apivideo::detail::curl {

/// libcurl's own options for credentials decode them as parts of a URL, once or twice, as its version does.
class ProxyAccess {
  public:
    explicit ProxyAccess(const Proxy& proxy);
    ProxyAccess(const ProxyAccess&) = delete;
    ProxyAccess& operator=(const ProxyAccess&) = delete;
    ~ProxyAccess() = default;

    [[nodiscard]] const Url& url() const noexcept { return url_; }
    [[nodiscard]] bool speaks_tls() const noexcept { return url_.scheme == "https"; }
    [[nodiscard]] bool speaks_http() const noexcept { return url_.scheme != "socks5h"; }

    /// For CURLOPT_PROXY.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// For CURLOPT_PROXYHEADER: null without credentials in a header.
    [[nodiscard]] curl_slist* headers() noexcept { return authorization_.empty() ? nullptr : &headers_; }

  private:
    const Url url_;
    std::string text_;
    std::string authorization_;  ///< A header line.
    curl_slist headers_{};
};

}  // namespace apivideo::detail::curl
