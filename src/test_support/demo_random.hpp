// SPDX-License-Identifier: MIT
// Numbers that look random and are the same on every machine, which those of <random>'s distributions are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace apivideo::detail {

class DemoRandom {
  public:
    explicit DemoRandom(std::uint64_t seed) noexcept : state_{seed} {}

    /// The generator of one place among many: other places have unrelated numbers.
    [[nodiscard]] DemoRandom branch(std::uint64_t place) const noexcept {
        DemoRandom branched{state_ ^ DemoRandom{place}.next()};
        return DemoRandom{branched.next()};
    }

    // SplitMix64.
    std::uint64_t next() noexcept {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }

    /// A number below @p bound, which must not be 0.
    std::uint32_t below(std::uint32_t bound) noexcept { return static_cast<std::uint32_t>((next() >> 32U) % bound); }

    /// Letters and digits.
    [[nodiscard]] std::string text(std::size_t length) {
        constexpr char characters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        std::string text;
        while (text.size() < length) text += characters[below(sizeof characters - 1)];
        return text;
    }

  private:
    std::uint64_t state_;
};

}  // namespace apivideo::detail
