// SPDX-License-Identifier: MIT
/// @file
/// @brief Everything that a program needs to call the service.
///
/// Not included: `apivideo/http/cpprest_transport.hpp`, `apivideo/http/curl_transport.hpp`,
/// `apivideo/analytics/json.hpp` and what is in `apivideo/test_support/`.
#pragma once

#include <apivideo/analytics/analytics_api.hpp>
#include <apivideo/analytics/metrics_names.hpp>
#include <apivideo/analytics/metrics_request.hpp>
#include <apivideo/analytics/metrics_response.hpp>
#include <apivideo/analytics/page_range.hpp>
#include <apivideo/analytics/pagination.hpp>
#include <apivideo/analytics/plays_request.hpp>
#include <apivideo/analytics/plays_response.hpp>
#include <apivideo/authenticated_api_client.hpp>
#include <apivideo/call_options.hpp>
#include <apivideo/cancellation.hpp>
#include <apivideo/client_options.hpp>
#include <apivideo/error_models.hpp>
#include <apivideo/errors.hpp>
#include <apivideo/http/default_transport.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>
#include <apivideo/observer.hpp>
#include <apivideo/rate_limit.hpp>
#include <apivideo/transport_failure.hpp>
#include <apivideo/version.hpp>
