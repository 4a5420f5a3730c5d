// SPDX-License-Identifier: MIT
// The headers of a request in libcurl's form, without those that libcurl adds by default.
#include "http/curl/request_lines.hpp"

#include "text/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace apivideo::detail::curl {
namespace {

constexpr std::string_view separator = ": ";

void append_line(std::string& text, const HttpHeader& header) {
    text += header.name;
    // libcurl suppresses a header if only its name and a colon are given.
    if (trimmed(header.value).empty())
        text += ';';
    else
        text.append(separator).append(header.value);
    text += '\0';
}

}  // namespace

curl_slist* RequestLines::fill(const HttpRequest& request, bool with_body) {
    text_.clear();
    std::size_t count = 0;
    for (const HttpHeader& header : request.headers) {
        append_line(text_, header);
        ++count;
    }
    const auto suppress_default = [&](const char* name) {
        if (request.headers.find(name)) return;
        text_.append(name).append(":").push_back('\0');
        ++count;
    };
    suppress_default("Accept");
    if (with_body) {
        suppress_default("Content-Type");
        suppress_default("Expect");
    }
    lines_.resize(count);
    char* line = text_.data();
    for (std::size_t i = 0; i < count; ++i) {
        lines_[i] = curl_slist{line, i + 1 < count ? &lines_[i + 1] : nullptr};
        line += std::string_view{line}.size() + 1;
    }
    return lines_.data();
}

}  // namespace apivideo::detail::curl
