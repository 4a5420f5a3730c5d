// SPDX-License-Identifier: MIT
// Maps exceptions of cpprestsdk to TransportFailure and messages.
#pragma once

#include <apivideo/errors.hpp>

#include "http/tls/tls_report.hpp"
#include "http/url.hpp"

#include <exception>

namespace apivideo::detail::cpprest {

struct FailureContext {
    const Url& url;
    const TlsReport& tls;
    bool has_proxy;
};

/// @throws std::bad_alloc if @p error is one.
[[nodiscard]] TransportException to_transport_exception(const std::exception_ptr& error, const FailureContext& context);

}  // namespace apivideo::detail::cpprest
