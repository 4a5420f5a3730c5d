// SPDX-License-Identifier: MIT
// Removes credentials from answers that repeat them.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "text/aho_corasick.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// Every spelling of @p api_key that a server may repeat: the key, and Base64 of what Basic authentication sends, with
/// and without the colon, in both alphabets of Base64, without padding.
[[nodiscard]] std::vector<std::string> spellings_of_key(const std::string& api_key);

/// Finds secrets in texts. The time grows with the length of the text only, since a hostile server may choose both text
/// and secrets.
class Redactor {
  public:
    explicit Redactor(const std::vector<std::string>& secrets) : secrets_{secrets} {}

    /// @p text with `[redacted]` in place of each secret, whether it is written as it is or with any of its characters
    /// escaped as in a JSON string, percent-encoded once, or percent-encoded and then escaped. A secret of less than 8
    /// characters is replaced only if it is a word of its own. If the text became more than twice as long, `[redacted]`
    /// replaces all of it.
    [[nodiscard]] std::string redacted(std::string_view text) const;

    /// Removes the secrets from reason, headers and body.
    void redact(HttpResponse& response) const;

  private:
    AhoCorasick secrets_;
};

}  // namespace apivideo::detail
