// SPDX-License-Identifier: MIT
// The page that is measured with: about what the service sends.
#include "plays_page.hpp"

namespace apivideo::benchmark {
namespace {

std::int64_t plays_of_row(int row) { return (row * 7919) % 2000 + 1; }

std::string padded(int number) {
    const std::string digits = std::to_string(number);
    return std::string(3 - digits.size(), '0') + digits;
}

std::string make_rows() {
    std::string rows;
    for (int row = 0; row < rows_a_page; ++row) {
        rows += rows.empty() ? "" : ",";
        rows += R"({"value":"vi4kBr0wnF0xJumps0ver)" + padded(row) + R"(","plays":)" +
                std::to_string(plays_of_row(row)) + '}';
    }
    return rows;
}

std::string link(const char* rel, std::int64_t page) {
    return std::string{R"({"rel":")"} + rel + R"(","uri":"\/analytics\/videos\/plays?dimension=videoId&currentPage=)" +
           std::to_string(page) + R"(&pageSize=100"})";
}

}  // namespace

std::string page_body(std::int64_t number, std::int64_t pages) {
    static const std::string rows = make_rows();
    std::string body = R"({"data":[)";
    body.reserve(rows.size() + 1000);
    body += rows;
    body += R"(],"pagination":{"currentPage":)" + std::to_string(number) + R"(,"currentPageItems":100,"pageSize":100,)";
    body += R"("pagesTotal":)" + std::to_string(pages) + R"(,"itemsTotal":)" + std::to_string(pages * rows_a_page);
    body += R"(,"links":[)" + link("self", number) + ',' + link("first", 1) + ',' + link("next", number + 1) + ',' +
            link("last", pages) + "]}}";
    return body;
}

std::int64_t plays_of_page() {
    std::int64_t plays = 0;
    for (int row = 0; row < rows_a_page; ++row) plays += plays_of_row(row);
    return plays;
}

}  // namespace apivideo::benchmark
