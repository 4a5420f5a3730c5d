// SPDX-License-Identifier: MIT
// The demo server's error answers, worded as the service's.
#pragma once

#include "test_support/demo_catalogue.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace apivideo::detail {

struct DemoAnswer {
    int status;
    std::string body;        ///< JSON.
    std::string allow = {};  ///< The `Allow` header, where there is one.
};

/// Thrown by what judges a request, and answered with.
class DemoRefusal : public std::exception {
  public:
    explicit DemoRefusal(DemoAnswer answer) : answer_{std::move(answer)} {}
    [[nodiscard]] const DemoAnswer& answer() const noexcept { return answer_; }
    [[nodiscard]] const char* what() const noexcept override { return "the request is refused"; }

  private:
    DemoAnswer answer_;
};

/// What can be wrong with the `Authorization` header.
enum class DemoUnauthorized { missing_header, invalid_header, invalid_api_key, invalid_access_token };

[[nodiscard]] DemoAnswer demo_invalid_attribute(std::string_view name);
[[nodiscard]] DemoAnswer demo_invalid_parameter(std::string_view name, std::string_view detail);
/// For a parameter that the call does not take.
[[nodiscard]] DemoAnswer demo_unexpected_parameter(const std::string& name, const std::string& value);
[[nodiscard]] DemoAnswer demo_dimension_not_allowed(DemoMedia media);
[[nodiscard]] DemoAnswer demo_filter_malformed(DemoMedia media);
[[nodiscard]] DemoAnswer demo_filter_unknown(DemoMedia media);
[[nodiscard]] DemoAnswer demo_unauthorized(DemoUnauthorized reason);
[[nodiscard]] DemoAnswer demo_analytics_disabled();
[[nodiscard]] DemoAnswer demo_not_found();
[[nodiscard]] DemoAnswer demo_method_not_allowed(std::string allowed);
[[nodiscard]] DemoAnswer demo_too_many_requests();
/// For a key or a refresh token that is not accepted by `/auth`.
[[nodiscard]] DemoAnswer demo_wrong_credentials();
/// For a member that is missing in what is posted.
[[nodiscard]] DemoAnswer demo_missing_member(std::string_view name);
/// For what is not HTTP enough to be judged by anything above, or breaks while it is.
[[nodiscard]] DemoAnswer demo_no_answer(int status);

}  // namespace apivideo::detail
