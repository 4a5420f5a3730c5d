// SPDX-License-Identifier: MIT
// Bodies whose ends are wrong, missing or told twice.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

namespace apivideo::tests {
namespace {

using Failure = TransportFailure;

Act with_length(const std::string& value) {
    return closes_after(ok_head("Content-Length: " + value + "\r\n") + good_body);
}

Act chunks(const std::string& bytes) { return closes_after(chunked_head + bytes); }

void add_lengths(std::vector<HostileCase>& rows) {
    const std::string right = length_of_good_body();
    const Expected broken = fails(Failure::protocol);
    rows.insert(
        rows.end(),
        {{"length_is_less_than_the_body", answers(ok_head(length_of_good_body(-1)) + good_body), unexpected("")},
         {"length_is_more_than_the_body", closes_after(ok_head(length_of_good_body(1)) + good_body),
          fails(Failure::truncated)},
         {"length_is_zero", answers(ok_head("Content-Length: 0\r\n")), unexpected("")},
         {"length_is_absent", closes_after(ok_head() + good_body), right_data()},
         {"length_is_absent_and_so_is_the_body", closes_after(ok_head()), unexpected("")},
         {"length_is_negative", with_length("-1"), broken},
         {"length_is_minus_the_body", with_length("-" + std::to_string(good_body.size())), broken},
         {"length_is_most_of_63_bits", with_length("9223372036854775807"), fails(Failure::too_large)},
         {"length_is_one_more_than_63_bits", with_length("9223372036854775808"), broken},
         {"length_is_most_of_64_bits", with_length("18446744073709551615"), broken},
         {"length_is_past_64_bits", with_length("18446744073709551702"), broken},
         {"length_is_empty", with_length(""), broken},
         {"length_is_text", with_length("all of it"), broken},
         {"length_is_hexadecimal", with_length("0x56"), broken},
         {"length_has_a_sign", with_length("+86"), broken},
         {"length_has_a_fraction", with_length("86.0"), broken},
         {"length_is_told_twice_alike", answers(ok_head(right + right) + good_body), right_data() | broken},
         {"length_is_told_twice_small_first", closes_after(ok_head("Content-Length: 3\r\n" + right) + good_body),
          broken},
         {"length_is_told_twice_large_first", closes_after(ok_head("Content-Length: 300\r\n" + right) + good_body),
          broken},
         {"lengths_in_one_line_differ", with_length("3, 86"), broken},
         {"length_and_chunks",
          closes_after(ok_head(right + "Transfer-Encoding: chunked\r\n") + chunk(good_body) + last_chunk),
          right_data() | broken},
         {"length_and_coding_without_chunks",
          closes_after(ok_head(right + "Transfer-Encoding: chunked\r\n") + good_body),
          broken | fails(Failure::too_large) | fails(Failure::truncated)},
         {"another_answer_behind_the_body",
          answers(ok_head(right) + good_body + ok_head("Content-Length: 8\r\n") + "smuggled"), right_data()},
         {"garbage_behind_the_body", answers(ok_head(right) + good_body + "garbage"), right_data()},
         {"no_content_with_a_body", answers("HTTP/1.1 204 No Content\r\n" + right + "\r\n" + good_body),
          unexpected("status", 204)},
         {"not_modified_with_a_body", answers("HTTP/1.1 304 Not Modified\r\n" + right + "\r\n" + good_body),
          api_error(304)}});
}

void add_chunks(std::vector<HostileCase>& rows) {
    const std::string good = chunk(good_body);
    const Expected broken = fails(Failure::protocol);
    const Expected cut = fails(Failure::truncated);
    // A library may take a negative size for a huge one.
    const Expected no_size = broken | cut | fails(Failure::too_large);
    rows.insert(
        rows.end(),
        {{"chunks_of_one_byte_each",
          [](const Turn& turn) {
              std::string answer = chunked_head;
              for (const char c : good_body) answer += chunk(std::string(1, c));
              return turn.connection.write(answer + last_chunk);
          },
          right_data()},
         {"chunk_size_minus_1", chunks("-1\r\n" + good_body + "\r\n0\r\n\r\n"), no_size},
         {"chunk_size_minus_2", chunks("-2\r\n" + good_body + "\r\n0\r\n\r\n"), no_size},
         {"chunk_size_minus_1_behind_a_good_chunk", chunks(good + "-1\r\nabc\r\n0\r\n\r\n"), no_size},
         {"chunk_size_minus_3", chunks("-3\r\n" + good_body + "\r\n0\r\n\r\n"), no_size},
         {"chunk_size_minus_of_31_bits", chunks("-80000000\r\n" + good_body + "\r\n0\r\n\r\n"), no_size},
         {"chunk_size_of_all_ones", chunks("ffffffffffffffff\r\n" + good_body),
          broken | fails(Failure::too_large) | cut},
         {"chunk_size_past_64_bits", chunks("10000000000000056\r\n" + good_body + "\r\n0\r\n\r\n"),
          broken | fails(Failure::too_large)},
         {"chunk_size_of_32_bits", chunks("ffffffff\r\n" + good_body), broken | fails(Failure::too_large) | cut},
         {"chunk_size_is_no_number", chunks("many\r\n" + good_body + "\r\n0\r\n\r\n"), broken},
         {"chunk_size_is_empty", chunks("\r\n" + good_body + "\r\n0\r\n\r\n"), broken},
         {"chunk_size_has_zeros_before", chunks("0000000000000000" + good + last_chunk), right_data() | broken},
         {"chunk_extension", chunks(std::string{good}.insert(good.find('\r'), ";name=\"value\"") + last_chunk),
          right_data()},
         {"chunk_extension_of_100_kb",
          chunks(std::string{good}.insert(good.find('\r'), ';' + std::string(100'000, 'x')) + last_chunk),
          right_data() | broken},
         {"chunk_is_longer_than_its_size", chunks("3\r\n" + good_body + "\r\n0\r\n\r\n"), broken | cut},
         {"chunk_is_shorter_than_its_size", chunks("ffff\r\n" + good_body + "\r\n0\r\n\r\n"), cut},
         {"chunk_without_its_end", chunks("56\r\n" + good_body + "0\r\n\r\n"), right_data() | broken | cut},
         {"last_chunk_is_missing", chunks(good), cut},
         {"last_chunk_has_no_end", chunks(good + "0\r\n"), right_data() | cut},
         {"last_chunk_is_negative_zero", chunks(good + "-0\r\n\r\n"), right_data() | broken},
         {"trailers", answers(chunked_head + good + "0\r\nX-Trailer: 1\r\nContent-Length: 4\r\n\r\n"), right_data()},
         {"trailers_without_an_end", chunks(good + "0\r\nX-Trailer: 1\r\n"), right_data() | cut},
         {"answer_behind_the_last_chunk", answers(chunked_head + good + last_chunk + ok_head("Content-Length: 1\r\n")),
          right_data()},
         {"coding_in_capitals", answers(ok_head("TRANSFER-ENCODING: CHUNKED\r\n") + good + last_chunk), right_data()},
         {"coding_told_twice",
          closes_after(ok_head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + good + last_chunk),
          broken},
         {"coding_unknown", closes_after(ok_head("Transfer-Encoding: wrapped\r\n") + good_body), broken},
         {"coding_is_identity", closes_after(ok_head("Transfer-Encoding: identity\r\n") + good_body),
          broken | right_data()},
         {"coding_is_almost_chunked", closes_after(ok_head("Transfer-Encoding: xchunked\r\n") + good + last_chunk),
          broken},
         {"chunks_in_http_1_0",
          closes_after("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + good + last_chunk),
          right_data() | broken}});
}

}  // namespace

std::vector<HostileCase> framing_cases() {
    std::vector<HostileCase> rows;
    add_lengths(rows);
    add_chunks(rows);
    return rows;
}

}  // namespace apivideo::tests
