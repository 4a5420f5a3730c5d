// SPDX-License-Identifier: MIT
// The one place where an answer becomes an exception.
#pragma once

#include <apivideo/http/http_transport.hpp>

namespace apivideo::detail {

/// Throws what stands for an answer that is not 200: the ApiException of its status, or UnexpectedResponseException for
/// another 2xx.
[[noreturn]] void throw_error(HttpResponse response);

}  // namespace apivideo::detail
