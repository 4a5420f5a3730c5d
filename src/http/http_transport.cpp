// SPDX-License-Identifier: MIT
// The values that every transport takes and returns: header lookup, comparison.
#include <apivideo/http/http_transport.hpp>

#include "text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace apivideo {
namespace {

auto named(std::string_view name) {
    return [name](const HttpHeader& header) { return detail::equal_ignoring_case(header.name, name); };
}

}  // namespace

HttpHeaders::HttpHeaders(std::initializer_list<HttpHeader> headers) : headers_{headers} {}

void HttpHeaders::add(std::string name, std::string value) {
    headers_.push_back(HttpHeader{std::move(name), std::move(value)});
}

void HttpHeaders::set(std::string name, std::string value) {
    remove(name);
    add(std::move(name), std::move(value));
}

std::size_t HttpHeaders::remove(std::string_view name) {
    const std::string own_name{name};  // `name` may refer to a header that is moved
    const auto kept = std::remove_if(headers_.begin(), headers_.end(), named(own_name));
    const auto removed = static_cast<std::size_t>(headers_.end() - kept);
    headers_.erase(kept, headers_.end());
    return removed;
}

const std::string* HttpHeaders::find(std::string_view name) const noexcept {
    const auto found = std::find_if(headers_.begin(), headers_.end(), named(name));
    return found == headers_.end() ? nullptr : &found->value;
}

std::optional<std::string> HttpHeaders::get(std::string_view name) const {
    const std::string* value = find(name);
    return value ? std::optional<std::string>{*value} : std::nullopt;
}

std::vector<std::string> HttpHeaders::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const HttpHeader& header : headers_)
        if (detail::equal_ignoring_case(header.name, name)) values.push_back(header.value);
    return values;
}

// Defined here, so that the vtable and the type are in this file alone.
HttpTransport::~HttpTransport() = default;

}  // namespace apivideo
