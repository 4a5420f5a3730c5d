// SPDX-License-Identifier: MIT
// Redirects, which are never followed: neither with credentials nor without.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include "support/raw_server.hpp"

#include <utility>

namespace apivideo::tests {
namespace {

Act redirects(int status, const std::string& location) {
    return answers_status(status, "Location: " + location + "\r\n");
}

Act redirects_elsewhere(int status) {
    return [status](const Turn& turn) {
        return turn.connection.write(
            http_answer(status, "", "Location: " + turn.other_origin + turn.request.target + "\r\n"));
    };
}

}  // namespace

std::vector<HostileCase> redirect_cases() {
    std::vector<HostileCase> cases;
    for (const int status : {300, 301, 302, 303, 305, 307, 308}) {
        const std::string name = "redirect_" + std::to_string(status) + "_to_another_host";
        cases.push_back({name, redirects_elsewhere(status), api_error(status)});
        cases.push_back(with_basic({name + "_with_basic", redirects_elsewhere(status), api_error(status)}));
        cases.push_back(at_login({name + "_at_login", redirects_elsewhere(status), unexpected("status", status)}));
    }
    const std::vector<std::pair<std::string, std::string>> locations{
        {"to_itself", "/analytics/videos/plays"},
        {"to_a_file", "file:///etc/passwd"},
        {"to_a_script", "javascript:alert(1)"},
        {"to_gopher", "gopher://127.0.0.1:1/"},
        {"to_nothing", ""},
        {"to_a_relative_path", "../elsewhere?x#y"},
        {"to_another_host_without_scheme", "//127.0.0.1:1/"},
        {"to_a_malformed_url", "http://[::1:99999999/ %zz"},
        {"to_a_url_with_a_user", "http://user:password@127.0.0.1:1/"},
        {"to_a_url_of_100_kb", "http://127.0.0.1:1/" + std::string(100'000, 'x')}};
    for (const auto& [name, location] : locations)
        cases.push_back({"redirect_" + name, redirects(302, location), api_error(302)});
    // HTTP allows one place: newer versions of libcurl refuse such an answer, older ones and cpprestsdk hand it over.
    cases.push_back({"redirect_to_two_places", redirects(302, "/a\r\nLocation: /b"),
                     api_error(302) | fails(TransportFailure::protocol)});
    cases.push_back({"redirect_without_a_place", answers_status(302), api_error(302)});
    cases.push_back({"redirect_with_data", answers_status(302, "Location: /\r\n", good_body), api_error(302)});
    cases.push_back({"refresh_to_another_host",
                     [](const Turn& turn) {
                         return turn.connection.write(
                             http_answer(200, good_body, "Refresh: 0; url=" + turn.other_origin + "\r\n"));
                     },
                     right_data()});
    return cases;
}

}  // namespace apivideo::tests
