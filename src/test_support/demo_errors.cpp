// SPDX-License-Identifier: MIT
// The demo server's error answers, worded as the service's.
#include "test_support/demo_errors.hpp"

#include <nlohmann/json.hpp>

namespace apivideo::detail {

namespace {

using Json = nlohmann::ordered_json;

std::string reference(std::string_view page) { return "https://docs.api.video/reference/" + std::string{page}; }

DemoAnswer problem(int status, std::string_view page, std::string_view title) {
    return {status, Json{{"type", reference(page)}, {"title", title}, {"status", status}}.dump()};
}

DemoAnswer parameter_problem(std::string_view page, std::string_view title, std::string_view detail,
                             std::string_view name) {
    const Json body{{"type", reference(page)}, {"title", title}, {"status", 400}, {"detail", detail}, {"name", name}};
    // What is named may be whatever was sent.
    return {400, body.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

}  // namespace

DemoAnswer demo_invalid_attribute(std::string_view name) {
    return parameter_problem("invalid-attribute", "An attribute is invalid.", "This value must be of type string.",
                             name);
}

DemoAnswer demo_invalid_parameter(std::string_view name, std::string_view detail) {
    return parameter_problem("request-invalid-query-parameter", "A query parameter is invalid.", detail, name);
}

DemoAnswer demo_unexpected_parameter(const std::string& name, const std::string& value) {
    return demo_invalid_parameter(value.empty() ? name : name + ":" + value, "This field was not expected.");
}

DemoAnswer demo_dimension_not_allowed(DemoMedia media) {
    return demo_invalid_parameter("dimension", "This value must be part of the following values: emittedAt," +
                                                   std::string{names_of(media).id_name} +
                                                   ",country,deviceType,operatingSystem,browser");
}

DemoAnswer demo_filter_malformed(DemoMedia media) {
    const std::string id_name{names_of(media).id_name};
    return demo_invalid_parameter(
        "filter", "This value must be of the following structure(s): " + id_name + ":{" + id_name + "}");
}

DemoAnswer demo_filter_unknown(DemoMedia media) {
    return demo_invalid_parameter("filter",
                                  "This value must refer to an existing " + std::string{names_of(media).prose});
}

DemoAnswer demo_unauthorized(DemoUnauthorized reason) {
    switch (reason) {
        case DemoUnauthorized::missing_header:
            return problem(401, "authentication-missing-authorization-header",
                           R"(The "Authorization" header is missing.)");
        case DemoUnauthorized::invalid_header:
            return problem(401, "authentication-invalid-authorization-header-value",
                           R"(The "Authorization" header value is invalid.)");
        case DemoUnauthorized::invalid_api_key:
            return problem(401, "authentication-invalid-api-key", "The API key is invalid.");
        case DemoUnauthorized::invalid_access_token:
            break;
    }
    return problem(401, "authentication-invalid-access-token", "The access token is invalid or expired.");
}

DemoAnswer demo_analytics_disabled() {
    return problem(403, "authorization-disabled-analytics", "You cannot get analytics from this project.");
}

DemoAnswer demo_not_found() { return problem(404, "unrecognized-request-url", "Unrecognized request URL."); }

DemoAnswer demo_method_not_allowed(std::string allowed) {
    DemoAnswer answer = problem(405, "method-not-allowed", "This method is not allowed.");
    answer.allow = std::move(allowed);
    return answer;
}

DemoAnswer demo_too_many_requests() { return problem(429, "too-many-requests", "Too many requests."); }

DemoAnswer demo_wrong_credentials() {
    const Json body{{"type", "https://docs.api.video/docs/authenticationinvalid_credentials"},
                    {"title", "The user credentials were incorrect."},
                    {"name", ""},
                    {"status", 400}};
    return {400, body.dump()};
}

DemoAnswer demo_missing_member(std::string_view name) {
    const Json body{{"type", reference("invalid-attribute")},
                    {"title", "An attribute is invalid."},
                    {"name", name},
                    {"status", 400}};
    return {400, body.dump()};
}

DemoAnswer demo_no_answer(int status) {
    return problem(status, "errors", status < 500 ? "The request cannot be read." : "The server failed.");
}

}  // namespace apivideo::detail
