// SPDX-License-Identifier: MIT
// The headers of a request in libcurl's own notation.
#include "http/curl/request_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace apivideo::detail::curl {
namespace {

class LinesOfRequest : public ::testing::Test {
  protected:
    std::vector<std::string> of(const HttpHeaders& headers, bool with_body = false) {
        std::vector<std::string> texts;
        for (const curl_slist* line = lines.fill({"GET", "", headers, ""}, with_body); line; line = line->next)
            texts.emplace_back(line->data);
        return texts;
    }

    RequestLines lines{};
};

using Texts = std::vector<std::string>;

const std::string identity = "Accept-Encoding: identity";

TEST_F(LinesOfRequest, keep_order_and_repeats) {
    EXPECT_EQ(of({{"X-B", "2"}, {"accept", "a"}, {"X-B", "1"}}), (Texts{"X-B: 2", "accept: a", "X-B: 1", identity}));
}

TEST_F(LinesOfRequest, leave_out_what_libcurl_would_add) {
    EXPECT_EQ(of({}), (Texts{identity, "Accept:"}));
    EXPECT_EQ(of({}, true), (Texts{identity, "Accept:", "Content-Type:", "Expect:"}));
    EXPECT_EQ(of({{"ACCEPT", "a"}, {"content-type", "b"}}, true),
              (Texts{"ACCEPT: a", "content-type: b", identity, "Expect:"}));
}

TEST_F(LinesOfRequest, mark_empty_values_to_be_sent) {
    EXPECT_EQ(of({{"X-A", ""}, {"X-B", " \t"}, {"Accept", ""}}), (Texts{"X-A;", "X-B;", "Accept;", identity}));
}

TEST_F(LinesOfRequest, are_those_of_the_last_request_only) {
    of({{"X-A", std::string(1000, 'a')}, {"X-B", "b"}, {"X-C", "c"}});
    EXPECT_EQ(of({{"X-D", "d"}}), (Texts{"X-D: d", identity, "Accept:"}));
}

}  // namespace
}  // namespace apivideo::detail::curl
