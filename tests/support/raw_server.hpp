// SPDX-License-Identifier: MIT
// A server on loopback that does what a test says, byte by byte: right, wrong or hostile.
#pragma once

#include "support/certificates.hpp"
#include "support/received_request.hpp"
#include "support/server_connection.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using SSL_CTX = struct ssl_ctx_st;

namespace apivideo::tests {

/// How a server speaks TLS.
struct ServerTls {
    Certificate certificate{};
    /// Set: clients must show a certificate of this authority.
    std::optional<std::string> client_authority_pem{};
    /// Set: the newest version, as OpenSSL numbers them. Old ones are allowed then.
    std::optional<int> newest_version{};
    /// Set: runs before each handshake, which takes place where it says so.
    std::function<bool(ServerConnection&)> before_handshake{};
    /// Whether the server remembers no session: then a client resumes one only by its ticket.
    bool forgets_sessions{false};
};

/// Listens on 127.0.0.1. Every connection has a thread, which runs the handler; when the handler returns, the
/// connection is closed. Its destructor breaks what is still open and joins every thread.
class RawServer {
  public:
    using Handler = std::function<void(ServerConnection&)>;

    /// @param port 0: one of the system's choice.
    explicit RawServer(Handler handler, std::optional<ServerTls> tls = std::nullopt, std::uint16_t port = 0);
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;
    ~RawServer();

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    /// `http://127.0.0.1:port` and @p target; `https://localhost:port` where it speaks TLS.
    [[nodiscard]] std::string url(const std::string& target = "/") const;

    /// A copy of the requests that were read whole, in the order of arrival.
    [[nodiscard]] std::vector<ReceivedRequest> requests() const;
    /// How many connections were accepted.
    [[nodiscard]] std::size_t connection_count() const;
    /// How many connections ended within the handshake.
    [[nodiscard]] std::size_t failed_handshake_count() const;
    /// How many connections resumed a TLS session.
    [[nodiscard]] std::size_t resumed_handshake_count() const;
    /// Waits for them. @return whether there are that many.
    bool wait_for_connections(std::size_t count);
    /// Waits for them. @return whether there are that many.
    bool wait_for_requests(std::size_t count);
    /// Waits until that many connections have ended, closed by either side. @return whether they have.
    bool wait_for_ended_connections(std::size_t count);

  private:
    void accept_connections();
    void serve(ServerConnection& connection);
    template <class Condition>
    bool wait(Condition condition);

    const Handler handler_;
    const bool is_tls_;
    const std::function<bool(ServerConnection&)> before_handshake_;
    std::shared_ptr<SSL_CTX> tls_context_{};
    int listener_{-1};
    std::uint16_t port_{0};

    mutable std::mutex mutex_{};
    std::condition_variable changed_{};
    bool stopping_{false};
    std::vector<std::shared_ptr<ServerConnection>> connections_{};
    std::vector<std::thread> threads_{};
    std::vector<ReceivedRequest> requests_{};
    std::size_t ended_{0};
    std::size_t failed_handshakes_{0};
    std::size_t resumed_handshakes_{0};
    std::thread acceptor_{};
};

/// Answers every request with the same bytes.
[[nodiscard]] RawServer::Handler always(std::string answer);
/// Answers every request with what @p answer makes of it.
[[nodiscard]] RawServer::Handler answering(std::function<std::string(const ReceivedRequest&)> answer);
/// Answers the first request of each connection and closes.
[[nodiscard]] RawServer::Handler once(std::string answer);
/// Reads the first request of each connection and then says nothing.
[[nodiscard]] RawServer::Handler silent();

/// The head of an answer with a Content-Length. @param headers lines, each with its `\r\n`.
[[nodiscard]] std::string http_head(int status, std::size_t length, const std::string& headers = {});
/// An answer with a Content-Length. @param headers lines, each with its `\r\n`.
[[nodiscard]] std::string http_answer(int status, const std::string& body, const std::string& headers = {});

}  // namespace apivideo::tests
