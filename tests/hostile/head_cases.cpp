// SPDX-License-Identifier: MIT
// Status lines and headers that are no HTTP, or more of it than anybody needs.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

Act status_line(const std::string& line) {
    return closes_after(line + "\r\n" + length_of_good_body() + "\r\n" + good_body);
}

Act header(const std::string& lines) { return closes_after(ok_head(lines + length_of_good_body()) + good_body); }

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// @param middle where it is not empty, the headers have numbers in their names.
std::string many_headers(const std::string& middle) {
    std::string lines;
    for (int i = 0; i < 100'000; ++i) {
        lines += "X-Many";
        if (!middle.empty()) lines += middle + std::to_string(i);
        lines += ": 1\r\n";
    }
    return ok_head(lines + length_of_good_body()) + good_body;
}

void add_status_lines(std::vector<HostileCase>& rows) {
    const Expected broken = fails(Failure::protocol);
    const Expected closed = fails(Failure::connection_closed);
    rows.insert(
        rows.end(),
        {{"nothing_but_a_close", closes_after(""), closed},
         {"binary_garbage", closes_after(std::string{"\x00\xff\x16\x03\x01\r\n\r\n", 9}), broken | closed},
         {"binary_garbage_without_a_line", closes_after(std::string(1000, '\xfe')), broken | closed},
         {"another_protocol", closes_after("220 mail.example ESMTP ready\r\n\r\n"), broken},
         {"a_web_page_alone", closes_after("<html><body>Hello</body></html>\r\n\r\n"), broken | closed},
         {"the_body_alone", closes_after(good_body), broken | closed},
         {"the_request_itself",
          [](const Turn& turn) {
              turn.connection.write(turn.request.raw);
              return false;
          },
          broken},
         {"empty_lines_first", closes_after("\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + good_body),
          broken | closed | right_data()},
         {"no_status", status_line("HTTP/1.1"), broken},
         {"status_is_text", status_line("HTTP/1.1 OK OK"), broken},
         {"status_0", status_line("HTTP/1.1 0 OK"), broken},
         {"status_7", status_line("HTTP/1.1 7 OK"), broken},
         {"status_negative", status_line("HTTP/1.1 -200 OK"), broken},
         {"status_600", status_line("HTTP/1.1 600 OK"), broken},
         {"status_999", status_line("HTTP/1.1 999 OK"), broken},
         {"status_2000", status_line("HTTP/1.1 2000 OK"), broken},
         {"status_past_16_bits", status_line("HTTP/1.1 65736 OK"), broken},
         {"status_past_64_bits", status_line("HTTP/1.1 18446744073709551816 OK"), broken},
         {"status_without_a_reason", status_line("HTTP/1.1 200"), right_data()},
         {"status_with_a_reason_of_100_kb", status_line("HTTP/1.1 200 " + std::string(100'000, 'r')),
          right_data() | broken | fails(Failure::too_large)},
         {"status_with_a_reason_of_control_characters", status_line("HTTP/1.1 500 \x1b[31m\x07\x08 \t\x7f"),
          api_error(500) | broken},
         {"status_201", status_line("HTTP/1.1 201 Created"), unexpected("status", 201)},
         {"status_206", status_line("HTTP/1.1 206 Partial"), unexpected("status", 206)},
         {"status_418", status_line("HTTP/1.1 418 Teapot"), api_error(418)},
         {"status_505", status_line("HTTP/1.1 505 No"), api_error(505)},
         {"http_1_0", status_line("HTTP/1.0 200 OK"), right_data()},
         {"http_1_9", status_line("HTTP/1.9 200 OK"), right_data() | broken},
         {"http_0_9", closes_after(good_body + "\r\n"), broken | closed},
         {"http_2_0", status_line("HTTP/2.0 200 OK"), broken},
         {"http_2", status_line("HTTP/2 200"), broken},
         {"http_2_preface", closes_after(std::string{"\x00\x00\x12\x04\x00\x00\x00\x00\x00", 9}), broken | closed},
         {"http_9_9", status_line("HTTP/9.9 200 OK"), broken},
         {"http_past_32_bits", status_line("HTTP/4294967297.1 200 OK"), broken},
         {"http_in_small_letters", status_line("http/1.1 200 OK"), broken | right_data()},
         {"icy", status_line("ICY 200 OK"), broken}});
}

void add_interim_answers(std::vector<HostileCase>& rows) {
    const Expected refused = right_data() | fails(Failure::protocol);
    const std::string good = ok_head(length_of_good_body()) + good_body;
    rows.insert(
        rows.end(),
        {{"continue_first", answers("HTTP/1.1 100 Continue\r\n\r\n" + good), refused},
         {"early_hints_first", answers("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + good), refused},
         {"thousand_interim_answers_first", answers(repeated("HTTP/1.1 102 Processing\r\n\r\n", 1000) + good),
          refused | fails(Failure::too_large)},
         {"interim_answers_without_end", floods("", repeated("HTTP/1.1 100 Continue\r\n\r\n", 1000), 100 * megabyte),
          fails(Failure::protocol) | fails(Failure::too_large)},
         {"interim_answer_alone", closes_after("HTTP/1.1 100 Continue\r\n\r\n"),
          fails(Failure::protocol) | fails(Failure::connection_closed)},
         {"switching_protocols", closes_after("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n" + good),
          fails(Failure::protocol)}});
}

void add_headers(std::vector<HostileCase>& rows) {
    const Expected broken = fails(Failure::protocol);
    const Expected closed = fails(Failure::connection_closed);
    const Expected cut = fails(Failure::truncated);
    const Expected large = fails(Failure::too_large);
    rows.insert(
        rows.end(),
        {{"header_of_100_kb", header("X-Long: " + std::string(100'000, 'x') + "\r\n"), right_data() | broken | large},
         {"header_name_of_100_kb", header(std::string(100'000, 'x') + ": 1\r\n"), right_data() | broken | large},
         {"headers_1000", header(repeated("X-Many: 1\r\n", 1000)), right_data() | broken | large},
         {"headers_100000_alike", closes_after([] { return many_headers(""); }), right_data() | broken | large},
         {"headers_100000_different", closes_after([] { return many_headers("-different"); }),
          right_data() | broken | large},
         {"header_of_8_mb",
          floods("HTTP/1.1 200 OK\r\nX-Long: ", std::string(megabyte, 'x'), 8 * megabyte,
                 "\r\n" + length_of_good_body() + "\r\n" + good_body),
          right_data() | broken | large},
         {"headers_without_a_colon", header("no colon here\r\n"), right_data() | broken},
         {"header_without_a_name", header(": nothing\r\n"), right_data() | broken},
         {"header_without_a_value", header("X-Empty:\r\n"), right_data()},
         {"header_with_a_space_before_the_colon", header("X-Space : 1\r\n"), right_data() | broken},
         {"header_with_a_null_byte", header(std::string{"X-Null: a\0b\r\n", 13}), right_data() | broken},
         {"header_name_with_a_null_byte", header(std::string{"X-\0Null: 1\r\n", 12}), right_data() | broken},
         {"header_with_bytes_that_are_no_text", header("X-Bytes: \xff\xfe\x80\r\n"), right_data() | broken},
         {"header_folded", header("X-Folded: one\r\n two\r\n\tthree\r\n"), right_data() | broken},
         {"header_folded_first", header(" folded: 1\r\n"), right_data() | broken},
         {"line_feeds_alone",
          closes_after("HTTP/1.1 200 OK\n"
                       "Content-Length: 86\n\n" +
                       good_body),
          right_data() | broken | closed},
         {"carriage_returns_alone", closes_after("HTTP/1.1 200 OK\rContent-Length: 86\r\r" + good_body),
          broken | closed},
         {"line_feed_within_the_head", header("X-One: 1\nX-Two: 2\r\n"), right_data() | broken},
         {"head_without_an_end", closes_after("HTTP/1.1 200 OK\r\nContent-Length: 86\r\n"), closed | cut},
         {"head_cut_off_in_the_status_line", closes_after("HTTP/1.1 2"), closed | cut | broken},
         {"head_cut_off_in_a_header", closes_after("HTTP/1.1 200 OK\r\nContent-Le"), closed | cut},
         {"connection_header_of_nonsense", header("Connection: keep-alive, close, banana\r\n"), right_data()},
         {"keep_alive_of_nonsense", header("Keep-Alive: timeout=-1, max=99999999999999999999\r\n"), right_data()},
         {"upgrade_offered", header("Upgrade: h2,h2c\r\nConnection: Upgrade\r\n"), right_data()},
         {"content_type_html", header("Content-Type: text/html; charset=utf-7\r\n"), right_data()},
         {"content_type_of_nonsense", header("Content-Type: ;;;=\r\nContent-Type: charset=\r\n"), right_data()},
         {"cookies", header("Set-Cookie: a=b; Domain=.example\r\nSet-Cookie: c=d\r\n"), right_data()},
         {"alternative_service", header("Alt-Svc: h3=\"127.0.0.1:1\"; ma=86400\r\n"), right_data()}});
}

}  // namespace

std::vector<HostileCase> head_cases() {
    std::vector<HostileCase> rows;
    add_status_lines(rows);
    add_interim_answers(rows);
    add_headers(rows);
    return rows;
}

}  // namespace apivideo::tests
