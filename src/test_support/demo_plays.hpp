// SPDX-License-Identifier: MIT
// The numbers of the plays calls.
#pragma once

#include "test_support/demo_catalogue.hpp"
#include "test_support/demo_events.hpp"

#include <date/date.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

struct DemoRow {
    std::string value;
    std::int64_t plays;
};

/// Which plays to count, and by what.
struct DemoSelection {
    DemoMedia media;
    DemoDimension dimension;
    date::sys_days from;
    date::sys_days to;                    ///< Excluded.
    std::optional<std::size_t> of_one{};  ///< Only those of the media item of this index.
};

/// The plays of the 30 days before the server's day. Immutable.
class DemoPlays {
  public:
    DemoPlays(std::uint64_t seed, date::sys_days today) : events_{seed, today} {}

    /// What is counted.
    [[nodiscard]] const DemoEvents& events() const noexcept { return events_; }

    /// The index of the media item of that id.
    [[nodiscard]] std::optional<std::size_t> find(DemoMedia media, std::string_view id) const noexcept {
        return events_.find(media, id);
    }

    [[nodiscard]] const std::vector<std::string>& ids(DemoMedia media) const noexcept { return events_.ids(media); }

    /// Most plays first, then by value; by time where the dimension is time, which is in hours where the period is two
    /// days or less, else in days. What was never played has no row.
    [[nodiscard]] std::vector<DemoRow> count(const DemoSelection& selection) const;

    static constexpr date::days kept = DemoEvents::kept;

  private:
    template <typename Visit>
    void visit(const DemoSelection& selection, Visit visit) const;
    [[nodiscard]] std::vector<DemoRow> count_by_time(const DemoSelection& selection) const;
    [[nodiscard]] std::vector<DemoRow> count_by_value(const DemoSelection& selection) const;

    DemoEvents events_;
};

}  // namespace apivideo::detail
