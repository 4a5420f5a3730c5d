// SPDX-License-Identifier: MIT
// Text made fit to stand in HTML.
#include "html_text.hpp"

#include "numbers.hpp"
#include "text.hpp"

namespace analytics_report {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text, std::string_view attributes) {
    std::string out{'<'};
    out.append(name).append(attributes).append(">").append(escaped(text)).append("</");
    return out.append(name).append(">");
}

std::string percent_length(double share) { return length(share * 100) + '%'; }

std::string length(double pixels) { return with_places(pixels, 2); }

}  // namespace analytics_report
