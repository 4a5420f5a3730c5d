// SPDX-License-Identifier: MIT
// A connection on loopback that is as slow as one over a distance.
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <optional>
#include <string>

namespace apivideo::benchmark {

/// Holds back what arrives, and what is sent, for half a round trip each. TCP's handshake cannot be slowed down on
/// loopback: the first bytes are held back for one round trip more in its place.
class DistantLink {
  public:
    /// @param round_trips counts how often the client waits for an answer: to TCP's handshake, then at each change of
    /// direction.
    DistantLink(int socket, std::chrono::microseconds round_trip, std::atomic<int>& round_trips);

    /// Waits, while what is sent goes on its way. @return what the client sent; empty where it has gone.
    std::string receive();
    /// Returns at once.
    void send(std::string bytes);

  private:
    using Clock = std::chrono::steady_clock;
    struct Chunk {
        Clock::time_point due;
        std::string bytes;
    };

    void deliver_what_is_due();
    void wait_for_client();
    void take_from_client();
    [[nodiscard]] std::optional<Clock::time_point> next_due() const;

    int socket_;
    std::chrono::microseconds half_;
    std::atomic<int>& round_trips_;
    std::deque<Chunk> to_server_{};
    std::deque<Chunk> to_client_{};
    bool connected_ = false;
    bool client_waits_ = false;
    bool client_has_gone_ = false;
};

}  // namespace apivideo::benchmark
