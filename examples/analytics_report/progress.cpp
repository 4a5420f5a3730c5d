// SPDX-License-Identifier: MIT
// How far a walk over pages is, on one line of a terminal.
#include "progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <date/date.h>

#include <algorithm>
#include <ostream>

namespace analytics_report {
namespace {

constexpr std::size_t widest_bar = 30;
constexpr std::size_t narrowest_bar = 5;

std::string bar_of(std::int64_t pages, std::int64_t of, std::size_t width) {
    const double share = std::clamp(static_cast<double>(pages) / static_cast<double>(of), 0.0, 1.0);
    const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
    return '[' + std::string(full, '#') + std::string(width - full, '-') + "] ";
}

}  // namespace

std::string progress_line(std::int64_t pages, std::optional<std::int64_t> of, std::size_t rows, std::size_t columns) {
    const bool end_known = of && *of >= pages;
    std::string text = std::to_string(pages) + (end_known ? " of " + std::to_string(*of) : "");
    text += (end_known ? *of : pages) == 1 ? " page, " : " pages, ";
    text += std::to_string(rows) + (rows == 1 ? " row" : " rows");
    if (text.size() > columns) return text.substr(0, columns);
    const std::size_t brackets = bar_of(0, 1, 0).size();
    if (!end_known || columns < text.size() + brackets + narrowest_bar) return text;
    return bar_of(pages, *of, std::min(widest_bar, columns - text.size() - brackets)) + text;
}

std::string wait_line(const apivideo::RequestWait& wait) {
    const char* const why =
        wait.reason == apivideo::WaitReason::rate_limit ? " s for the rate limit" : " s before another attempt";
    return "waiting " + std::to_string(date::ceil<std::chrono::seconds>(wait.duration).count()) + why;
}

std::optional<std::size_t> columns_of_standard_error() {
    if (::isatty(STDERR_FILENO) == 0) return std::nullopt;
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

ProgressBar::~ProgressBar() { wipe(); }

void ProgressBar::wipe() {
    if (drawn_ > 0) stream_ << '\r' << std::string(drawn_, ' ') << '\r' << std::flush;
    drawn_ = 0;
}

void ProgressBar::say(const std::string& line) {
    const std::lock_guard lock{mutex_};
    wipe();
    stream_ << line << std::endl;
}

void ProgressBar::show(std::int64_t pages, std::optional<std::int64_t> of, std::size_t rows) {
    const std::lock_guard lock{mutex_};
    // A terminal goes to the next line once its last column is written to.
    const std::string line = progress_line(pages, of, rows, columns_ > 0 ? columns_ - 1 : 0);
    const std::size_t left_over = drawn_ > line.size() ? drawn_ - line.size() : 0;
    stream_ << '\r' << line << std::string(left_over, ' ') << std::flush;
    drawn_ = std::max(drawn_, line.size());
}

}  // namespace analytics_report
