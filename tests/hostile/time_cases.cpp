// SPDX-License-Identifier: MIT
// Servers that take their time, or leave in the middle.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include <iterator>
#include <utility>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

/// What the server does right after it accepted a connection.
HostileCase at_start(std::string name, void (*start)(ServerConnection&), const Expected& expected) {
    HostileCase row{std::move(name), {}, expected};
    row.at_accept = [start](ServerConnection& connection) {
        start(connection);
        return false;
    };
    return row;
}

std::vector<HostileCase> stalls_and_drips() {
    const std::string status_line{"HTTP/1.1 200 OK\r\n"};
    const std::string head = ok_head(length_of_good_body());
    const std::string long_text(1000, 'x');
    return {{"never_answers", stalls_after(""), {}},
            {"drips_the_status_line", drips("", status_line + head), {}},
            {"drips_a_header", drips(status_line, "X-Slow: " + long_text), {}},
            {"drips_a_body_of_known_length", drips(head, good_body), {}},
            {"drips_a_body_of_unknown_length", drips(ok_head(), good_body + long_text), {}},
            {"drips_a_chunk", drips(chunked_head + "56\r\n", good_body), {}},
            {"drips_chunks", drips(chunked_head, "1\r\nx\r\n1\r\nx\r\n1\r\nx\r\n1\r\nx\r\n1\r\nx\r\n"), {}},
            {"drips_a_chunk_extension", drips(chunked_head + "1;", long_text), {}},
            {"drips_trailers", drips(chunked_head + chunk(good_body) + "0\r\nX-Slow: ", "for a while\r\n\r\n"),
             right_data()},
            {"stalls_in_the_status_line", stalls_after("HTTP/1.1 2"), {}},
            {"stalls_in_the_head", stalls_after(status_line + "X-Header: 1\r\n"), {}},
            {"stalls_before_the_body", stalls_after(head), {}},
            {"stalls_in_a_body_of_known_length", stalls_after(head + good_body.substr(0, 40)), {}},
            {"stalls_in_a_body_of_unknown_length", stalls_after(ok_head() + good_body), {}},
            {"stalls_in_a_chunk", stalls_after(chunked_head + "56\r\n" + good_body.substr(0, 40)), {}},
            {"stalls_between_chunks", stalls_after(chunked_head + chunk(good_body)), {}},
            {"stalls_in_a_huge_chunk", stalls_after(chunked_head + "7ffffff0\r\n" + good_body), {}},
            {"stalls_before_trailers", stalls_after(chunked_head + chunk(good_body) + "0\r\n"), right_data()},
            {"stalls_in_an_interim_answer", stalls_after("HTTP/1.1 100 Continue\r\n\r\n"),
             fails(Failure::protocol) | fails(Failure::timeout)},
            {"stalls_in_an_error", stalls_after("HTTP/1.1 500 Oh\r\nContent-Length: 9\r\n\r\n{"), {}}};
}

std::vector<HostileCase> ends() {
    const std::string status_line{"HTTP/1.1 200 OK\r\n"};
    const std::string head = ok_head(length_of_good_body());
    const Expected closed = fails(Failure::connection_closed);
    const Expected cut = fails(Failure::truncated);
    return {{"closes_in_the_status_line", closes_after("HTTP/1.1 200"), closed | cut},
            {"closes_before_the_body", closes_after(head), cut},
            {"closes_in_a_body_of_known_length", closes_after(head + good_body.substr(0, 40)), cut},
            {"closes_in_a_chunk", closes_after(chunked_head + "56\r\n" + good_body.substr(0, 40)), cut},
            {"closes_in_a_chunk_size", closes_after(chunked_head + "5"), cut},
            {"closes_in_an_error", closes_after("HTTP/1.1 500 Oh\r\nContent-Length: 9\r\n\r\n{"), cut},
            {"resets_in_place_of_an_answer", resets_after(""), closed},
            {"resets_in_the_status_line", resets_after("HTTP/1.1 2"), closed | cut},
            {"resets_in_the_head", resets_after(status_line + "X-Header"), closed | cut},
            {"resets_before_the_body", resets_after(head), cut},
            {"resets_in_a_body_of_known_length", resets_after(head + good_body.substr(0, 40)), cut},
            {"resets_in_a_body_of_unknown_length", resets_after(ok_head() + good_body), cut},
            {"resets_in_a_chunk", resets_after(chunked_head + "56\r\n" + good_body.substr(0, 40)), cut},
            {"resets_after_the_answer", resets_after(head + good_body), right_data()},
            {"closes_after_each_answer", closes_after(head + good_body), right_data()},
            {"recovers_at_the_third_attempt",
             [](const Turn& turn) {
                 return turn.number >= 2 && turn.connection.write(ok_head(length_of_good_body()) + good_body);
             },
             right_data()}};
}

