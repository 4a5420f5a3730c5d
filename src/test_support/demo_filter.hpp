// SPDX-License-Identifier: MIT
// The dimensions of the /data calls: what they break down by, and what `filterBy` selects.
#pragma once

#include "test_support/demo_events.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

struct DemoDataDimension {
    std::string_view breakdown;  ///< `device-type`.
    std::string_view filter;     ///< `deviceType`.
    std::string_view (*value)(const DemoEvents& events, const DemoEvent& event);
};

/// The dimension of that breakdown; null where there is none.
[[nodiscard]] const DemoDataDimension* find_demo_breakdown(std::string_view name) noexcept;

/// Any of the values of a member, and all of the members.
class DemoFilter {
  public:
    /// Whether @p name is that of a parameter which add() judges.
    [[nodiscard]] static bool is_one(std::string_view name) noexcept;

    /// Takes `filterBy[member]`, which replaces what was there, `filterBy[member][]`, which adds to it, and
    /// `filterBy[member][0]`, which replaces what had the same key.
    /// @throws DemoRefusal for any other name, and for a list where one value is expected.
    void add(const std::string& name, const std::string& value);

    /// @throws DemoRefusal for a value that cannot be. Any other that is unknown selects nothing.
    void check() const;

    /// @throws DemoRefusal where there are members other than `mediaId` and `mediaType`.
    void require_media_only() const;

    [[nodiscard]] bool selects(const DemoEvents& events, const DemoEvent& event) const;

  private:
    struct Value {
        std::string key;   // Of `[0]`; none of `[]`.
        std::string name;  // As sent.
        std::string text;
    };
    struct Member {
        std::string_view name;
        const DemoDataDimension* dimension;  // Null: the tag, which is none.
        std::vector<Value> values;
    };

    [[nodiscard]] Member& member(const std::string& parameter, const std::string& value, std::string_view name);

    std::vector<Member> members_;
};

}  // namespace apivideo::detail
