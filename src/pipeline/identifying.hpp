// SPDX-License-Identifier: MIT
// Says on every request what library and program send it.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/http/http_transport.hpp>

#include <memory>
#include <optional>

namespace apivideo::detail {

/// Adds `User-Agent`, `Accept`, `AV-Origin-Client` and, where they are set, `AV-Origin-App` and `AV-Origin-Sdk`. What a
/// request has already stays.
/// @throws InvalidRequestException of field `application` or `sdk` where the service would refuse it.
[[nodiscard]] std::shared_ptr<HttpTransport> make_identifying(std::shared_ptr<HttpTransport> inner,
                                                              const std::optional<NameAndVersion>& application,
                                                              const std::optional<NameAndVersion>& sdk);

}  // namespace apivideo::detail
