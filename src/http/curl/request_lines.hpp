// SPDX-License-Identifier: MIT
// The headers of a request as libcurl takes them: those that are given, and none of its own making.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <curl/curl.h>

#include <string>
#include <vector>

namespace apivideo::detail::curl {

/// Made once and filled for each request, so that its memory is used again.
class RequestLines {
  public:
    /// @return the list, valid until the next call.
    [[nodiscard]] curl_slist* fill(const HttpRequest& request, bool with_body);

  private:
    std::string text_;               ///< Every line with a NUL after it.
    std::vector<curl_slist> lines_;  ///< Never changed by libcurl.
};

}  // namespace apivideo::detail::curl
