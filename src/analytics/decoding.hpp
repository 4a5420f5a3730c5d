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
#include <utility>
#include <vector>

namespace apivideo::detail {

/// Room for the rows of a body of @p bytes; responses without rows need none.
template <class Row>
void reserve(std::vector<Row>& rows, std::size_t bytes) {
    constexpr std::size_t bytes_a_row = 50;  // about: a full page then allocates its rows once
    rows.reserve(std::min(bytes / bytes_a_row, static_cast<std::size_t>(max_page_size)));
}
inline void reserve(const std::optional<double>&, std::size_t) noexcept {}

/// @throws UnexpectedResponseException if the body does not fit @p table.
template <class Response, std::size_t N>
[[nodiscard]] Response decode(HttpResponse&& http, const json::Table<Response, N>& table) {
    Response response;
    reserve(response.data, http.body.size());
    if (std::optional<json::Fault> fault = json::read(http.body, table, response)) {
        const std::string message = fault->message + note_on_coding(http);
        throw UnexpectedResponseException{fault->where, message, std::move(http)};
    }
    response.rate_limit = parse_rate_limit(http.headers);
    response.http = std::move(http);
    return response;
}

}  // namespace apivideo::detail
