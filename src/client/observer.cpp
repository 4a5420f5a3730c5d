// SPDX-License-Identifier: MIT
// Events of requests: equality, and the ready-made observer, which writes a line for each.
#include <apivideo/observer.hpp>

#include "text/one_line.hpp"

#include <memory>
#include <mutex>
#include <ostream>

namespace apivideo {
namespace {

std::string line_of(const RequestEvent& event) {
    std::string line = detail::one_line(event.method) + ' ';
    detail::append_one_line(line, event.url, 4000);
    line += " -> ";
    line += event.status ? std::to_string(*event.status) : event.failure ? to_string(*event.failure) : "exception";
    line += " in " + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(event.duration).count());
    line += " ms";
    if (event.attempt > 1) line += ", attempt " + std::to_string(event.attempt);
    if (event.rate_limit.remaining) {
        line += ", " + std::to_string(*event.rate_limit.remaining);
        if (event.rate_limit.limit) line += " of " + std::to_string(*event.rate_limit.limit);
        line += " left";
    }
    return line + '\n';
}

}  // namespace

Observer log_to(std::ostream& stream) {
    return [&stream, mutex = std::make_shared<std::mutex>()](const RequestEvent& event) {
        const std::string line = line_of(event);
        const std::lock_guard<std::mutex> lock{*mutex};
        stream << line << std::flush;
    };
}

}  // namespace apivideo
