// SPDX-License-Identifier: MIT
// How far a walk over pages is, on one line of a terminal.
#pragma once

#include <apivideo/observer.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>

namespace analytics_report {

/// Such as `[#####-----] 3 of 6 pages, 300 rows`, in at most @p columns characters; without a bar where it does not fit
/// or the end is not known.
[[nodiscard]] std::string progress_line(std::int64_t pages, std::optional<std::int64_t> of, std::size_t rows,
                                        std::size_t columns);

/// Such as `waiting 61 s for the rate limit`.
[[nodiscard]] std::string wait_line(const apivideo::RequestWait& wait);

/// How many columns standard error has, where it is a terminal.
[[nodiscard]] std::optional<std::size_t> columns_of_standard_error();

/// Draws the line anew at each page, and wipes it out at the end, be it an error. Safe to use from many threads.
class ProgressBar {
  public:
    /// @param stream a terminal; must outlive this.
    ProgressBar(std::ostream& stream, std::size_t columns) : stream_{stream}, columns_{columns} {}
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar();

    void show(std::int64_t pages, std::optional<std::int64_t> of, std::size_t rows);
    /// Writes a line of its own, which stays.
    void say(const std::string& line);

  private:
    void wipe();

    std::mutex mutex_{};
    std::ostream& stream_;
    std::size_t columns_;
    std::size_t drawn_{0};
};

}  // namespace analytics_report
