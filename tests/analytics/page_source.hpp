// SPDX-License-Identifier: MIT
// Pages for the tests of ranges: as many as wanted, each row telling where it is from.
#pragma once

#include <apivideo/analytics/analytics_api.hpp>
#include <apivideo/test_support/fake_transport.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace apivideo {

inline VideosPlaysRequest by_video() { return {date::year{2023} / 6 / 1, VideosDimension::video_id}; }

inline std::int64_t page_asked_for(const HttpRequest& request) {
    return std::stoll(request.url.substr(request.url.find("currentPage=") + 12));
}

/// A page of rows `page.row`; @p pagination is the inside of that object.
inline HttpResponse page_of(std::int64_t page, int rows, const std::string& pagination) {
    std::string body = R"({"data":[)";
    for (int row = 0; row < rows; ++row) {
        if (row > 0) body += ',';
        body += R"({"value":")" + std::to_string(page) + '.' + std::to_string(row) + R"(","plays":1})";
    }
    return HttpResponse{200, {}, {}, body + R"(],"pagination":{)" + pagination + "}}"};
}

inline std::string told(std::int64_t page, std::int64_t pages_total) {
    return R"("currentPage":)" + std::to_string(page) + R"(,"pagesTotal":)" + std::to_string(pages_total);
}

inline std::string told(std::int64_t page, std::int64_t pages_total, std::int64_t items_total) {
    return told(page, pages_total) + R"(,"itemsTotal":)" + std::to_string(items_total);
}

/// Serves @p pages pages of two rows each, and tells how many there are.
inline std::shared_ptr<test_support::FakeTransport> pages(std::int64_t pages) {
    auto fake = std::make_shared<test_support::FakeTransport>();
    fake->respond_always([pages](const HttpRequest& request, const CallContext&) {
        const std::int64_t page = page_asked_for(request);
        return page_of(page, page > pages ? 0 : 2, told(page, pages));
    });
    return fake;
}

inline AnalyticsApi api(const std::shared_ptr<HttpTransport>& transport) {
    return AnalyticsApi{transport, "https://ws.api.video"};
}

template <class Range>
std::vector<std::string> values(const Range& range) {
    std::vector<std::string> found;
    for (const AnalyticsData& row : range) found.push_back(row.value);
    return found;
}

/// `1.0 1.1 2.0 2.1 ...` of pages() from @p first to @p last.
inline std::vector<std::string> rows_of_pages(std::int64_t first, std::int64_t last) {
    std::vector<std::string> rows;
    for (std::int64_t page = first; page <= last; ++page)
        for (const char* row : {".0", ".1"}) rows.push_back(std::to_string(page) + row);
    return rows;
}

}  // namespace apivideo
