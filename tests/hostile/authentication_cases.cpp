// SPDX-License-Identifier: MIT
// Logins that give no token, bad tokens, or tokens that nobody takes.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include "hostile/secrets.hpp"

#include <utility>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

std::string login(const std::string& token, const std::string& expires_in = "3600") {
    return R"({"token_type":"Bearer","access_token":)" + token + R"(,"expires_in":)" + expires_in + '}';
}

HostileCase login_body(std::string name, Text body, const Expected& expected) {
    return at_login({std::move(name), answers_body(std::move(body)), expected});
}

std::vector<HostileCase> tokens() {
    const Expected bad_token = unexpected("/access_token");
    return {login_body("token_with_a_line_end", login(R"("abc\r\nX-Injected: 1")"), bad_token),
            login_body("token_with_a_line_feed", login(R"("abc\n")"), bad_token),
            login_body("token_with_a_null_character", login(R"("abc\u0000def")"), bad_token),
            login_body("token_with_a_space", login(R"("abc def")"), bad_token),
            login_body("token_beyond_ascii", login(R"("t\u00f6ken")"), bad_token),
            login_body("token_empty", login(R"("")"), bad_token),
            login_body("token_of_1_mb", login('"' + std::string(megabyte, 't') + '"'), bad_token),
            login_body("token_of_16_kb", login('"' + std::string(16 * 1024, 't') + '"'), right_data()),
            login_body("token_null", login("null"), bad_token),
            login_body("token_number", login("7"), bad_token),
            login_body("token_array", login("[]"), bad_token),
            login_body("token_object", login(R"({"access_token":"x"})"), bad_token),
            login_body("token_missing", "{}", bad_token),
            login_body("token_within_another_object", R"({"data":{"access_token":"x"}})", bad_token),
            login_body("token_twice", R"({"access_token":"a","access_token":"b"})", right_data()),
            login_body("login_answers_html", "<html>sign in</html>", unexpected("")),
            login_body("login_answers_nothing", "", unexpected("")),
            login_body("login_answers_an_array", "[]", unexpected("")),
            login_body("login_answers_a_string", R"("token")", unexpected("")),
            login_body("login_answers_half", R"({"access_token":"abc)", unexpected("")),
            login_body("login_answers_deep", std::string(100'000, '['), unexpected("")),
            at_login({"login_answers_8_mb", answers_filled(200, std::size_t{8} << 20, "{", ' '), unexpected("")})};
}

std::vector<HostileCase> lifetimes() {
    std::vector<HostileCase> cases;
    const std::vector<std::pair<std::string, std::string>> times{{"zero", "0"},
                                                                 {"negative", "-1"},
                                                                 {"of_63_bits", "9223372036854775807"},
                                                                 {"most_negative", "-9223372036854775808"},
                                                                 {"past_64_bits", "99999999999999999999"},
                                                                 {"past_all_numbers", "1e999"},
                                                                 {"fraction", "0.5"},
                                                                 {"text", R"("soon")"},
                                                                 {"null", "null"}};
    for (const auto& [name, value] : times)
        cases.push_back(login_body("lifetime_" + name, login(R"("abc")", value),
                                   name == "past_all_numbers" ? right_data() | unexpected("") : right_data()));
    return cases;
}

std::vector<HostileCase> answers_to_logins() {
    const auto login_status = [](const std::string& name, int status, const Expected& expected) {
        return at_login({name, answers_status(status, "Location: /elsewhere\r\n"), expected});
    };
    return {login_status("login_redirects", 302, unexpected("status", 302)),
            login_status("login_accepted", 202, unexpected("status", 202)),
            login_status("login_has_no_content", 204, unexpected("status", 204)),
            login_status("login_400", 400, refused_login(400)),
            login_status("login_401", 401, api_error(401)),
            login_status("login_403", 403, refused_login(403)),
            login_status("login_404", 404, refused_login(404)),
            login_status("login_408", 408, api_error(408)),
            login_status("login_429", 429, api_error(429)),
            login_status("login_500_for_ever", 500, api_error(500)),
            login_status("login_503_for_ever", 503, api_error(503)),
            login_status("login_505", 505, api_error(505)),
            at_login({"login_closed", closes_after(""), fails(Failure::connection_closed)}),
            at_login({"login_reset", resets_after(""), fails(Failure::connection_closed)}),
            at_login({"login_cut_off", closes_after(ok_head("Content-Length: 900\r\n") + good_login),
                      fails(Failure::truncated)}),
            at_login({"login_is_no_http", closes_after("220 smtp\r\n\r\n"), fails(Failure::protocol)}),
            at_login({"login_behind_an_interim_answer",
                      answers("HTTP/1.1 100 Continue\r\n\r\n" + ok_head("Content-Length: 22\r\n") +
                              R"({"access_token":"abc"})"),
                      right_data() | fails(Failure::protocol)}),
            {"unauthorized_for_ever", answers_status(401), api_error(401)},
            with_basic({"unauthorized_for_ever_with_basic", answers_status(401), api_error(401)}),
            {"unauthorized_once",
             [](const Turn& turn) {
                 if (turn.number == 0) return answers_status(401)(turn);
                 return answers_body(good_body)(turn);
             },
             right_data()},
            {"unauthorized_with_a_challenge",
             answers_status(401, "WWW-Authenticate: Basic realm=\"x\"\r\nWWW-Authenticate: Digest nonce=\"y\"\r\n"),
             api_error(401)},
            {"proxy_authentication_asked_for", answers_status(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n"),
             api_error(407)}};
}

/// The refused status on the call of the right token, then an odd answer to the login that follows.
HostileCase then_login(std::string name, const Act& second_login, const Expected& expected) {
    return at_every_request({std::move(name),
                             [second_login](const Turn& turn) {
                                 if (turn.request.method == "GET") return answers_status(401)(turn);
                                 return turn.number == 0 ? answers_body(good_login)(turn) : second_login(turn);
                             },
                             expected});
}

}  // namespace

std::vector<HostileCase> authentication_cases() {
    std::vector<HostileCase> cases;
    for (const auto& family : {tokens(), lifetimes(), answers_to_logins()})
        cases.insert(cases.end(), family.begin(), family.end());
    cases.push_back(then_login("second_login_refused", answers_status(400), refused_login(400)));
    cases.push_back(then_login("second_login_fails", answers_status(500), api_error(500)));
    cases.push_back(then_login("second_login_closed", closes_after(""), fails(Failure::connection_closed)));
    cases.push_back(
        then_login("second_login_gives_a_bad_token", answers_body(login("{}")), unexpected("/access_token")));
    return cases;
}

}  // namespace apivideo::tests
