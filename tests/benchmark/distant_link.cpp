// SPDX-License-Identifier: MIT
// A connection on loopback that is as slow as one over a distance.
#include "distant_link.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace apivideo::benchmark {
namespace {

timespec to_timespec(std::chrono::nanoseconds duration) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
    return {static_cast<time_t>(seconds.count()), static_cast<long>((duration - seconds).count())};
}

}  // namespace

DistantLink::DistantLink(int socket, std::chrono::microseconds round_trip, std::atomic<int>& round_trips)
    : socket_{socket}, half_{round_trip / 2}, round_trips_{round_trips} {}

std::string DistantLink::receive() {
    for (;;) {
        deliver_what_is_due();
        if (!to_server_.empty() && to_server_.front().due <= Clock::now()) {
            std::string bytes = std::move(to_server_.front().bytes);
            to_server_.pop_front();
            return bytes;
        }
        if (client_has_gone_ && to_server_.empty()) return {};
        wait_for_client();
    }
}

void DistantLink::send(std::string bytes) {
    if (!bytes.empty()) to_client_.push_back({Clock::now() + half_, std::move(bytes)});
}

void DistantLink::deliver_what_is_due() {
    while (!to_client_.empty() && to_client_.front().due <= Clock::now()) {
        if (std::exchange(client_waits_, false)) ++round_trips_;
        const std::string& bytes = to_client_.front().bytes;
        // A page fits into the socket's buffer many times: all of it goes at once.
        if (::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) client_has_gone_ = true;
        to_client_.pop_front();
    }
}

std::optional<DistantLink::Clock::time_point> DistantLink::next_due() const {
    std::optional<Clock::time_point> next;
    for (const std::deque<Chunk>* const chunks : {&to_server_, &to_client_})
        if (!chunks->empty()) next = std::min(next.value_or(Clock::time_point::max()), chunks->front().due);
    return next;
}

void DistantLink::wait_for_client() {
    pollfd readable{client_has_gone_ ? -1 : socket_, POLLIN, 0};
    const std::optional<Clock::time_point> next = next_due();
    const timespec limit =
        to_timespec(next ? std::max(*next - Clock::now(), Clock::duration::zero()) : Clock::duration{});
    if (::ppoll(&readable, 1, next ? &limit : nullptr, nullptr) > 0) take_from_client();
}

void DistantLink::take_from_client() {
    char buffer[16 * 1024];
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    client_has_gone_ = got <= 0;
    if (client_has_gone_) return;
    auto due = Clock::now() + half_;
    if (!std::exchange(connected_, true)) {
        ++round_trips_;
        due += 2 * half_;
    }
    if (!to_server_.empty()) due = std::max(due, to_server_.back().due);
    to_server_.push_back({due, {buffer, static_cast<std::size_t>(got)}});
    client_waits_ = true;
}

}  // namespace apivideo::benchmark
