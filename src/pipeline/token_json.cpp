// SPDX-License-Identifier: MIT
// The answer to a login, from JSON to a token that is fit for a header.
#include "pipeline/token_json.hpp"

#include <apivideo/errors.hpp>

#include "json/reader.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace apivideo::detail {
namespace {

constexpr std::size_t max_token_bytes = std::size_t{16} * 1024;
constexpr std::chrono::seconds documented_lifetime{3600};
constexpr std::chrono::seconds max_lifetime{24 * 3600};

struct LoginBody {
    std::optional<std::string> access_token{};
    std::optional<std::int64_t> expires_in{};
};

constexpr auto login_fields = json::table(json::lenient<&LoginBody::access_token>("access_token"),
                                          json::lenient<&LoginBody::expires_in>("expires_in"));

bool fits_a_header(const std::string& token) {
    return !token.empty() && token.size() <= max_token_bytes && std::all_of(token.begin(), token.end(), is_visible);
}

}  // namespace

AccessToken decode_token(const HttpResponse& response) {
    const auto fail = [&](const char* where, const char* message) {
        throw UnexpectedResponseException{where, message, HttpResponse{response.status, {}, {}, {}}};
    };
    LoginBody body;
    if (json::read(response.body, login_fields, body)) fail("", "the answer to the login is not a JSON object");
    std::optional<std::string>& token = body.access_token;
    if (!token) fail("/access_token", "expected a string, found none in the answer to the login");
    if (!fits_a_header(*token)) fail("/access_token", "expected printable ASCII that fits a header");
    std::chrono::seconds lifetime{body.expires_in.value_or(0)};
    // A token without a lifetime would be renewed at each call.
    if (lifetime <= std::chrono::seconds{0}) lifetime = documented_lifetime;
    return AccessToken{std::move(*token), std::min(lifetime, max_lifetime)};
}

}  // namespace apivideo::detail
