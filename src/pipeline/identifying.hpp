// SPDX-License-Identifier: MIT
// Adds headers that say which library and program send the request.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>

#include <memory>
#include <optional>

namespace apivideo::detail {

/// Adds `User-Agent`, `Accept`, `AV-Origin-Client` and, if they are set, `AV-Origin-App` and `AV-Origin-Sdk`, unless
/// the request has them.
/// @throws InvalidRequestException of field `application` or `sdk` if the service would refuse it.
[[nodiscard]] std::shared_ptr<HttpTransport> make_identifying(std::shared_ptr<HttpTransport> inner,
                                                              const std::optional<NameAndVersion>& application,
                                                              const std::optional<NameAndVersion>& sdk);

}  // namespace apivideo::detail