std::vector<HostileCase> starts() {
    const Expected timeout = fails(Failure::timeout);
    const Expected closed = fails(Failure::connection_closed);
    const Expected tls = fails(Failure::tls);
    const auto close = [](ServerConnection&) {};
    const auto reset = [](ServerConnection& connection) { connection.reset(); };
    const auto never_read = [](ServerConnection& connection) { connection.wait_for_server_to_stop(); };
    const auto stall = [](ServerConnection& connection) { connection.wait_for_client_to_leave(); };
    const auto speak_first = [](ServerConnection& connection) {
        connection.write(ok_head("Content-Length: 8\r\n") + "too soon");
        connection.wait_for_client_to_leave();
    };
    const auto garbage = [](ServerConnection& connection) {
        connection.read_some();
        connection.write(std::string(100, 'x'));
        connection.wait_for_client_to_leave();
    };
    const auto drip = [](ServerConnection& connection) {
        connection.read_some();
        connection.write_slowly(std::string{"\x16\x03\x03\x00\x7a\x02\x00\x00\x76", 9} + std::string(100, '\x03'),
                                std::chrono::milliseconds{30});
    };
    return {at_start("closes_before_the_request", close, closed),
            at_start("resets_before_the_request", reset, closed | fails(Failure::connect)),
            in_short_time(at_start("never_reads_the_request", never_read, timeout)),
            at_start("answers_before_the_request", speak_first, unexpected("") | fails(Failure::protocol)),
            over_tls(at_start("closes_before_the_handshake", close, closed)),
            over_tls(at_start("resets_before_the_handshake", reset, closed | fails(Failure::connect))),
            over_tls(in_short_time(at_start("never_reads_the_handshake", never_read, timeout))),
            over_tls(in_short_time(at_start("stalls_in_the_handshake", stall, timeout))),
            over_tls(in_short_time(at_start("drips_the_handshake", drip, timeout | tls))),
            over_tls(at_start("answers_the_handshake_with_garbage", garbage, tls)),
            over_tls(at_start("answers_the_handshake_with_http", speak_first, tls))};
}

}  // namespace

std::vector<HostileCase> time_cases() {
    std::vector<HostileCase> rows;
    for (HostileCase row : stalls_and_drips()) {
        if (row.expected.outcomes.empty()) row.expected = fails(Failure::timeout);
        // Neither library is bound to read what is behind the data.
        if (row.expected.outcomes == right_data().outcomes) row.expected = right_data() | fails(Failure::timeout);
        rows.push_back(in_short_time(row));
    }
    for (HostileCase& row : ends()) rows.push_back(std::move(row));
    for (HostileCase& row : starts()) rows.push_back(std::move(row));
    rows.push_back(at_login(in_short_time({"login_never_answered", stalls_after(""), fails(Failure::timeout)})));
    rows.push_back(
        at_login(in_short_time({"login_stalls_in_the_body", stalls_after(ok_head("Content-Length: 100\r\n") + "{"),
                                fails(Failure::timeout)})));
    rows.push_back(at_login(
        in_short_time({"login_drips", drips("HTTP/1.1 200 OK\r\n", std::string(1000, 'x')), fails(Failure::timeout)})));
    const std::string head = ok_head(length_of_good_body());
    rows.push_back(
        over_tls({"tls_closed_in_the_body", closes_after(head + good_body.substr(0, 40)), fails(Failure::truncated)}));
    rows.push_back(over_tls(
        {"tls_reset_in_a_body_of_unknown_length", resets_after(ok_head() + good_body), fails(Failure::truncated)}));
    rows.push_back(over_tls(in_short_time({"tls_drips", drips(head, good_body), fails(Failure::timeout)})));
    return rows;
}

}  // namespace apivideo::tests
