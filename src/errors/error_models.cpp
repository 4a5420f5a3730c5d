// SPDX-License-Identifier: MIT
// Equality of the error models.
#include <apivideo/error_models.hpp>

#include <tuple>

namespace apivideo {

bool operator==(const AnalyticsPlays400Error& a, const AnalyticsPlays400Error& b) {
    return std::tie(a.type, a.title, a.status, a.detail, a.name) ==
           std::tie(b.type, b.title, b.status, b.detail, b.name);
}

bool operator==(const Model403ErrorSchema& a, const Model403ErrorSchema& b) {
    return std::tie(a.type, a.title, a.name, a.status) == std::tie(b.type, b.title, b.name, b.status);
}

bool operator==(const NotFound& a, const NotFound& b) {
    return std::tie(a.type, a.title, a.name, a.status) == std::tie(b.type, b.title, b.name, b.status);
}

bool operator==(const TooManyRequests& a, const TooManyRequests& b) {
    return std::tie(a.type, a.title, a.status) == std::tie(b.type, b.title, b.status);
}

bool operator==(const Problem& a, const Problem& b) {
    return std::tie(a.type, a.title, a.status, a.detail, a.name, a.problems) ==
           std::tie(b.type, b.title, b.status, b.detail, b.name, b.problems);
}

}  // namespace apivideo
