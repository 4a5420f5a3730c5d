// SPDX-License-Identifier: MIT
// analytics_report from outside: where the report goes, and what is said when it cannot go there.
#include "examples/run_program.hpp"
#include "support/raw_server.hpp"

#include <gtest/gtest.h>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace apivideo::tests {
namespace {

namespace fs = std::filesystem;

const std::string one_row{R"({"data":[{"value":"a\u001b[2Jb","plays":7}],"pagination":{"pagesTotal":1,"links":[]}})"};
const std::string forbidden{R"({"title":"Analytics is disabled for this project.","status":403})"};

class AnalyticsReportOutput : public ::testing::Test {
  protected:
    AnalyticsReportOutput() {
        std::string name = (fs::temp_directory_path() / "analytics-report-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~AnalyticsReportOutput() override { fs::remove_all(folder_); }

    [[nodiscard]] static Ran run(RawServer& server, std::vector<std::string> arguments,
                                 StandardOutput out = StandardOutput::file) {
        arguments.insert(arguments.begin(),
                         {"plays", "--auth", "basic", "--format", "csv", "--base-url", server.url("")});
        return analytics_report(arguments, "key", out);
    }
    [[nodiscard]] fs::path in_folder(const std::string& name) const { return folder_ / name; }
    static void write(const fs::path& path, const std::string& text) { std::ofstream{path} << text; }
    static std::string read(const fs::path& path) {
        std::ifstream file{path};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    [[nodiscard]] std::ptrdiff_t files_in_folder() const {
        return std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{});
    }

    fs::path folder_{};
    RawServer server_{always(http_answer(200, one_row))};
    RawServer forbidding_server_{always(http_answer(403, forbidden))};
};

TEST_F(AnalyticsReportOutput, goes_to_a_file_and_nowhere_else) {
    const Ran ran = run(server_, {"--output", in_folder("plays.csv")});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(read(in_folder("plays.csv")), "value,plays\na\x1b[2Jb,7\n");
    EXPECT_EQ(files_in_folder(), 1);
}

TEST_F(AnalyticsReportOutput, is_in_the_format_that_the_ending_of_the_file_says) {
    const Ran ran = analytics_report(
        {"plays", "--auth", "basic", "--base-url", server_.url(""), "--output", in_folder("plays.jsonl")}, "key");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(read(in_folder("plays.jsonl")), "{\"value\":\"a\\u001b[2Jb\",\"plays\":7}\n");
}

TEST_F(AnalyticsReportOutput, goes_to_standard_output_where_the_file_is_a_dash) {
    EXPECT_EQ(run(server_, {"--output", "-"}).out, "value,plays\na\x1b[2Jb,7\n");
}

TEST_F(AnalyticsReportOutput, replaces_what_was_in_the_file_and_keeps_its_permissions) {
    write(in_folder("plays.csv"), "something longer than the report that replaces it\n");
    fs::permissions(in_folder("plays.csv"), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(run(server_, {"--output", in_folder("plays.csv")}).status, 0);
    EXPECT_EQ(read(in_folder("plays.csv")), "value,plays\na\x1b[2Jb,7\n");
    EXPECT_EQ(fs::status(in_folder("plays.csv")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(AnalyticsReportOutput, goes_to_the_file_that_a_link_names) {
    write(in_folder("real.csv"), "before");
    fs::create_symlink("real.csv", in_folder("link.csv"));
    EXPECT_EQ(run(server_, {"--output", in_folder("link.csv")}).status, 0);
    EXPECT_TRUE(fs::is_symlink(in_folder("link.csv")));
    EXPECT_EQ(read(in_folder("real.csv")), "value,plays\na\x1b[2Jb,7\n");
}

TEST_F(AnalyticsReportOutput, goes_to_the_file_that_a_chain_of_links_names_although_it_is_not_there) {
    fs::create_symlink("real.csv", in_folder("second.csv"));
    fs::create_symlink("second.csv", in_folder("link.csv"));
    EXPECT_EQ(run(server_, {"--output", in_folder("link.csv")}).status, 0);
    EXPECT_TRUE(fs::is_symlink(in_folder("link.csv")));
    EXPECT_EQ(read(in_folder("real.csv")), "value,plays\na\x1b[2Jb,7\n");
}

TEST_F(AnalyticsReportOutput, to_links_in_a_circle_is_no_success) {
    fs::create_symlink("second.csv", in_folder("link.csv"));
    fs::create_symlink("link.csv", in_folder("second.csv"));
    const Ran ran = run(server_, {"--output", in_folder("link.csv")});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "analytics_report: " + in_folder("link.csv").string() +
                           " cannot be written: Too many levels of symbolic links\n");
}

TEST_F(AnalyticsReportOutput, goes_to_a_pipe_by_its_name) {
    const Ran ran =
        run_program("/bin/sh",
                    {"-c", "\"$0\" plays --auth basic --format csv --base-url \"$1\" --output /dev/stdout | cat",
                     ANALYTICS_REPORT, server_.url("")},
                    "key");
    EXPECT_EQ(ran.out, "value,plays\na\x1b[2Jb,7\n") << ran.err;
}

TEST_F(AnalyticsReportOutput, goes_to_a_file_of_the_longest_name) {
    const fs::path longest = in_folder(std::string(255, 'a'));
    EXPECT_EQ(run(server_, {"--output", longest}).status, 0);
    EXPECT_EQ(read(longest), "value,plays\na\x1b[2Jb,7\n");
    EXPECT_EQ(files_in_folder(), 1);
}

TEST_F(AnalyticsReportOutput, to_a_standard_output_that_is_closed_is_no_success_and_goes_to_no_socket) {
    for (const char* transport : {"cpprest", "curl"}) {
        const std::string call =
            std::string{"\"$0\" plays --auth basic --verbose --base-url \"$1\" --transport "} + transport;
        EXPECT_EQ(
            run_program("/bin/sh", {"-c", call + " <&- >&- 2>&-", ANALYTICS_REPORT, server_.url("")}, "key").status, 1);
    }
    EXPECT_EQ(server_.requests().size(), server_.connection_count()) << "something else was sent";
}

TEST_F(AnalyticsReportOutput, leaves_the_file_alone_where_there_is_no_report) {
    write(in_folder("plays.csv"), "before");
    EXPECT_EQ(run(forbidding_server_, {"--output", in_folder("plays.csv")}).status, 3);
    EXPECT_EQ(read(in_folder("plays.csv")), "before");
    EXPECT_EQ(run(forbidding_server_, {"--output", in_folder("other.csv")}).status, 3);
    EXPECT_FALSE(fs::exists(in_folder("other.csv")));
}

TEST_F(AnalyticsReportOutput, into_a_folder_that_does_not_exist_is_refused_before_sending) {
    const Ran ran = run(server_, {"--output", in_folder("none/plays.csv")});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "analytics_report: --output is in a folder that does not exist: " +
                           in_folder("none/plays.csv").string() + '\n');
    EXPECT_EQ(server_.connection_count(), 0U);
}

TEST_F(AnalyticsReportOutput, over_a_folder_is_refused_before_sending) {
    const Ran ran = run(server_, {"--output", folder_});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "analytics_report: --output names a folder, expected a file: " + folder_.string() + '\n');
    EXPECT_EQ(server_.connection_count(), 0U);
}

TEST_F(AnalyticsReportOutput, into_a_full_file_is_no_success) {
    const Ran ran = run(server_, {"--output", "/dev/full"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "analytics_report: /dev/full cannot be written: No space left on device\n");
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(AnalyticsReportOutput, to_a_full_device_is_no_success) {
    const Ran ran = run(server_, {}, StandardOutput::full_device);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "analytics_report: standard output cannot be written: No space left on device\n");
}

TEST_F(AnalyticsReportOutput, to_a_reader_who_has_gone_is_no_success) {
    const Ran ran = run(server_, {}, StandardOutput::closed_pipe);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "analytics_report: standard output cannot be written: Broken pipe\n");
}

TEST_F(AnalyticsReportOutput, of_help_to_a_full_device_is_no_success) {
    EXPECT_EQ(analytics_report({"--help"}, std::nullopt, StandardOutput::full_device).status, 1);
}

TEST_F(AnalyticsReportOutput, on_a_terminal_has_no_control_characters_from_the_service) {
    for (const char* format : {"table", "csv", "json", "jsonl"}) {
        const Ran ran =
            analytics_report({"plays", "--auth", "basic", "--base-url", server_.url(""), "--format", format}, "key",
                             StandardOutput::terminal);
        EXPECT_EQ(ran.status, 0);
        EXPECT_NE(ran.out.find("[2Jb"), std::string::npos) << ran.out;
        EXPECT_EQ(ran.out.find('\x1b'), std::string::npos) << format;
    }
}

TEST_F(AnalyticsReportOutput, comes_from_below_the_path_of_the_base_url) {
    for (const char* prefix : {"/prefix", "/prefix/", "/a/b"}) {
        RawServer server{always(http_answer(200, one_row))};
        const Ran ran = analytics_report(
            {"plays", "--auth", "basic", "--base-url", server.url(prefix), "--from", "2023-06-01", "--single-page"},
            "key");
        EXPECT_EQ(ran.status, 0) << ran.err;
        const std::string trimmed = prefix == std::string{"/a/b"} ? "/a/b" : "/prefix";
        ASSERT_EQ(server.requests().size(), 1U);
        EXPECT_EQ(server.requests().front().target,
                  trimmed + "/analytics/videos/plays?from=2023-06-01&dimension=country");
    }
}

}  // namespace
}  // namespace apivideo::tests
