// SPDX-License-Identifier: MIT
// What is measured without a network: each operation by its name, to be timed or to have its instructions counted.
#include "operations.hpp"

#include <apivideo/apivideo.hpp>

#include "analytics/decoding.hpp"
#include "analytics/metrics_json.hpp"
#include "analytics/metrics_query.hpp"
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

/// A full page of a breakdown whose numbers have fractions, such as play-rate by video.
HttpResponse make_breakdown() {
    std::string rows;
    for (int row = 0; row < rows_a_page; ++row)
        rows += std::string{rows.empty() ? "" : ","} + R"({"metricValue":0.)" + std::to_string(row * 7919 + 1) +
                R"(,"dimensionValue":"vi4kBr0wnF0xJumps0ver)" + std::to_string(100 + row) + R"("})";
    HttpResponse answer = make_answer();
    answer.body =
        R"({"context":{"metric":"play-rate","breakdown":"media-id","timeframe":{"from":"2024-04-28T07:15:05+00:00",)"
        R"("to":"2024-05-29T11:25:37+00:00"}},"data":[)" +
        rows + R"(],"pagination":{"currentPage":1,"currentPageItems":100,"pageSize":100,"pagesTotal":1000,)" +
        R"("itemsTotal":100000,"links":[]}})";
    return answer;
}

MetricsBreakdownRequest breakdown() {
    MetricsBreakdownRequest made{BreakdownMetric::play_rate, Breakdown::media_id};
    made.from = date::sys_days{date::year{2024} / 4 / 28};
    made.to = date::sys_days{date::year{2024} / 5 / 29};
    made.filter_by.media_type = MediaType::video;
    made.current_page = 1;
    made.page_size = rows_a_page;
    return made;
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
    const HttpResponse of_breakdown = make_breakdown();
    return {
        {"copy_answer", [answer] { return HttpResponse{answer}.body.size(); }},
        {"empty_sax", [answer] { return parse_events(answer.body); }},
        {"tree", [answer] { return parse_tree(answer.body); }},
        {"tree_to_rows", [answer] { return parse_tree_to_rows(answer.body); }},
        {"decode", [answer] { return detail::decode(HttpResponse{answer}, detail::plays_fields).data.size(); }},
        {"copy_breakdown", [of_breakdown] { return HttpResponse{of_breakdown}.body.size(); }},
        {"decode_breakdown",
         [of_breakdown] { return detail::decode(HttpResponse{of_breakdown}, detail::breakdown_fields).data.size(); }},
        {"breakdown_query", [request = breakdown()] { return detail::target(request).size(); }},
        {"query", [request = request()] { return detail::target(request).size(); }},
        {"send_and_decode", send_and_decode()},
        {"call_without_pipeline", call(AnalyticsApi{std::make_shared<MemoryTransport>(), "https://ws.api.video"})},
        {"call", call(api_on_standard_pipeline())},
    };
}

}  // namespace apivideo::benchmark
