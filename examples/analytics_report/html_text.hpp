// SPDX-License-Identifier: MIT
// Text made fit to stand in HTML.
#pragma once

#include <string>
#include <string_view>

namespace analytics_report {

/// printable() text that is only text, between tags as well as in a quoted attribute.
[[nodiscard]] std::string escaped(std::string_view text);

/// `<name>escaped text</name>`. @param attributes such as ` class="note"`, as it is.
[[nodiscard]] std::string element(std::string_view name, std::string_view text, std::string_view attributes = {});

/// Such as `37.5%`, for a length.
[[nodiscard]] std::string percent_length(double share);

/// Such as `37.5`, with at most two places.
[[nodiscard]] std::string length(double pixels);

}  // namespace analytics_report
