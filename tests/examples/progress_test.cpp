// SPDX-License-Identifier: MIT
// How far a walk over pages is, on one line of a terminal.
#include "progress.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>
#include <string>

namespace analytics_report {
namespace {

TEST(Progress, is_a_bar_and_numbers_that_fit_the_line) {
    struct Case {
        std::int64_t pages;
        std::optional<std::int64_t> of;
        std::size_t rows;
        std::size_t columns;
        const char* expected;
    };
    const Case cases[] = {
        {3, 6, 300, 35, "[#####-----] 3 of 6 pages, 300 rows"},
        {6, 6, 600, 35, "[##########] 6 of 6 pages, 600 rows"},
        {1, 1, 1, 80, "[##############################] 1 of 1 page, 1 row"},
        {1, 6, 100, 28, "1 of 6 pages, 100 rows"},
        {1, 6, 100, 10, "1 of 6 pag"},
        {2, std::nullopt, 200, 80, "2 pages, 200 rows"},
        {1, std::nullopt, 7, 80, "1 page, 7 rows"},
        {7, 6, 700, 80, "7 pages, 700 rows"},
        {1, 6, 100, 0, ""},
    };
    for (const Case& c : cases) {
        const std::string line = progress_line(c.pages, c.of, c.rows, c.columns);
        EXPECT_LE(line.size(), c.columns);
        EXPECT_EQ(line, c.expected);
    }
}

TEST(ProgressBar, draws_over_itself_and_leaves_nothing_behind) {
    std::ostringstream terminal;
    {
        ProgressBar bar{terminal, 20};
        bar.show(1, std::nullopt, 100);
        bar.show(2, std::nullopt, 9);
    }
    EXPECT_EQ(terminal.str(), "\r1 page, 100 rows\r2 pages, 9 rows \r" + std::string(16, ' ') + "\r");
}

TEST(ProgressBar, goes_where_an_error_ends_the_walk) {
    std::ostringstream terminal;
    try {
        ProgressBar bar{terminal, 20};
        bar.show(1, std::nullopt, 1);
        throw std::runtime_error{"no answer"};
    } catch (const std::runtime_error&) {
        EXPECT_EQ(terminal.str().back(), '\r');
        EXPECT_EQ(terminal.str(), "\r1 page, 1 row\r" + std::string(13, ' ') + "\r");
    }
}

TEST(ProgressBar, that_nothing_was_shown_on_writes_nothing) {
    std::ostringstream terminal;
    { const ProgressBar bar{terminal, 20}; }
    EXPECT_EQ(terminal.str(), "");
}

TEST(ProgressBar, makes_way_for_a_line_that_stays) {
    std::ostringstream terminal;
    {
        ProgressBar bar{terminal, 80};
        bar.show(1, std::nullopt, 7);
        bar.say("waiting");
        EXPECT_NE(terminal.str().find(" \rwaiting\n"), std::string::npos) << terminal.str();
    }
    EXPECT_EQ(terminal.str().substr(terminal.str().size() - 8), "waiting\n");
}

TEST(WaitLine, has_whole_seconds_and_says_why) {
    using apivideo::WaitReason;
    EXPECT_EQ(wait_line({WaitReason::rate_limit, std::chrono::milliseconds{60'001}}),
              "waiting 61 s for the rate limit");
    EXPECT_EQ(wait_line({WaitReason::retry, std::chrono::milliseconds{2'000}}), "waiting 2 s before another attempt");
}

}  // namespace
}  // namespace analytics_report
