// SPDX-License-Identifier: MIT
// The one place where an answer becomes an exception.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include <string>

namespace apivideo::detail {

/// Throws what stands for an answer that is not 200: the ApiException of its status, or UnexpectedResponseException for
/// another 2xx.
/// @param removed_call what was called, for what() if the service does not know the URL.
[[noreturn]] void throw_error(HttpResponse response, const std::string& removed_call = {});

}  // namespace apivideo::detail
