// SPDX-License-Identifier: MIT
// What is measured without a network: each operation by its name, to be timed or to have its instructions counted.
#include "operations.hpp"

#include <apivideo/apivideo.hpp>

#include "analytics/decoding.hpp"
#include "analytics/plays_json.hpp"
#include "analytics/plays_query.hpp"
#include "plays_page.hpp"
#include "yardsticks.hpp"

#include <memory>
#include <utility>

namespace apivideo::benchmark {
namespace {

constexpr std::int64_t pages = 1000;

HttpResponse make_answer() {
    HttpResponse answer;
    answer.status = 200;
    answer.reason = "OK";
    answer.body = page_body(1, pages);
    answer.headers = {{"Server", "nginx"},
                      {"Content-Type", "application/json"},
                      {"Content-Length", std::to_string(answer.body.size())},
                      {"X-RateLimit-Limit", "500"},
                      {"X-RateLimit-Remaining", "499"},
                      {"X-RateLimit-Retry-After", "60"}};
    return answer;
}

/// Answers from memory, so that what is above it is all that costs.
class MemoryTransport final : public HttpTransport {
  public:
    HttpResponse send(const HttpRequest& request, const CallContext&) override {
        return request.method == "POST" ? login_ : answer_;
    }

  private:
    HttpResponse login_{201, "Created", {}, R"({"token_type":"Bearer","expires_in":3600,"access_token":"a-token"})"};
    HttpResponse answer_ = make_answer();
};

VideosPlaysRequest request() {
    VideosPlaysRequest made{date::year{2023} / 6 / 1, VideosDimension::video_id};
    made.to = date::year{2023} / 6 / 10;
    made.current_page = 1;
    made.page_size = rows_a_page;
    return made;
}

AnalyticsApi api_on_standard_pipeline() {
    ClientOptions options;
    options.transport = std::make_shared<MemoryTransport>();
    options.observer = [](const RequestEvent&) {};
    return AnalyticsApi{AuthenticatedApiClient{"the-api-key", options}};
}

std::function<std::size_t()> call(const AnalyticsApi& api) {
    return [api, request = request()] { return api.get_videos_plays(request).data.size(); };
}

/// What a call cannot do without.
std::function<std::size_t()> send_and_decode() {
    const std::shared_ptr<HttpTransport> transport = std::make_shared<MemoryTransport>();
    return [transport, request = HttpRequest{}] {
        return detail::decode(transport->send(request, {}), detail::plays_fields).data.size();
    };
}

}  // namespace

std::vector<Operation> operations() {
    const HttpResponse answer = make_answer();
    return {
        {"copy_answer", [answer] { return HttpResponse{answer}.body.size(); }},
        {"empty_sax", [answer] { return parse_events(answer.body); }},
        {"tree", [answer] { return parse_tree(answer.body); }},
        {"tree_to_rows", [answer] { return parse_tree_to_rows(answer.body); }},
        {"decode", [answer] { return detail::decode(HttpResponse{answer}, detail::plays_fields).data.size(); }},
        {"query", [request = request()] { return detail::target(request).size(); }},
        {"send_and_decode", send_and_decode()},
        {"call_without_pipeline", call(AnalyticsApi{std::make_shared<MemoryTransport>(), "https://ws.api.video"})},
        {"call", call(api_on_standard_pipeline())},
    };
}

}  // namespace apivideo::benchmark
