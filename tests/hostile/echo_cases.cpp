// SPDX-License-Identifier: MIT
// Servers that repeat credentials wherever they can be put.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include "hostile/secrets.hpp"
#include "support/raw_server.hpp"
#include "text/base64.hpp"
#include "text/percent_encoding.hpp"

#include <cstdio>
#include <utility>

namespace apivideo::tests {
namespace {

/// Every character as `\u00xx`.
std::string fully_escaped(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        char code[8];
        std::snprintf(code, sizeof code, "\\u%04X", static_cast<unsigned char>(c));
        escaped += code;
    }
    return escaped;
}

std::string as_json_string(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '"' || c == '\\' || c == '/') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// As a URL holds it.
std::string percent_encoded(const std::string& text) {
    std::string encoded;
    detail::append_percent_encoded(encoded, text);
    return encoded;
}

std::string fully_percent_encoded(const std::string& text) {
    std::string encoded;
    for (const char c : text) {
        char code[4];
        std::snprintf(code, sizeof code, "%%%02x", static_cast<unsigned char>(c));
        encoded += code;
    }
    return encoded;
}

std::string problem(const std::string& text) {
    return R"({"type":")" + text + R"(","title":")" + text + R"(","detail":"it is )" + text + R"(!","name":")" + text +
           R"(","problems":[{"title":")" + text + R"("}]})";
}

/// An error answer that has @p secret in every place, as it is, escaped and percent-encoded.
std::string full_of(const std::string& secret, int status, const std::string& body) {
    return "HTTP/1.1 " + std::to_string(status) + " No " + secret + "\r\nX-Echo: Bearer " + secret + "\r\nX-" +
           "Echo: again " + secret + secret + "\r\nX-Error-Body: " + fully_escaped(secret) +
           "\r\nX-Url: /?of=" + percent_encoded(secret) + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

HostileCase echo(const std::string& name, int status, const std::string& secret, const std::string& body) {
    return {name, answers(full_of(secret, status, body)), api_error(status)};
}

std::vector<HostileCase> of_bodies(const std::string& what, const std::string& secret) {
    return {
        echo("echoed_" + what + "_plain", 400, secret, problem(secret)),
        echo("echoed_" + what + "_as_json", 403, secret, problem(as_json_string(secret))),
        echo("echoed_" + what + "_escaped", 404, secret, problem(fully_escaped(secret))),
        echo("echoed_" + what + "_in_a_url", 404, secret, problem("/?key=" + percent_encoded(secret) + "&page=2")),
        echo("echoed_" + what + "_percent_encoded", 400, secret, problem(fully_percent_encoded(secret))),
        echo("echoed_" + what + "_percent_encoded_and_escaped", 403, secret,
             problem(fully_escaped(percent_encoded(secret)))),
        echo("echoed_" + what + "_in_html", 500, secret, "<html>" + secret + "</html>"),
        echo("echoed_" + what + "_in_pieces_of_text", 418, secret, secret + '\0' + secret + "\xff" + secret),
        echo("echoed_" + what + "_with_a_wait", 429, secret, problem(secret)),
        {"echoed_" + what + "_in_a_redirect",
         answers("HTTP/1.1 302 " + secret + "\r\nLocation: http://127.0.0.1/" + secret +
                 "\r\nContent-Length: 0\r\n\r\n"),
         api_error(302)},
        {"echoed_" + what + "_in_a_strange_success",
         answers("HTTP/1.1 206 " + secret + "\r\nContent-Length: 0\r\n\r\n"), unexpected("status", 206)},
        {"echoed_" + what + "_in_the_name_of_a_header",
         answers("HTTP/1.1 409 No\r\n" + secret + ": 1\r\nContent-Length: 0\r\n\r\n"),
         api_error(409) | fails(TransportFailure::protocol)},
        {"echoed_" + what + "_as_status_line", closes_after(secret + "\r\n\r\n"), fails(TransportFailure::protocol)},
        {"echoed_" + what + "_as_chunk_size", closes_after(chunked_head + secret + "\r\n\r\n"),
         fails(TransportFailure::protocol)},
        {"echoed_" + what + "_as_length", closes_after(ok_head("Content-Length: " + secret + "\r\n")),
         fails(TransportFailure::protocol)},
        {"echoed_" + what + "_as_bad_data", answers_body(R"({"data":[{"value":")" + secret + R"(","plays":"x)"),
         unexpected("/data/0/value") | unexpected("/data/0/plays") | unexpected("/data/0")},
        {"echoed_" + what + "_in_the_name_of_a_member",
         answers_body(R"({"data":[{")" + as_json_string(secret) + R"(":{}}]})"), unexpected("/data/0/value")}};
}

/// Whatever authorization the request has, in the answer.
bool echo_authorization(const Turn& turn) {
    const std::string sent = turn.request.headers.get("Authorization").value_or("none");
    return turn.connection.write(full_of(sent, 400, problem(sent)));
}

}  // namespace

