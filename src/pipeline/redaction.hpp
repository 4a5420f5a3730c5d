// SPDX-License-Identifier: MIT
// Takes credentials out of answers that repeat them.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// Every spelling of @p api_key that a server may repeat: the key, and Base64 of what Basic authentication sends, with
/// and without the colon, in both alphabets of Base64, without padding.
[[nodiscard]] std::vector<std::string> spellings_of_key(const std::string& api_key);

/// Finds secrets in texts, in a time that grows with the length of the text only: secrets and texts may both be a
/// hostile server's.
class Redactor {
  public:
    explicit Redactor(std::vector<std::string> secrets);

    /// @p text with `[redacted]` for each secret, as it is or with any of its characters escaped as JSON strings have
    /// it. One of less than 8 characters is found where it is a word of its own. Where that would make the text more
    /// than twice as long, `[redacted]` stands for all of it.
    [[nodiscard]] std::string redacted(std::string_view text) const;

    /// Takes the secrets out of reason, headers and body.
    void redact(HttpResponse& response) const;

  private:
    struct Secret {
        std::string text;
        std::vector<std::size_t> fallbacks;  ///< Of the first n characters: how many of their last ones begin it, too.
    };
    class Scan;

    std::vector<Secret> secrets_;
    std::array<bool, 256> may_begin_{};
};

}  // namespace apivideo::detail
