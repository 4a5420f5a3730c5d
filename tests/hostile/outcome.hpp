// SPDX-License-Identifier: MIT
// What became of a call, as text: rows as `value=plays`, an exception as its name and what it says to programs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace apivideo {
class AnalyticsApi;
enum class TransportFailure;
}  // namespace apivideo

namespace apivideo::tests {

/// The outcomes that are right: more than one where HTTP leaves it open, or a race decides.
struct Expected {
    std::vector<std::string> outcomes{};
};

[[nodiscard]] Expected operator|(Expected a, const Expected& b);

/// Rows, such as `france=7 japan=2`; empty for none.
[[nodiscard]] Expected rows(const std::string& text);
/// The row that every good answer has, and those of scripts unless they say otherwise.
[[nodiscard]] Expected right_data();
/// A TransportException.
[[nodiscard]] Expected fails(TransportFailure failure);
/// An UnexpectedResponseException.
[[nodiscard]] Expected unexpected(const std::string& where, int status = 200);
/// The ApiException for the status, of the type that is documented for it.
[[nodiscard]] Expected api_error(int status);

/// The UnauthorizedException for whatever 4xx a login is answered with.
[[nodiscard]] Expected refused_login(int status);

/// The outcome of get_videos_plays().
[[nodiscard]] std::string one_page(const AnalyticsApi& api);
/// The rows of list_videos_plays(), and after them the exception, if one ended it.
[[nodiscard]] std::function<std::string(const AnalyticsApi&)> all_pages(std::optional<std::int64_t> max_pages = {},
                                                                        int concurrency = 1);

/// What a call came to, and all texts of an exception that people may see.
struct Outcome {
    std::string text{};
    std::vector<std::string> words{};
};

[[nodiscard]] Outcome outcome_of(const std::function<std::string(const AnalyticsApi&)>& call, const AnalyticsApi& api);

}  // namespace apivideo::tests
