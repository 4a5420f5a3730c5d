// SPDX-License-Identifier: MIT
// The demo server's plays: made up one by one, so that every way of counting them has the same sum.
#pragma once

#include "test_support/demo_catalogue.hpp"
#include "test_support/demo_random.hpp"

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

/// The plays of the 30 days before the server's day. A day's plays are made from the seed and that day alone: a server
/// of the next day has the same ones. Immutable.
class DemoPlays {
  public:
    DemoPlays(std::uint64_t seed, date::sys_days today);

    /// The index of the media item of that id.
    [[nodiscard]] std::optional<std::size_t> find(DemoMedia media, std::string_view id) const noexcept;

    [[nodiscard]] const std::vector<std::string>& ids(DemoMedia media) const noexcept;

    /// Most plays first, then by value; by time where the dimension is time, which is in hours where the period is two
    /// days or less, else in days. What was never played has no row.
    [[nodiscard]] std::vector<DemoRow> count(const DemoSelection& selection) const;

    static constexpr date::days kept{30};

  private:
    struct Play {
        std::uint8_t hour;
        std::uint8_t media_index;
        std::uint8_t country;
        std::uint8_t device;
        std::uint8_t operating_system;
        std::uint8_t browser;
    };
    using Day = std::vector<Play>;
    struct Archive {
        std::vector<std::string> ids;
        std::vector<Day> days;
    };

    [[nodiscard]] static Archive make_archive(DemoMedia media, std::uint64_t seed, date::sys_days first);
    [[nodiscard]] static Day make_day(std::size_t media_count, DemoRandom random);
    [[nodiscard]] static Play make_play(std::size_t media_index, DemoRandom& random);
    [[nodiscard]] const Archive& archive(DemoMedia media) const noexcept;
    template <typename Visit>
    void visit(const DemoSelection& selection, Visit visit) const;
    [[nodiscard]] std::vector<DemoRow> count_by_time(const DemoSelection& selection) const;
    [[nodiscard]] std::vector<DemoRow> count_by_value(const DemoSelection& selection) const;

    date::sys_days first_;
    Archive videos_;
    Archive live_streams_;
};

}  // namespace apivideo::detail
