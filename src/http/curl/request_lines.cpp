// SPDX-License-Identifier: MIT
// The headers of a request as libcurl takes them: those that are given, and none of its own making.
#include "http/curl/request_lines.hpp"

#include "text/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace apivideo::detail::curl {
namespace {

constexpr std::string_view between = ": ";

void append_line(std::string& text, const HttpHeader& header) {
    text += header.name;
    // libcurl takes a name and a colon for a header to leave out.
    if (trimmed(header.value).empty())
        text += ';';
    else
        text.append(between).append(header.value);
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
    const auto leave_out = [&](const char* name) {
        if (request.headers.find(name)) return;
        text_.append(name).append(":").push_back('\0');
        ++count;
    };
    leave_out("Accept");
    if (with_body) {
        leave_out("Content-Type");
        leave_out("Expect");
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
