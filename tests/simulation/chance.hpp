// SPDX-License-Identifier: MIT
// All that is random in a simulation, from one seed: the same on every machine.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace apivideo::simulation {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) noexcept : state_{seed * 0x9E3779B97F4A7C15u + 1} {}

    /// From @p least to @p most, both included.
    std::int64_t between(std::int64_t least, std::int64_t most) noexcept {
        return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
    }

    /// In steps of @p step, so that times meet if it is coarse.
    std::chrono::nanoseconds between(std::chrono::nanoseconds least, std::chrono::nanoseconds most,
                                     std::chrono::nanoseconds step) noexcept {
        return least + between(0, (most - least) / step) * step;
    }

    /// Zero: never.
    bool one_in(std::int64_t times) noexcept { return times > 0 && between(1, times) == 1; }

    /// From 0 to below 1.
    double fraction() noexcept { return static_cast<double>(between(0, 999'999)) / 1e6; }

    std::size_t index(std::size_t size) noexcept { return static_cast<std::size_t>(next() % size); }

    template <class T>
    T one_of(std::initializer_list<T> values) noexcept {
        return values.begin()[index(values.size())];
    }

  private:
    /// The generator splitmix64.
    std::uint64_t next() noexcept {
        std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15u);
        mixed = (mixed ^ (mixed >> 30u)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27u)) * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 31u);
    }

    std::uint64_t state_;
};

}  // namespace apivideo::simulation
