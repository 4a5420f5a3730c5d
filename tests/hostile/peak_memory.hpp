// SPDX-License-Identifier: MIT
// How much memory a process takes at most while something happens.
#pragma once

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>

namespace apivideo::tests {

class PeakMemory {
  public:
    /// Measures from now on.
    PeakMemory() {
        std::ofstream reset{"/proc/self/clear_refs"};
        if (!(reset << '5' << std::flush)) throw std::runtime_error{"the peak of memory cannot be reset"};
        begin_ = peak();
    }
    /// @return bytes.
    [[nodiscard]] std::size_t growth() const {
        // The kernel brings its count up to date now and then.
        const std::size_t now = peak();
        return now > begin_ ? now - begin_ : 0;
    }

  private:
    static std::size_t peak() {
        std::ifstream status{"/proc/self/status"};
        for (std::string word; status >> word;) {
            std::size_t kibibytes = 0;
            if (word == "VmHWM:" && status >> kibibytes) return kibibytes * 1024;
        }
        throw std::runtime_error{"the peak of memory is not told"};
    }

    std::size_t begin_;
};

}  // namespace apivideo::tests
