// SPDX-License-Identifier: MIT
// Makes the response of a call from the HTTP response, by the table of its members.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include "analytics/parameters.hpp"
#include "http/rate_limit_headers.hpp"
#include "http/response_checks.hpp"
#include "json/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace apivideo::detail {

/// @throws UnexpectedResponseException if the body does not fit @p table.
template <class Response, std::size_t N>
[[nodiscard]] Response decode(HttpResponse&& http, const json::Table<Response, N>& table) {
    Response response;
    constexpr std::size_t bytes_a_row = 50;  // about: a full page then allocates its rows once
    if constexpr (!std::is_same_v<decltype(response.data), std::optional<double>>)
        response.data.reserve(std::min(http.body.size() / bytes_a_row, static_cast<std::size_t>(max_page_size)));
    if (std::optional<json::Fault> fault = json::read(http.body, table, response)) {
        const std::string message = fault->message + note_on_coding(http);
        throw UnexpectedResponseException{fault->where, message, std::move(http)};
    }
    response.rate_limit = parse_rate_limit(http.headers);
    response.http = std::move(http);
    return response;
}

}  // namespace apivideo::detail
