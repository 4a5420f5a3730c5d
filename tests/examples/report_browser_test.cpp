// SPDX-License-Identifier: MIT
// The report of --format html in a browser: what a person sees on a phone, at a desk, in the dark.
#include <apivideo/test_support/demo_server.hpp>

#include "charts.hpp"
#include "examples/run_program.hpp"
#include "html_text.hpp"
#include "support/demo_day.hpp"
#include "writers.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace apivideo::tests {
namespace {

namespace fs = std::filesystem;
using test_support::DemoServer;

constexpr int phone = 390;
constexpr int desk = 900;

/// Looks at the page in the frame, and leaves what it saw as JSON.
constexpr const char* look = R"(<pre id="seen"></pre><script>
onload = () => {
  const page = document.getElementById('page').contentDocument;
  const all = (selector) => [...page.querySelectorAll(selector)];
  const shown = (e) => getComputedStyle(e).display !== 'none';
  const box = (e) => e.getBoundingClientRect();
  const apart = (a, b) => box(a).right <= box(b).left || box(b).right <= box(a).left ||
                          box(a).bottom <= box(b).top || box(b).bottom <= box(a).top;
  const texts = all('svg text').filter(shown);
  const root = page.documentElement;
  document.getElementById('seen').textContent = JSON.stringify({
    title: page.title, heading: page.querySelector('h1').innerText, width: root.clientWidth,
    overflow: root.scrollWidth - root.clientWidth,
    beyond: all('main *').filter((e) => shown(e) && box(e).right > root.clientWidth + 0.5).length,
    rows: all('tbody tr').map((row) => [...row.children].map((cell) => cell.innerText)),
    tallestRow: Math.max(...all('tbody tr').map((row) => box(row).height)), most: box(all('.totals dd').at(-1)).height,
    total: page.querySelector('tfoot td')?.innerText, bars: all('rect.bar').map((bar) => box(bar).width),
    points: all('g.point').length, tooltips: all('g title').map((title) => title.textContent),
    lineHeight: all('path.line').map((line) => box(line).height)[0] || 0,
    overlaps: texts.filter((a, i) => texts.some((b, j) => i < j && !apart(a, b))).length,
    smallest: Math.min(...all('main *').map((e) => parseFloat(getComputedStyle(e).fontSize))),
    background: getComputedStyle(page.body).backgroundColor, active: all('script, img, link, iframe').length,
  });
};
</script>)";