std::vector<HostileCase> echo_cases() {
    std::vector<HostileCase> cases = of_bodies("token", secret_token);
    for (HostileCase& row : of_bodies("key", secret_key)) cases.push_back(std::move(row));
    const std::string padded = detail::base64(secret_key + ':');
    for (const auto& [what, encoded] :
         {std::pair{"key_in_base64", padded}, {"key_in_base64_without_padding", padded.substr(0, padded.find('='))}}) {
        for (HostileCase& row : of_bodies(what, encoded)) {
            cases.push_back(row);
            row.name += "_with_basic";
            cases.push_back(with_basic(row));
        }
    }
    cases.push_back({"echoed_authorization", echo_authorization, api_error(400)});
    cases.push_back(with_basic({"echoed_authorization_with_basic", echo_authorization, api_error(400)}));
    HostileCase refused = echo("echoed_key_at_login", 400, secret_key, problem(as_json_string(secret_key)));
    refused.expected = refused_login(400);
    cases.push_back(at_login(refused));
    cases.push_back(at_login(echo("echoed_key_at_failed_login", 500, secret_key, problem(fully_escaped(secret_key)))));
    cases.push_back(
        at_login({"echoed_key_in_the_login_for_a_token",
                  answers_body(R"({"access_token":")" + as_json_string(secret_key) + "\"}"), right_data()}));
    cases.push_back(at_login(
        {"echoed_request_at_login",
         [](const Turn& turn) { return turn.connection.write(http_answer(401, turn.request.raw + turn.request.body)); },
         api_error(401)}));
    // The token is the server's to choose: it must not matter how it goes with what comes later.
    cases.push_back(at_every_request({"token_that_almost_stands_everywhere_in_8_mb",
                                      [](const Turn& turn) {
                                          if (turn.request.method == "GET")
                                              return answers_filled(400, std::size_t{8} << 20, {}, 'a')(turn);
                                          const std::string token = std::string(16 * 1024 - 1, 'a') + 'b';
                                          return answers_body(R"({"access_token":")" + token + "\"}")(turn);
                                      },
                                      api_error(400)}));
    // The token that was refused is still one.
    cases.push_back(at_every_request({"echoed_old_token_at_the_second_login",
                                      [](const Turn& turn) {
                                          if (turn.request.method == "GET") return answers_status(401)(turn);
                                          if (turn.number == 0) return answers_body(good_login)(turn);
                                          return answers(full_of(secret_token, 400, problem(secret_token)))(turn);
                                      },
                                      refused_login(400)}));
    cases.push_back(at_every_request({"echoed_old_token_after_the_second_login",
                                      [](const Turn& turn) {
                                          if (turn.request.method == "POST")
                                              return answers_body(turn.number == 0 ? good_login
                                                                                   : R"({"access_token":"new"})")(turn);
                                          return answers(full_of(secret_token, 401, problem(secret_token)))(turn);
                                      },
                                      api_error(401)}));
    return cases;
}

}  // namespace apivideo::tests
