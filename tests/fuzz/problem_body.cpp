// SPDX-License-Identifier: MIT
// Whatever an error answer holds: the problem is what the tree parser finds, and exceptions say it in one line.
#include "errors/error_mapping.hpp"
#include "errors/problem_json.hpp"
#include "fuzz/invariants.hpp"
#include "fuzz/targets.hpp"

#include <apivideo/errors.hpp>

#include <algorithm>
#include <array>

namespace apivideo::fuzz {
namespace {

using nlohmann::json;

Problem members_of(const json& object) {
    return Problem{string_member(object, "type"),   string_member(object, "title"), integer_member(object, "status"),
                   string_member(object, "detail"), string_member(object, "name"),  {}};
}

Problem expected_of(const Document& document) {
    if (!document.valid() || !document.tree.is_object()) return {};
    Problem problem = members_of(document.tree);
    const json problems = document.tree.value("problems", json());
    if (!problems.is_array()) return problem;
    for (const json& item : problems) {
        const Problem further = item.is_object() ? members_of(item) : Problem{};
        if (further != Problem{} && problem.problems.size() < 100) problem.problems.push_back(further);
    }
    return problem;
}

void check_answer(const ApiException& e, const HttpResponse& response, const Problem& problem) {
    require_one_line(e.what());
    require(std::string_view{e.what()}.substr(0, 3) == std::to_string(response.status),
            "a message begins with the status");
    require(e.status() == response.status && e.reason() == response.reason && e.headers() == response.headers &&
                e.body() == response.body,
            "the exception has the answer as it was");
    require(e.problem() == problem, "the exception has the problem of the body");
    if (const auto* known = dynamic_cast<const BadRequestException*>(&e))
        require(known->error().detail == problem.detail, "error() has the detail");
    if (const auto* known = dynamic_cast<const ForbiddenException*>(&e))
        require(known->error().title == problem.title, "error() has the title");
    if (const auto* known = dynamic_cast<const NotFoundException*>(&e))
        require(known->error().name == problem.name, "error() has the name");
    if (const auto* known = dynamic_cast<const TooManyRequestsException*>(&e)) {
        require(known->error().status == problem.status, "error() has the status");
        require(!known->retry_after() || known->retry_after()->count() >= 0, "no wait is negative");
    }
}

void check_status(int status, std::string_view body, const Problem& problem) {
    const std::string reason{body.substr(0, 60)};
    const HttpResponse response{status, reason, {{"Retry-After", reason}}, std::string{body}};
    try {
        detail::throw_error(response);
    } catch (const ApiException& e) {
        require(status >= 300, "a 2xx is no error of the service");
        check_answer(e, response, problem);
    } catch (const UnexpectedResponseException& e) {
        require(status < 300, "an error of the service is an ApiException");
        require_one_line(e.what());
    }
}

}  // namespace

void problem_body(std::string_view body) {
    const Document document = read_document(body);
    const Problem problem = detail::decode_problem(body);
    if (!document.repeats_names) require(problem == expected_of(document), "the problem is the one in the body");
    // All of them for each input would leave time for few inputs.
    constexpr std::array<int, 11> statuses{204, 302, 400, 401, 403, 404, 418, 429, 500, 503, 599};
    check_status(statuses.at(body.size() % statuses.size()), body, problem);

    const std::string text{body};
    require_one_line(InvalidRequestException(text, text).what());
    require_one_line(TransportException(TransportFailure::other, text).what());
    require_one_line(UnexpectedResponseException(text, text, {}).what());
}

}  // namespace apivideo::fuzz