class ReportInABrowser : public ::testing::Test {
  protected:
    ReportInABrowser() {
        std::string name = (fs::temp_directory_path() / "report-browser-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~ReportInABrowser() override { fs::remove_all(folder_); }

    /// Of the @p days before @p server's day.
    [[nodiscard]] static std::string report_from(const DemoServer& server, std::vector<std::string> arguments,
                                                 int days) {
        if (arguments.empty() || arguments.front().front() == '-') arguments.insert(arguments.begin(), "plays");
        arguments.insert(arguments.end(), {"--format", "html", "--base-url", server.base_url()});
        arguments.insert(arguments.end(), {"--from", date::format("%F", server.today() - date::days{days})});
        arguments.insert(arguments.end(), {"--to", date::format("%F", server.today())});
        const Ran ran = analytics_report(arguments, server.api_key());
        EXPECT_EQ(ran.status, 0) << ran.err;
        return ran.out;
    }
    [[nodiscard]] std::string report(std::vector<std::string> arguments, int days = 7) const {
        return report_from(server_, std::move(arguments), days);
    }

    /// A window is never narrower than 500: a phone's width is that of a frame.
    [[nodiscard]] nlohmann::json seen(const std::string& html, int width, bool dark = false) const {
        std::ofstream{folder_ / "frame.html"}
            << "<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin:0\"><iframe id=\"page\" "
               "style=\"border:0;height:800px;width:"
            << width << "px\" srcdoc=\"" << attribute(html) << "\"></iframe>" << look;
        std::vector<std::string> arguments{"--headless",
                                           "--no-sandbox",
                                           "--disable-gpu",
                                           "--hide-scrollbars",
                                           "--no-first-run",
                                           "--disable-background-networking",
                                           "--disable-component-update",
                                           "--disable-sync",
                                           "--user-data-dir=" + (folder_ / "profile").string(),
                                           "--window-size=1000,900"};
        if (dark) arguments.emplace_back("--force-dark-mode");
        arguments.insert(arguments.end(), {"--dump-dom", "file://" + (folder_ / "frame.html").string()});
        const Ran ran = run_program(CHROMIUM, arguments, std::nullopt);
        EXPECT_EQ(ran.status, 0) << ran.err;
        const std::string mark{"<pre id=\"seen\">"};
        const std::size_t begin = ran.out.find(mark) + mark.size();
        const auto json =
            nlohmann::json::parse(unescaped(ran.out.substr(begin, ran.out.find("</pre>", begin) - begin)));
        EXPECT_EQ(json["width"], width);
        return json;
    }

    DemoServer server_{demo_server_on(demo_day)};

  private:
    static std::string replaced(std::string text, const std::string& from, const std::string& to) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
        return text;
    }
    static std::string attribute(const std::string& html) {
        return replaced(replaced(html, "&", "&amp;"), "\"", "&quot;");
    }
    static std::string unescaped(const std::string& text) {
        return replaced(replaced(replaced(text, "&lt;", "<"), "&gt;", ">"), "&amp;", "&");
    }

    fs::path folder_{};
};

void expect_readable(const nlohmann::json& seen) {
    EXPECT_EQ(seen["overflow"], 0);
    EXPECT_EQ(seen["beyond"], 0);
    EXPECT_EQ(seen["overlaps"], 0);
    EXPECT_GE(seen["smallest"].get<double>(), 12);
    EXPECT_EQ(seen["active"], 0);
}

TEST_F(ReportInABrowser, shows_the_rows_and_the_longest_bars) {
    const std::string html = report({});
    for (const int width : {phone, desk}) {
        const nlohmann::json page = seen(html, width);
        expect_readable(page);
        EXPECT_EQ(page["heading"], "Plays of videos by country");
        EXPECT_EQ(page["title"].get<std::string>().rfind("Plays of videos by country, ", 0), 0U);
        EXPECT_GT(page["rows"].size(), analytics_report::max_bars);
        const auto bars = page["bars"].get<std::vector<double>>();
        ASSERT_EQ(bars.size(), analytics_report::max_bars);
        EXPECT_TRUE(std::is_sorted(bars.rbegin(), bars.rend()));
        EXPECT_GT(bars.front(), width / 2);
        EXPECT_GT(bars.back(), 1);
        const std::string first = page["rows"][0][0].get<std::string>() + ": " + page["rows"][0][1].get<std::string>();
        EXPECT_EQ(page["tooltips"][0], first + " plays");
    }
}

TEST_F(ReportInABrowser, shows_each_id_in_one_line) {
    const std::string html = report({"--dimension", "videoId"});
    for (const int width : {phone, desk}) {
        const nlohmann::json page = seen(html, width);
        expect_readable(page);
        ASSERT_GE(page["rows"][0][0].get<std::string>().size(), 24U);
        EXPECT_LT(page["tallestRow"].get<double>(), 45);
        EXPECT_LT(page["most"].get<double>(), 60);
    }
}

TEST_F(ReportInABrowser, shows_a_line_over_days_and_over_hours) {
    for (const int days : {29, 7, 2}) {
        const std::string html = report({"--dimension", "emittedAt"}, days);
        for (const int width : {phone, desk}) {
            const nlohmann::json page = seen(html, width);
            expect_readable(page);
            EXPECT_EQ(page["heading"], "Plays of videos over time");
            EXPECT_EQ(page["points"], days <= 2 ? days * 24 : days);
            EXPECT_EQ(page["points"], page["rows"].size());
            EXPECT_EQ(page["tooltips"].size(), page["rows"].size());
            EXPECT_GT(page["lineHeight"].get<double>(), 20);
        }
    }
}

TEST_F(ReportInABrowser, shows_an_hour_without_plays_in_the_line_but_not_in_the_table) {
    const DemoServer server{demo_server_on(demo_day_after_an_hour_without_plays)};
    const nlohmann::json page = seen(report_from(server, {"--dimension", "emittedAt"}, 2), desk);
    expect_readable(page);
    EXPECT_EQ(page["points"], 48);
    EXPECT_EQ(page["tooltips"].size(), 48U);
    EXPECT_EQ(page["rows"].size(), 47U);
}

TEST_F(ReportInABrowser, is_light_or_dark_as_the_reader_has_it) {
    const std::string html = report({"--dimension", "browser"});
    EXPECT_EQ(seen(html, desk)["background"], "rgb(246, 246, 243)");
    EXPECT_EQ(seen(html, desk, true)["background"], "rgb(17, 19, 23)");
}

TEST_F(ReportInABrowser, has_the_same_total_by_whatever_dimension) {
    const std::string total = seen(report({}), desk)["total"];
    EXPECT_NE(total, "0");
    EXPECT_EQ(seen(report({"--dimension", "emittedAt"}), desk)["total"], total);
}

TEST_F(ReportInABrowser, shows_whatever_the_service_says_as_text_that_fits) {
    analytics_report::Report report;
    report.question =
        analytics_report::question_of(VideosPlaysRequest{date::year{2023} / 6 / 1, VideosDimension::video_id});
    report.rows = {{std::string(300, 'x'), std::int64_t{9'000'000'000'000'000'000}},
                   {"<img src=x onerror=alert(1)>", std::int64_t{1}}};
    for (const int width : {phone, desk}) {
        const nlohmann::json page = seen(as_html(report), width);
        expect_readable(page);
        EXPECT_EQ(page["rows"][1][0], "<img src=x onerror=alert(1)>");
    }
}

TEST_F(ReportInABrowser, shows_a_curve_of_the_current_call_with_axes_of_its_own) {
    for (const std::string metric : {"play", "play-rate", "ccv-average"}) {
        const std::string html = report({"timeseries", metric, "--interval", "hour"}, 2);
        for (const int width : {phone, desk}) {
            const nlohmann::json page = seen(html, width);
            expect_readable(page);
            EXPECT_GT(page["points"], 40) << metric;
            EXPECT_GT(page["lineHeight"].get<double>(), 20) << metric;
        }
    }
}

TEST_F(ReportInABrowser, shows_countries_with_their_names) {
    const nlohmann::json page = seen(report({"buckets", "play", "country"}), phone);
    expect_readable(page);
    EXPECT_EQ(page["bars"].size(), analytics_report::max_bars);
    EXPECT_NE(page["tooltips"][0].get<std::string>().find("FR France: "), std::string::npos);
}

}  // namespace
}  // namespace apivideo::tests
