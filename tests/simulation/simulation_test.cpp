// SPDX-License-Identifier: MIT
// Thousands of runs of the whole pipeline in virtual time, and that the rules hold in each.
#include "simulation/simulation.hpp"

#include "support/sanitizers.hpp"

#include <gtest/gtest.h>
#ifdef APIVIDEO_TESTS_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

#include <unistd.h>
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace apivideo::simulation {
namespace {

constexpr std::uint64_t default_seeds = tests::is_sanitized ? 1500 : 5000;

constexpr int max_failures = 20;

/// @return zero if it is not set.
std::uint64_t number_from_environment(const char* name) {
    const char* const value = std::getenv(name);
    return value ? std::strtoull(value, nullptr, 10) : 0;
}

std::string how_to_replay(std::uint64_t seed) {
    return "SIMULATION_SEED=" + std::to_string(seed) + " simulation_test runs this seed again, with its log\n";
}

/// Says which seed it was if a run ends the program.
class CrashReport {
  public:
    CrashReport() {
        for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE}) std::signal(signal, &end_by);
#ifdef APIVIDEO_TESTS_SANITIZED
        __sanitizer_set_death_callback(&report);
#endif
    }

    void begin(std::uint64_t seed) {
        const std::string text = "the program ends in the middle of a run: " + how_to_replay(seed);
        text_size() = text.copy(text_buffer().data(), text_buffer().size());
    }

  private:
    static std::array<char, 200>& text_buffer() {
        static std::array<char, 200> buffer{};
        return buffer;
    }
    static std::size_t& text_size() {
        static std::size_t size = 0;
        return size;
    }
    static void report() {
        [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text_buffer().data(), text_size());
    }
    static void end_by(int signal) {
        report();
        std::signal(signal, SIG_DFL);
        std::raise(signal);
    }
};

std::string log_of(std::uint64_t seed, const std::string& broken) {
    const Outcome again = run(seed, true);
    EXPECT_EQ(again.broken, broken) << "the same seed is another run";
    return again.log;
}

TEST(Simulation, keeps_every_rule_whatever_happens) {
    const std::uint64_t only = number_from_environment("SIMULATION_SEED");
    const std::uint64_t count = number_from_environment("SIMULATION_SEEDS");
    const std::uint64_t first = only ? only : std::max<std::uint64_t>(number_from_environment("SIMULATION_FIRST"), 1);
    const std::uint64_t last = first + (only ? 1 : count ? count : default_seeds) - 1;
    CrashReport crash;
    int failures = 0;
    for (std::uint64_t seed = first; seed <= last && failures < max_failures; ++seed) {
        crash.begin(seed);
        const std::string broken = run(seed, false).broken;
        if (broken.empty() && !only) continue;
        // One log is enough to begin with.
        const std::string log = failures == 0 ? log_of(seed, broken) : "";
        if (only) std::printf("%s", log.c_str());
        EXPECT_EQ(broken, "") << (only ? "" : log) << how_to_replay(seed);
        ++failures;
    }
}

}  // namespace
}  // namespace apivideo::simulation
