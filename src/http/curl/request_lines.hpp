// SPDX-License-Identifier: MIT
// The headers of a request in libcurl's form, without those that libcurl adds by default.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <curl/curl.h>

#include <string>
#include <vector>

namespace apivideo::detail::curl {

/// Reused for each request, so that its memory is, too.
class RequestLines {
  public:
    /// @return a list that is valid until the next call.
    [[nodiscard]] curl_slist* fill(const HttpRequest& request, bool with_body);

  private:
    std::string text_;               ///< Every line, terminated by NUL.
    std::vector<curl_slist> lines_;  ///< libcurl does not change them.
};

}  // namespace apivideo::detail::curl
