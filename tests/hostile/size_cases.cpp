// SPDX-License-Identifier: MIT
// Answers of sizes that nobody can mean.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include <utility>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

const std::string block(64 * 1024, ' ');
constexpr std::size_t limit = std::size_t{8} << 20;

}  // namespace

std::vector<HostileCase> size_cases() {
    const Expected large = fails(Failure::too_large);
    const std::string blocks = chunk(block);
    const std::string promised = ok_head("Content-Length: 500000000\r\n");
    return {
        {"body_of_the_limit", answers_filled(200, limit, good_body, ' '), right_data()},
        {"body_of_one_byte_more", answers_filled(200, limit + 1, good_body, ' '), large},
        {"body_of_100_mb", floods(ok_head("Content-Length: 100000000\r\n"), block, 100 * megabyte), large},
        {"body_of_500_mb_promised", stalls_after(promised), large},
        {"body_of_500_mb_promised_and_closed", closes_after(promised), large},
        {"body_of_500_mb_in_chunks", floods(chunked_head, blocks, 500 * megabyte, last_chunk), large},
        {"body_of_500_mb_without_length", floods(ok_head(), block, 500 * megabyte), large},
        {"body_of_100_mb_in_an_error", floods("HTTP/1.1 500 Oh\r\n\r\n", block, 100 * megabyte), large},
        {"body_of_100_mb_in_small_chunks", floods(chunked_head, chunk(std::string(100, 'x')), 100 * megabyte), large},
        {"body_of_100_mb_in_a_redirect", floods("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", block, 100 * megabyte),
         large},
        at_login({"body_of_100_mb_at_login", floods(ok_head(), block, 100 * megabyte), large}),
        at_login({"body_of_500_mb_promised_at_login", stalls_after(promised), large}),
        over_tls({"body_of_100_mb_over_tls", floods(ok_head(), block, 100 * megabyte), large}),
        {"error_of_8_mb", answers_filled(400, limit, {}, 'e'), api_error(400)},
        {"error_of_8_mb_of_backslashes", answers_filled(400, limit, {}, '\\'), api_error(400)},
        {"error_with_a_title_of_8_mb", answers_filled(400, limit, R"({"title":")", 't', "\"}"), api_error(400)},
        {"number_of_8_mb", answers_filled(200, limit, R"({"data":[{"plays":)", '7', "x"), unexpected("/data/0/plays")},
        {"text_of_8_mb_that_breaks", answers_filled(200, limit, R"({"data":[{"value":")", 'x', "\n\"}]}"),
         unexpected("/data/0/value")},
        {"word_of_8_mb", answers_filled(200, limit, {}, 'w'), unexpected("")},
        {"text_of_1_mb_that_breaks",
         answers_filled(200, std::size_t{1} << 20, R"({"data":[{"value":")", '\x01', "\n\"}]}"),
         unexpected("/data/0/value")},
        {"no_content_of_100_mb", floods("HTTP/1.1 204 No\r\n\r\n", block, 100 * megabyte), unexpected("status", 204)}};
}

std::vector<HostileCase> boundless_cases() {
    const Expected large = fails(Failure::too_large);
    const Expected no_http = large | fails(Failure::protocol);
    constexpr std::size_t amount = 200 * megabyte;
    std::string many_headers;
    for (int i = 0; i < 1000; ++i) many_headers += "X-Many: 1\r\n";
    std::vector<HostileCase> cases{
        {"one_chunk_declared_of_2_gb", floods(chunked_head + "7ffffff0\r\n", block, amount), large},
        {"one_chunk_of_negative_size", floods(chunked_head + "-3\r\n", block, amount), no_http},
        {"one_endless_chunk_extension", floods(chunked_head + "5;", block, amount),
         no_http | fails(Failure::truncated)},
        {"one_endless_status_line", floods("HTTP/1.1 200 ", block, amount), no_http},
        {"one_endless_header", floods("HTTP/1.1 200 OK\r\nX-Endless: ", block, amount), no_http},
        {"endless_headers", floods("HTTP/1.1 200 OK\r\n", many_headers, amount), no_http}};
    for (HostileCase& row : cases) row.max_attempts = 1;
    return cases;
}

}  // namespace apivideo::tests
