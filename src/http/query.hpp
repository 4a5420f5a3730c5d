// SPDX-License-Identifier: MIT
// Path and query of a URL, written parameter by parameter.
#pragma once

#include "text/percent_encoding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace apivideo::detail {

/// Writes the parameters in the order of add(), percent-encoded, and leaves out those that are unset.
class Query {
  public:
    explicit Query(std::string_view path) {
        constexpr std::size_t usual_size = 192;
        target_.reserve(usual_size);
        target_ = path;
    }

    void add(std::string_view name, std::string_view value) {
        target_ += separator_;
        separator_ = '&';
        append_percent_encoded(target_, name);
        target_ += '=';
        append_percent_encoded(target_, value);
    }
    void add(std::string_view name, std::int64_t value) { add(name, std::to_string(value)); }
    template <class Value>
    void add(std::string_view name, const std::optional<Value>& value) {
        if (value) add(name, *value);
    }

    /// Such as `/path?name=value`; the path alone if nothing was added.
    [[nodiscard]] std::string target() && { return std::move(target_); }

  private:
    std::string target_;
    char separator_ = '?';
};

}  // namespace apivideo::detail
