// SPDX-License-Identifier: MIT
// What happened in a run, and the first rule that it broke.
#pragma once

#include "simulation/scheduler.hpp"

#include <cstdio>
#include <string>
#include <utility>

namespace apivideo::simulation {

/// In seconds.
[[nodiscard]] inline std::string text_of(Duration time) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6f s", std::chrono::duration<double>{time}.count());
    return text;
}

/// In seconds since the start of the run.
[[nodiscard]] inline std::string text_of(Time time) { return text_of(time - Scheduler::start); }

class Journal {
  public:
    Journal(const Scheduler& scheduler, bool is_written) : scheduler_{scheduler}, is_written_{is_written} {}

    /// @param text makes the text, where it is written at all.
    template <class Text>
    void write(const Text& text) {
        if (is_written_) lines_ += stamp() + text() + '\n';
    }

    /// The first counts: the others may follow from it.
    void broken(const std::string& rule) {
        if (broken_.empty()) broken_ = stamp() + rule;
        write([&] { return "BROKEN: " + rule; });
    }
    /// @param detail makes the text.
    template <class Detail>
    void expect(bool holds, const char* rule, const Detail& detail) {
        if (!holds) broken(std::string{rule} + ": " + detail());
    }

    [[nodiscard]] const std::string& first_broken() const noexcept { return broken_; }
    [[nodiscard]] const std::string& lines() const noexcept { return lines_; }

  private:
    [[nodiscard]] std::string stamp() const {
        return text_of(scheduler_.now()) + ' ' + scheduler_.name(scheduler_.running()) + ": ";
    }

    const Scheduler& scheduler_;
    bool is_written_;
    std::string lines_;
    std::string broken_;
};

}  // namespace apivideo::simulation
