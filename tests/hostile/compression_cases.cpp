// SPDX-License-Identifier: MIT
// Compressed bodies, which nobody asked for: they are data like any other, and no bomb goes off.
#include "hostile/scripts.hpp"

#include <apivideo/errors.hpp>

#include <utility>

namespace apivideo::tests {
namespace {

/// 18 bytes or so: what gzip makes of `{}`.
const std::string small_gzip{"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\xae\x05\x00\x43\xbf\xa6\xa3\x02\x00\x00\x00",
                             22};

Act encoded(const std::string& encoding, Text body) {
    return answers_status(200, "Content-Encoding: " + encoding + "\r\n", std::move(body));
}

/// The bytes that deflate makes of the same byte over and over: 1032 times as much comes out.
std::string bomb(std::size_t size) {
    return "\x1f\x8b\x08" + std::string(7, '\0') + "\xec\xc1\x01\x01" + std::string(size, '\0');
}

}  // namespace

std::vector<HostileCase> compression_cases() {
    const Expected no_json = unexpected("");
    return {{"gzip_that_nobody_asked_for", encoded("gzip", small_gzip), no_json},
            {"gzip_that_is_not_told", answers_status(200, {}, small_gzip), no_json},
            {"gzip_bomb", encoded("gzip", [] { return bomb(megabyte); }), no_json},
            {"gzip_bomb_larger_than_the_limit", encoded("gzip", [] { return bomb(9 * megabyte); }),
             fails(TransportFailure::too_large)},
            {"gzip_of_garbage", encoded("gzip", std::string(1000, 'g')), no_json},
            {"gzip_of_nothing", encoded("gzip", ""), no_json},
            {"gzip_in_chunks",
             closes_after(ok_head("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") + chunk(small_gzip) +
                          last_chunk),
             no_json},
            {"gzip_that_lies", encoded("gzip", good_body), right_data()},
            {"deflate_that_lies", encoded("deflate", good_body), right_data()},
            {"brotli_that_lies", encoded("br", good_body), right_data()},
            {"identity", encoded("identity", good_body), right_data()},
            {"unknown_encoding", encoded("aes128gcm, unheard-of", good_body), right_data()},
            {"encodings_hundred",
             [](const Turn& turn) {
                 std::string list = "gzip";
                 for (int i = 1; i < 100; ++i) list += ", gzip";
                 return encoded(list, good_body)(turn);
             },
             right_data()},
            {"gzip_as_transfer_coding",
             closes_after(ok_head("Transfer-Encoding: gzip, chunked\r\n") + chunk(small_gzip) + last_chunk),
             fails(TransportFailure::protocol)},
            {"gzip_in_an_error", answers_status(400, "Content-Encoding: gzip\r\n", small_gzip), api_error(400)},
            at_login({"gzip_at_login", encoded("gzip", small_gzip), no_json})};
}

}  // namespace apivideo::tests
