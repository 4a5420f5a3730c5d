// SPDX-License-Identifier: MIT
// What the tests of documented answers have in common: the bodies in files, and the headers that come with each.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/rate_limit.hpp>

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace apivideo::test_support {

inline std::string fixture(const std::string& name) {
    std::ifstream file{APIVIDEO_FIXTURES "/" + name + ".json", std::ios::binary};
    if (!file) throw std::runtime_error{"no fixture " + name};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline const HttpHeaders headers{{"Content-Type", "application/json"},
                                 {"X-RateLimit-Limit", "100"},
                                 {"X-RateLimit-Remaining", "41"},
                                 {"X-RateLimit-Retry-After", "7"}};
inline const RateLimit rate_limit{100, 41, std::chrono::seconds{7}};
inline const std::string documentation = "https://docs.api.video/reference/";

}  // namespace apivideo::test_support
