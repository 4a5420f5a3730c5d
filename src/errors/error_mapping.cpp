// SPDX-License-Identifier: MIT
// The one place where an answer becomes an exception.
#include "errors/error_mapping.hpp"

#include <apivideo/errors.hpp>

#include "errors/problem_json.hpp"

#include <utility>

namespace apivideo::detail {

void throw_error(HttpResponse response, const std::string& removed_call) {
    const int status = response.status;
    if (status >= 200 && status < 300) throw UnexpectedResponseException{"status", "expected 200", std::move(response)};
    Problem problem = decode_problem(response.body);
    if (status == 400) throw BadRequestException{std::move(response), std::move(problem)};
    if (status == 401) throw UnauthorizedException{std::move(response), std::move(problem)};
    if (status == 403) throw ForbiddenException{std::move(response), std::move(problem)};
    if (status == 404 && problem.title == "Unrecognized request URL.")
        throw NotFoundException{std::move(response), std::move(problem), removed_call};
    if (status == 404) throw NotFoundException{std::move(response), std::move(problem)};
    if (status == 429) throw TooManyRequestsException{std::move(response), std::move(problem)};
    if (status >= 500 && status < 600) throw ServiceException{std::move(response), std::move(problem)};
    throw ApiException{std::move(response), std::move(problem)};
}

}  // namespace apivideo::detail
