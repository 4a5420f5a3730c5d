// SPDX-License-Identifier: MIT
// What libFuzzer calls: one target, named when this is compiled.
#include "fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    apivideo::fuzz::APIVIDEO_FUZZ_TARGET(std::string_view{reinterpret_cast<const char*>(data), size});
    return 0;
}
