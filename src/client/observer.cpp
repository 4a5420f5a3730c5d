// SPDX-License-Identifier: MIT
// The ready-made observer, which writes a line for each event.
#include <apivideo/observer.hpp>

#include "text/enumerators.hpp"
#include "text/one_line.hpp"

#include <memory>
#include <mutex>
#include <ostream>

namespace apivideo {
namespace {

std::string what_follows(const RequestWait& wait, int attempt) {
    const std::string time = " waits " + std::to_string(wait.duration.count()) + " ms ";
    if (wait.reason == WaitReason::rate_limit) return time + "for the rate limit";
    return time + "before attempt " + std::to_string(attempt);
}

std::string line_of(const RequestEvent& event) {
    std::string line = detail::one_line(event.method) + ' ';
    detail::append_one_line(line, event.url, 4000);
    if (event.wait) return line + what_follows(*event.wait, event.attempt) + '\n';
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

std::ostream& operator<<(std::ostream& stream, WaitReason reason) {
    constexpr detail::EnumeratorNames<WaitReason, 2> names{"WaitReason", {"rate_limit", "retry"}};
    return names.write(stream, reason);
}

Observer log_to(std::ostream& stream) {
    return [&stream, mutex = std::make_shared<std::mutex>()](const RequestEvent& event) {
        const std::string line = line_of(event);
        const std::lock_guard<std::mutex> lock{*mutex};
        stream << line << std::flush;
    };
}

}  // namespace apivideo
