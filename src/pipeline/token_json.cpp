// SPDX-License-Identifier: MIT
// The answer to a login, from JSON to a token that is fit for a header.
#include "pipeline/token_json.hpp"

#include <apivideo/errors.hpp>

#include "json/members.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace apivideo::detail {
namespace {

constexpr std::size_t longest_token = std::size_t{16} * 1024;
constexpr std::chrono::seconds documented_lifetime{3600};
constexpr std::chrono::seconds longest_lifetime{24 * 3600};

bool fits_a_header(const std::string& token) {
    return !token.empty() && token.size() <= longest_token && std::all_of(token.begin(), token.end(), is_visible);
}

}  // namespace

AccessToken decode_token(const HttpResponse& response) {
    std::optional<std::string> token;
    std::int64_t seconds = documented_lifetime.count();
    const bool valid = read_json_members(response.body, {}, [&](JsonMember&& member) {
        if (member.item != 0) return;
        if (std::string* text = std::get_if<std::string>(&member.value)) {
            if (member.name == "access_token") token = std::move(*text);
        } else if (member.name == "expires_in") {
            seconds = std::get<std::int64_t>(member.value);
        }
    });
    const auto fail = [&](const char* where, const char* message) {
        throw UnexpectedResponseException{where, message, HttpResponse{response.status, {}, {}, {}}};
    };
    if (!valid) fail("", "the answer to the login is not a JSON object");
    if (!token) fail("/access_token", "expected a string, found none in the answer to the login");
    if (!fits_a_header(*token)) fail("/access_token", "expected printable ASCII that fits a header");
    // A token that is said to live no time at all would be asked for again at each call.
    const std::chrono::seconds lifetime = seconds > 0 ? std::chrono::seconds{seconds} : documented_lifetime;
    return AccessToken{std::move(*token), std::min(lifetime, longest_lifetime)};
}

}  // namespace apivideo::detail
