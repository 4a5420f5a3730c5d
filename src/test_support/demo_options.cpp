// SPDX-License-Identifier: MIT
// The options of a demo server: equality, and whether one can be made of them.
#include "test_support/demo_options.hpp"

#include <apivideo/errors.hpp>

#include "text/ascii.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <tuple>

namespace apivideo::detail {

namespace {

using std::chrono::milliseconds;

// Far from where times of the steady clock would overflow.
constexpr std::chrono::hours longest{24 * 365};

void check_duration(const char* name, milliseconds given, milliseconds least) {
    if (given >= least && given <= longest) return;
    throw InvalidRequestException{name, "is " + std::to_string(given.count()) + " ms, expected " +
                                            std::to_string(least.count()) + " ms to 365 days"};
}

}  // namespace

void check_demo_options(const test_support::DemoServerOptions& options) {
    using namespace date::literals;
    if (options.api_key.empty()) throw InvalidRequestException{"api_key", "is empty, expected the key to accept"};
    if (std::any_of(options.api_key.begin(), options.api_key.end(), is_control))
        throw InvalidRequestException{"api_key", "holds a control character, expected visible text"};
    const date::sys_days first = 1970_y / date::February / 1;
    const date::sys_days last = 9999_y / date::December / 31;
    if (options.today && (*options.today < first || *options.today > last))
        throw InvalidRequestException{"today", "is out of range, expected a day from 1970-02-01 to 9999-12-31"};
    if (options.rate_limit < 1)
        throw InvalidRequestException{"rate_limit",
                                      "is " + std::to_string(options.rate_limit) + ", expected at least 1"};
    check_duration("rate_limit_window", options.rate_limit_window, milliseconds{1});
    check_duration("latency", options.latency, milliseconds{0});
    // Compared in seconds first: the largest ones do not fit into milliseconds.
    check_duration("token_lifetime", std::clamp<std::chrono::seconds>(options.token_lifetime, -longest, longest * 2),
                   std::chrono::seconds{1});
}

}  // namespace apivideo::detail

namespace apivideo::test_support {

bool operator==(const DemoServerOptions& a, const DemoServerOptions& b) {
    const auto members_of = [](const DemoServerOptions& options) {
        return std::tie(options.port, options.api_key, options.seed, options.today, options.rate_limit,
                        options.rate_limit_window, options.latency, options.token_lifetime, options.analytics_enabled);
    };
    return members_of(a) == members_of(b);
}

}  // namespace apivideo::test_support
