// SPDX-License-Identifier: MIT
// One login: the API key goes out, a token or the reason for none comes back.
#include "pipeline/login.hpp"

#include <apivideo/errors.hpp>

#include "errors/problem_json.hpp"
#include "http/response_checks.hpp"
#include "json/reader.hpp"
#include "pipeline/redaction.hpp"
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

LoginOutcome outcome_of(HttpResponse response, const std::vector<std::string>& secrets, const std::string& url) {
    const int status = response.status;
    try {
        if (status == 200 || status == 201) return decode_token(response);
        Redactor{secrets}.redact(response);
        const bool may_succeed_later = status == 408 || status == 429 || (status >= 500 && status < 600);
        if (may_succeed_later) return response;
        if (status < 400 || status >= 500)
            throw UnexpectedResponseException{"status", "expected a token for the API key",
                                              HttpResponse{status, {}, {}, {}}};
        Problem problem = decode_problem(response.body);
        throw UnauthorizedException{std::move(response), std::move(problem), "login at " + url};
    } catch (const Exception&) {
        return std::current_exception();
    }
}

}  // namespace

AccessToken decode_token(const HttpResponse& response) {
    const auto fail = [&](const char* where, const std::string& message) {
        throw UnexpectedResponseException{where, message, HttpResponse{response.status, {}, {}, {}}};
    };
    LoginBody body;
    if (json::read(response.body, login_fields, body))
        fail("", "the answer to the login is not a JSON object" + note_on_coding(response));
    std::optional<std::string>& token = body.access_token;
    if (!token) fail("/access_token", "expected a string, found none in the answer to the login");
    if (!fits_a_header(*token)) fail("/access_token", "expected printable ASCII that fits a header");
    std::chrono::seconds lifetime{body.expires_in.value_or(0)};
    // A token without a lifetime would be renewed at each call.
    if (lifetime <= std::chrono::seconds{0}) lifetime = documented_lifetime;
    return AccessToken{std::move(*token), std::min(lifetime, max_lifetime)};
}

LoginOutcome log_in(HttpTransport& transport, const std::string& base_url, const std::string& api_key,
                    const std::vector<std::string>& secrets, const CallContext& context) {
    try {
        const HttpRequest request = login_request(base_url, api_key);
        return outcome_of(transport.send(request, context), secrets, request.url);
    } catch (const TransportException& e) {  // anyone may have written the transport, and its text
        const std::string text = Redactor{secrets}.redacted(e.what());
        const bool ends_this_call_only =
            e.failure() == TransportFailure::timeout || e.failure() == TransportFailure::cancelled;
        if (ends_this_call_only) throw TransportException{e.failure(), text};
        return std::make_exception_ptr(TransportException{e.failure(), text});
    }
}

}  // namespace apivideo::detail
