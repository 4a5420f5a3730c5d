// SPDX-License-Identifier: MIT
/// @file
/// @brief The error bodies that the service documents.
#pragma once

#include <apivideo/detail/equality.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace apivideo {

/// The body of a 400: a query parameter is missing or invalid. The service's `AnalyticsPlays400Error`.
struct AnalyticsPlays400Error {
    std::optional<std::string> type{};     ///< `type`: a link to the error's documentation.
    std::optional<std::string> title{};    ///< `title`: what went wrong, in a sentence.
    std::optional<std::int64_t> status{};  ///< `status`: the HTTP status.
    std::optional<std::string> detail{};   ///< `detail`: what would be right.
    std::optional<std::string> name{};     ///< `name`: the query parameter that is wrong.

    friend auto members(const AnalyticsPlays400Error& self) {
        return std::tie(self.type, self.title, self.status, self.detail, self.name);
    }
};

/// The body of a 403: analytics is disabled for the project. The service's `Model403ErrorSchema`.
struct Model403ErrorSchema {
    std::optional<std::string> type{};     ///< `type`: a link to the error's documentation.
    std::optional<std::string> title{};    ///< `title`: what went wrong, in a sentence.
    std::optional<std::string> name{};     ///< `name`: the parameter that caused the error.
    std::optional<std::int64_t> status{};  ///< `status`: the HTTP status.

    friend auto members(const Model403ErrorSchema& self) {
        return std::tie(self.type, self.title, self.name, self.status);
    }
};

/// The body of a 404. The service's `NotFound`.
struct NotFound {
    std::optional<std::string> type{};     ///< `type`: a link to the error's documentation.
    std::optional<std::string> title{};    ///< `title`: what went wrong, in a sentence.
    std::optional<std::string> name{};     ///< `name`: the parameter that caused the error.
    std::optional<std::int64_t> status{};  ///< `status`: the HTTP status.

    friend auto members(const NotFound& self) { return std::tie(self.type, self.title, self.name, self.status); }
};

/// The body of a 429: the rate limit is used up. The service's `TooManyRequests`.
struct TooManyRequests {
    std::optional<std::string> type{};     ///< `type`: a link to the error's documentation.
    std::optional<std::string> title{};    ///< `title`: what went wrong, in a sentence.
    std::optional<std::int64_t> status{};  ///< `status`: the HTTP status.

    friend auto members(const TooManyRequests& self) { return std::tie(self.type, self.title, self.status); }
};

/// Everything that an error body of the service may contain. Empty if the body is not a JSON object; a member of
/// another type than documented is unset.
struct Problem {
    std::optional<std::string> type{};     ///< `type`: a link to the error's documentation.
    std::optional<std::string> title{};    ///< `title`: what went wrong, in a sentence.
    std::optional<std::int64_t> status{};  ///< `status`: the HTTP status.
    std::optional<std::string> detail{};   ///< `detail`: what would be right.
    std::optional<std::string> name{};     ///< `name`: the parameter that caused the error.
    /// `problems`: further problems of the same request, one level deep; the first 100.
    std::vector<Problem> problems{};

    friend auto members(const Problem& self) {
        return std::tie(self.type, self.title, self.status, self.detail, self.name, self.problems);
    }
};

}  // namespace apivideo
