// SPDX-License-Identifier: MIT
// Times the operations that need no network.
#include "operations.hpp"

#include <benchmark/benchmark.h>

#include <utility>

int main(int argc, char** argv) {
    for (apivideo::benchmark::Operation& operation : apivideo::benchmark::operations())
        benchmark::RegisterBenchmark(operation.name.c_str(), [run = std::move(operation.run)](benchmark::State& state) {
            for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(run());
        });
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
