// SPDX-License-Identifier: MIT
// Whatever a login is answered with: a token that fits a header, or an exception that does not repeat the answer.
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"
#include "pipeline/login.hpp"

#include <apivideo/errors.hpp>

#include <algorithm>
#include <set>

namespace apivideo::fuzz {
namespace {

bool fits_a_header(const std::string& token) {
    return !token.empty() && token.size() <= 16 * 1024 &&
           std::all_of(token.begin(), token.end(), [](char c) { return c >= '!' && c <= '~'; });
}

}  // namespace

void token_answer(std::string_view body) {
    const Document document = read_document(body);
    const bool is_object = document.valid() && document.tree.is_object();
    const std::string expected = is_object ? string_member(document.tree, "access_token").value_or("") : "";
    try {
        const detail::AccessToken token = detail::decode_token(HttpResponse{200, "OK", {}, std::string{body}});
        require(is_object, "what is no JSON object is refused");
        require(fits_a_header(token.value), "a token is printable ASCII that fits a header");
        require(document.repeats_names || token.value == expected, "the token is the one in the body");
        require(token.lifetime >= std::chrono::seconds{1} && token.lifetime <= std::chrono::hours{24},
                "a token lives a second to a day");
        const std::optional<std::int64_t> told = integer_member(document.tree, "expires_in");
        if (!document.repeats_names && told && *told > 0 && *told <= 24 * 3600)
            require(token.lifetime.count() == *told, "a lifetime that makes sense is believed");
    } catch (const UnexpectedResponseException& e) {
        require(document.repeats_names || !fits_a_header(expected), "a usable token is taken");
        require(e.body().empty(), "the exception does not have the body");
        const std::set<std::string> places{"", "/access_token"};
        require(places.count(e.where()) == 1, "where() repeats nothing of the body");
        require_one_line(e.what());
    }
}

}  // namespace apivideo::fuzz
