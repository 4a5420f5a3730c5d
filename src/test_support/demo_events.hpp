// SPDX-License-Identifier: MIT
// What happened at the demo server: viewers' sessions, made up one by one, so that all ways of counting them agree.
#pragma once

#include "test_support/demo_catalogue.hpp"
#include "test_support/demo_random.hpp"

#include <date/date.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// A viewer's session: one play, and what came with it.
struct DemoEvent {
    date::sys_seconds time;
    DemoMedia media;
    std::uint8_t media_index;
    std::uint8_t country;
    std::uint8_t device;
    std::uint8_t operating_system;
    std::uint8_t browser;
    std::uint8_t referrer;
    std::uint8_t impressions;  ///< At least one: nothing is played that was not loaded.
    std::uint16_t impression_ms;
    bool started;
    bool ended;
    std::uint16_t watched;  ///< Seconds; 0 where playback did not start.
    std::uint32_t viewer;
};

/// A period, without its end.
struct DemoPeriod {
    date::sys_seconds from;
    date::sys_seconds to;
};

/// The sessions of the server's day and of the 30 days before it. A day's sessions are made from the seed and that day
/// alone: a server of the next day has the same ones. Immutable.
class DemoEvents {
  public:
    DemoEvents(std::uint64_t seed, date::sys_days today);

    /// The index of the media item of that id.
    [[nodiscard]] std::optional<std::size_t> find(DemoMedia media, std::string_view id) const noexcept;

    [[nodiscard]] const std::vector<std::string>& ids(DemoMedia media) const noexcept;

    [[nodiscard]] date::sys_days first_day() const noexcept { return first_; }

    /// Calls @p use with the sessions of @p media that began in @p period, in the order of their days.
    template <typename Use>
    void visit(DemoMedia media, DemoPeriod period, Use use) const {
        const std::vector<Day>& days = archive(media).days;
        const date::sys_days begin = std::max(date::floor<date::days>(period.from), first_);
        const date::sys_days end = std::min(date::ceil<date::days>(period.to), first_ + kept + date::days{1});
        for (date::sys_days day = begin; day < end; day += date::days{1}) {
            const bool is_whole = day >= period.from && day + date::days{1} <= period.to;
            for (const DemoEvent& event : days[static_cast<std::size_t>((day - first_).count())])
                if (is_whole || (event.time >= period.from && event.time < period.to)) use(event);
        }
    }

    static constexpr date::days kept{30};
    static constexpr std::chrono::seconds longest_session{3600};

  private:
    using Day = std::vector<DemoEvent>;
    struct Archive {
        std::vector<std::string> ids;
        std::vector<Day> days;
    };

    [[nodiscard]] static Archive make_archive(DemoMedia media, std::uint64_t seed, date::sys_days first);
    [[nodiscard]] const Archive& archive(DemoMedia media) const noexcept;

    date::sys_days first_;
    Archive videos_;
    Archive live_streams_;
};

}  // namespace apivideo::detail
