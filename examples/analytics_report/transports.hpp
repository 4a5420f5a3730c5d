// SPDX-License-Identifier: MIT
// The transports that the library was built with.
#pragma once

#include "options.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace analytics_report {

/// The transport of that name, where this build has it.
[[nodiscard]] std::optional<TransportKind> transport_named(std::string_view name);

/// Those of this build, such as `cpprest or curl`.
[[nodiscard]] std::string transport_names();

/// The transport of this program. Only once: it settles how many threads cpprestsdk has.
[[nodiscard]] std::shared_ptr<apivideo::HttpTransport> make_transport(TransportKind kind,
                                                                      const apivideo::TransportOptions& options);

}  // namespace analytics_report
