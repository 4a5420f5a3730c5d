// SPDX-License-Identifier: MIT
// Text from C functions such as std::getenv, which give a null pointer for what is not there.
#pragma once

#include <apivideo/errors.hpp>

#include <string>

namespace apivideo::detail {

/// @return @p text as a string.
/// @throws InvalidRequestException of @p field if @p text is null.
[[nodiscard]] inline std::string not_null(const char* field, const char* text) {
    if (!text) throw InvalidRequestException{field, "is null, as std::getenv gives it for a variable that is not set"};
    return text;
}

}  // namespace apivideo::detail
