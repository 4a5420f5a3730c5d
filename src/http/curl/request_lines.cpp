// SPDX-License-Identifier: MIT
// The headers of a request in libcurl's form, without those that libcurl adds by default.
#include "http/curl/request_lines.hpp"

#include "text/ascii.hpp"

#include <cstddef>
#include <cstring>

namespace apivideo::detail::curl {
namespace {

void append_line(std::string& text, const HttpHeader& header) {
    text += header.name;
    // libcurl suppresses a header if only its name and a colon are given.
    if (trimmed(header.value).empty())
        text += ';';
    else
        text.append(": ").append(header.value);
    text += '\0';
}

}  // namespace

curl_slist* RequestLines::fill(const HttpRequest& request, bool with_body) {
    text_.clear();
    for (const HttpHeader& header : request.headers) append_line(text_, header);
    const auto suppress_default = [&](const char* name) {
        if (!request.headers.find(name)) text_.append(name).append(":").push_back('\0');
    };
    text_.append("Accept-Encoding: identity").push_back('\0');
    suppress_default("Accept");
    if (with_body) {
        suppress_default("Content-Type");
        suppress_default("Expect");
    }
    lines_.clear();
    for (char* line = text_.data(); line != text_.data() + text_.size(); line += std::strlen(line) + 1)
        lines_.push_back(curl_slist{line, nullptr});
    for (std::size_t i = 1; i < lines_.size(); ++i) lines_[i - 1].next = &lines_[i];
    return lines_.data();
}

}  // namespace apivideo::detail::curl
