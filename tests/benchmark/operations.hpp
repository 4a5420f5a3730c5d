// SPDX-License-Identifier: MIT
// What is measured without a network: each operation by its name, to be timed or to have its instructions counted.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace apivideo::benchmark {

struct Operation {
    std::string name;
    /// Does it once. The result depends on all of its work, so that none can be left out.
    std::function<std::size_t()> run;
};

[[nodiscard]] std::vector<Operation> operations();

}  // namespace apivideo::benchmark
