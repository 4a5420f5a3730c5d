// SPDX-License-Identifier: MIT
// The addresses of a host in libcurl's form, so that libcurl does not look it up in a thread that it cannot end.
#pragma once

#include "http/url.hpp"

#include <curl/curl.h>

#include <array>
#include <string>
#include <vector>

namespace apivideo::detail::curl {

/// For CURLOPT_RESOLVE; must outlive the first exchange.
class AddressLines {
  public:
    /// @param host whose addresses they are: of the proxy if there is one.
    AddressLines(const Url& host, const std::vector<std::string>& addresses);
    AddressLines(const AddressLines&) = delete;
    AddressLines& operator=(const AddressLines&) = delete;
    ~AddressLines() = default;

    /// Null if the host is an address itself.
    [[nodiscard]] curl_slist* list() noexcept { return lines_[0].data ? lines_.data() : nullptr; }
    [[nodiscard]] bool has_several() const noexcept { return has_several_; }

  private:
    std::array<std::string, 2> texts_{};
    std::array<curl_slist, 2> lines_{};
    bool has_several_{false};
};

}  // namespace apivideo::detail::curl
