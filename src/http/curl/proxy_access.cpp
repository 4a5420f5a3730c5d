// SPDX-License-Identifier: MIT
// How libcurl is told of a proxy and of the credentials for it.
#include "http/curl/proxy_access.hpp"

#include "http/option_checks.hpp"
#include "text/base64.hpp"
#include "text/percent_encoding.hpp"

namespace apivideo::detail::curl {

ProxyAccess::ProxyAccess(const Proxy& proxy) : url_{checked_proxy_url(proxy)}, text_{url_.origin()} {
    if (!proxy.user_name) return;
    const std::string password = proxy.password.value_or("");
    if (speaks_http()) {
        authorization_ = "Proxy-Authorization: " + basic_authorization(*proxy.user_name, password);
        headers_.data = authorization_.data();
        return;
    }
    std::string credentials;
    append_percent_encoded(credentials, *proxy.user_name);
    credentials += ':';
    append_percent_encoded(credentials, password);
    text_.insert(text_.find("://") + 3, credentials + '@');
}

}  // namespace apivideo::detail::curl
