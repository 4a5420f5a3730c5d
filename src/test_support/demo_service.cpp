// SPDX-License-Identifier: MIT
// The demo server without its sockets: requests in, answers out.
#include "test_support/demo_service.hpp"

#include "test_support/demo_authorization.hpp"
#include "test_support/demo_data.hpp"
#include "test_support/demo_pages.hpp"
#include "test_support/demo_query.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace apivideo::detail {

namespace {

std::string required_member(const std::string& body, const char* name) {
    const nlohmann::json parsed = nlohmann::json::parse(body, nullptr, false);
    const auto member = parsed.is_object() ? parsed.find(name) : parsed.end();
    if (!parsed.is_object() || member == parsed.end() || !member->is_string())
        throw DemoRefusal{demo_missing_member(name)};
    return member->get<std::string>();
}

DemoAnswer token_answer(const DemoToken& token) {
    const nlohmann::ordered_json body{{"token_type", "Bearer"},
                                      {"expires_in", token.expires_in.count()},
                                      {"access_token", token.access_token},
                                      {"refresh_token", token.refresh_token}};
    return {200, body.dump()};
}

void require_method(const DemoRequest& request, const char* method) {
    if (request.method != method) throw DemoRefusal{demo_method_not_allowed(method)};
}

}  // namespace

DemoService::DemoService(const test_support::DemoServerOptions& options, date::sys_days today, Clock clock,
                         std::uint64_t token_secret)
    : api_key_{options.api_key},
      analytics_enabled_{options.analytics_enabled},
      today_{today},
      clock_{std::move(clock)},
      plays_{options.seed, today},
      rate_limit_{options.rate_limit, options.rate_limit_window},
      tokens_{options.token_lifetime, token_secret} {}

DemoReply DemoService::answer(const DemoRequest& request, TimePoint now) {
    try {
        if (const std::optional<Body> body = find_call(request)) return answer_call(*body, request, now);
        const bool is_login = request.path == "/auth/api-key";
        if (!is_login && request.path != "/auth/refresh") throw DemoRefusal{demo_not_found()};
        require_method(request, "POST");
        DemoAnswer answer = is_login ? answer_login(request.body, now) : answer_refresh(request.body, now);
        return {std::move(answer), rate_limit_.look(now)};
    } catch (const DemoRefusal& refusal) {
        return {refusal.answer(), rate_limit_.look(now)};
    }
}

std::optional<DemoService::Body> DemoService::find_call(const DemoRequest& request) const {
    for (const DemoMedia media : {DemoMedia::videos, DemoMedia::live_streams})
        if (request.path == names_of(media).path) return [&, media] { return plays(media, request.query); };
    if (const std::optional<DemoDataPath> path = parse_demo_data_path(request.path))
        return [&, path] { return answer_demo_data(*path, request.query, plays_.events(), clock_()); };
    return std::nullopt;
}

DemoReply DemoService::answer_call(const Body& body, const DemoRequest& request, TimePoint now) {
    require_method(request, "GET");
    authorize(request.authorization, now);
    const DemoRateLimit::Admission admission = rate_limit_.admit(now);
    if (!admission.allowed) return {demo_too_many_requests(), admission.state};
    return {answer_counted(body), admission.state};
}

DemoAnswer DemoService::answer_counted(const Body& body) const {
    if (!analytics_enabled_) return demo_analytics_disabled();
    try {
        return {200, body()};
    } catch (const DemoRefusal& refusal) {
        return refusal.answer();
    }
}

std::string DemoService::plays(DemoMedia media, const std::string& query) const {
    const DemoQuery parsed = parse_demo_query(media, query, plays_, today_);
    return demo_page(parsed, plays_.count(parsed.selection));
}

DemoAnswer DemoService::answer_login(const std::string& body, TimePoint now) {
    if (required_member(body, "apiKey") != api_key_) return demo_wrong_credentials();
    return token_answer(tokens_.issue(now));
}

DemoAnswer DemoService::answer_refresh(const std::string& body, TimePoint now) {
    const std::optional<DemoToken> token = tokens_.refresh(required_member(body, "refreshToken"), now);
    return token ? token_answer(*token) : demo_wrong_credentials();
}

void DemoService::authorize(const std::optional<std::string>& header, TimePoint now) const {
    if (!header) throw DemoRefusal{demo_unauthorized(DemoUnauthorized::missing_header)};
    const std::optional<DemoCredentials> credentials = parse_demo_authorization(*header);
    if (!credentials) throw DemoRefusal{demo_unauthorized(DemoUnauthorized::invalid_header)};
    if (credentials->scheme == DemoScheme::basic) {
        if (credentials->text != api_key_ + ":")
            throw DemoRefusal{demo_unauthorized(DemoUnauthorized::invalid_api_key)};
    } else if (!tokens_.accepts(credentials->text, now)) {
        throw DemoRefusal{demo_unauthorized(DemoUnauthorized::invalid_access_token)};
    }
}

}  // namespace apivideo::detail
