// SPDX-License-Identifier: MIT
// Does one operation a given number of times, for whoever counts the instructions: operation NAME COUNT.
#include "operations.hpp"

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
    const std::string name = argc == 3 ? argv[1] : "";
    for (const apivideo::benchmark::Operation& operation : apivideo::benchmark::operations()) {
        if (operation.name != name) continue;
        std::size_t sum = 0;
        for (long i = std::strtol(argv[2], nullptr, 10); i > 0; --i) sum += operation.run();
        std::cout << sum << '\n';
        return 0;
    }
    std::cerr << "usage: operation NAME COUNT, where NAME is one of:";
    for (const apivideo::benchmark::Operation& operation : apivideo::benchmark::operations())
        std::cerr << ' ' << operation.name;
    std::cerr << '\n';
    return 2;
}
