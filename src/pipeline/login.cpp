// SPDX-License-Identifier: MIT
// One login: the API key goes out, a token or the reason for none comes back.
#include "pipeline/login.hpp"

#include <apivideo/errors.hpp>

#include "errors/problem_json.hpp"
#include "pipeline/redaction.hpp"

#include <utility>

namespace apivideo::detail {
namespace {

HttpRequest login_request(const std::string& base_url, const std::string& api_key) {
    HttpRequest request;
    request.method = "POST";
    request.url = base_url + "/auth/api-key";
    request.headers.add("Content-Type", "application/json");
    request.body = R"({"apiKey":")";
    for (const char c : api_key) {
        if (c == '"' || c == '\\') request.body += '\\';
        request.body += c;
    }
    request.body += "\"}";
    return request;
}

bool may_succeed_later(int status) { return status == 408 || status == 429 || (status >= 500 && status < 600); }

LoginOutcome outcome_of(HttpResponse response, const std::vector<std::string>& secrets, const std::string& url) {
    if (response.status == 200 || response.status == 201) {
        try {
            return decode_token(response);
        } catch (const UnexpectedResponseException&) {
            return std::current_exception();
        }
    }
    Redactor{secrets}.redact(response);
    if (may_succeed_later(response.status)) return response;
    if (response.status >= 400 && response.status < 500) {
        Problem problem = decode_problem(response.body);
        return std::make_exception_ptr(
            UnauthorizedException{std::move(response), std::move(problem), "login at " + url});
    }
    return std::make_exception_ptr(UnexpectedResponseException{"status", "expected a token for the API key",
                                                               HttpResponse{response.status, {}, {}, {}}});
}

bool ends_one_call_only(TransportFailure failure) {
    return failure == TransportFailure::timeout || failure == TransportFailure::cancelled;
}

}  // namespace

LoginOutcome log_in(HttpTransport& transport, const std::string& base_url, const std::string& api_key,
                    const std::vector<std::string>& secrets, const CallContext& context) {
    try {
        const HttpRequest request = login_request(base_url, api_key);
        return outcome_of(transport.send(request, context), secrets, request.url);
    } catch (const TransportException& e) {  // anyone may have written the transport, and its text
        const std::string text = Redactor{secrets}.redacted(e.what());
        if (ends_one_call_only(e.failure())) throw TransportException{e.failure(), text};
        return std::make_exception_ptr(TransportException{e.failure(), text});
    }
}

}  // namespace apivideo::detail
