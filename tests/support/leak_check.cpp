// SPDX-License-Identifier: MIT
// Looks for leaks when the last test of a program is over. At the end of the process it would be too late: by then
// cpprestsdk has ended its threads and dropped what they had to do for calls that were given up, which looks like
// leaks.
#include "support/sanitizers.hpp"

#ifdef APIVIDEO_TESTS_FIND_LEAKS

#include <gtest/gtest.h>
#include <sanitizer/lsan_interface.h>

namespace apivideo::tests {
namespace {

class LeakCheck final : public ::testing::Environment {
  public:
    void TearDown() override { __lsan_do_leak_check(); }
};

[[maybe_unused]] const ::testing::Environment* const leak_check = ::testing::AddGlobalTestEnvironment(new LeakCheck);

}  // namespace
}  // namespace apivideo::tests

#endif
