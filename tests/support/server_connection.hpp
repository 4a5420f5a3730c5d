// SPDX-License-Identifier: MIT
// The server's end of one connection, for handlers to read, write and break.
#pragma once

#include "support/received_request.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

using SSL = struct ssl_st;

namespace apivideo::tests {

/// Everything that blocks ends when the client goes or the server stops.
class ServerConnection {
  public:
    using Recorder = std::function<void(const ReceivedRequest&)>;

    ServerConnection(int descriptor, std::size_t index, Recorder recorder);
    ServerConnection(const ServerConnection&) = delete;
    ServerConnection& operator=(const ServerConnection&) = delete;
    ~ServerConnection();

    /// Which of the server's connections this is, from 0.
    [[nodiscard]] std::size_t index() const noexcept { return index_; }

    /// The next request with its body; nothing where the client went away before it was whole.
    std::optional<ReceivedRequest> read_request();
    /// Waits until there is a byte to read, or the client has gone.
    void wait_until_readable();
    /// What is there, waiting for at least a byte; empty where the client has gone.
    std::string read_some();
    /// @return whether it could be written: it cannot where the client has gone.
    bool write(std::string_view bytes);
    /// Byte by byte, with a pause after each. @return whether all could be written.
    bool write_slowly(std::string_view bytes, std::chrono::milliseconds pause);
    /// Waits, reading and dropping what comes, until the client goes away.
    void wait_for_client_to_leave();
    /// Waits, reading nothing, until the server stops.
    void wait_for_server_to_stop();
    /// Passes bytes between the client and 127.0.0.1:@p port until either goes away.
    void tunnel_to(std::uint16_t port);
    /// Ends it in an orderly way: with TLS, a close_notify first.
    void close();
    /// Ends it as somebody on the way would: with TLS, without a close_notify.
    void cut();
    /// Receives and acknowledges nothing any more, as if somebody on the way had forgotten the connection.
    void fall_silent();
    /// Ends it for the client to see a reset.
    void reset();

    /// Server's own: TLS on the connection. @return whether the handshake succeeded. @p ssl is used up.
    bool start_tls(SSL* ssl);
    /// Server's own: whether it has TLS that resumed a session.
    [[nodiscard]] bool has_resumed_tls() const noexcept;
    /// Server's own, from any thread: makes everything that blocks return.
    void interrupt();

  private:
    std::size_t receive(char* data, std::size_t size);
    /// @return whether there is more to come.
    bool pass_on_to(int descriptor);
    bool pass_on_from(int descriptor);
    void close_descriptor(bool with_reset);

    const std::size_t index_;
    const Recorder recorder_;
    std::string unread_{};
    std::shared_ptr<SSL> ssl_{};

    std::mutex mutex_{};
    std::condition_variable interrupted_changed_{};
    int descriptor_;
    bool interrupted_{false};
};

}  // namespace apivideo::tests
