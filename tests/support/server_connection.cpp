// SPDX-License-Identifier: MIT
// The server's end of one connection, for handlers to read, write and break.
#include "support/server_connection.hpp"

#include "text/ascii.hpp"

#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace apivideo::tests {
namespace {

bool send_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

}  // namespace

ServerConnection::ServerConnection(int descriptor, std::size_t index, Recorder recorder)
    : index_{index}, recorder_{std::move(recorder)}, descriptor_{descriptor} {
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

ServerConnection::~ServerConnection() { close_descriptor(false); }

std::optional<ReceivedRequest> ServerConnection::read_request() {
    constexpr std::string_view head_end = "\r\n\r\n";
    const auto fill_until = [this](auto enough) {
        while (!enough()) {
            const std::string more = read_some();
            if (more.empty()) return false;
            unread_ += more;
        }
        return true;
    };
    if (!fill_until([&] { return unread_.find(head_end) != std::string::npos; })) return std::nullopt;
    const std::size_t head_size = unread_.find(head_end) + head_end.size();
    ReceivedRequest request = parse_request_head(std::string_view{unread_}.substr(0, head_size));
    const std::string length = request.headers.get("Content-Length").value_or("0");
    const auto body_size = static_cast<std::size_t>(detail::parse_number(length).value_or(0));
    if (!fill_until([&] { return unread_.size() >= head_size + body_size; })) return std::nullopt;
    request.body = unread_.substr(head_size, body_size);
    request.raw += request.body;
    request.connection = index_;
    unread_.erase(0, head_size + body_size);
    recorder_(request);
    return request;
}

std::size_t ServerConnection::receive(char* data, std::size_t size) {
    if (ssl_) {
        ERR_clear_error();
        const int got = SSL_read(ssl_.get(), data, static_cast<int>(size));
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    const ssize_t got = ::recv(descriptor_, data, size, 0);
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

void ServerConnection::wait_until_readable() {
    pollfd waiting{descriptor_, POLLIN, 0};
    ::poll(&waiting, 1, -1);
}

std::string ServerConnection::read_some() {
    std::array<char, 16384> buffer{};
    return {buffer.data(), receive(buffer.data(), buffer.size())};
}

bool ServerConnection::write(std::string_view bytes) {
    if (!ssl_) return send_all(descriptor_, bytes);
    ERR_clear_error();
    return bytes.empty() || SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
}

bool ServerConnection::write_slowly(std::string_view bytes, std::chrono::milliseconds pause) {
    for (const char& byte : bytes) {
        if (!write({&byte, 1})) return false;
        std::unique_lock<std::mutex> lock{mutex_};
        if (interrupted_changed_.wait_for(lock, pause, [this] { return interrupted_; })) return false;
    }
    return true;
}

void ServerConnection::wait_for_client_to_leave() {
    while (!read_some().empty()) {
    }
}

void ServerConnection::wait_for_server_to_stop() {
    std::unique_lock<std::mutex> lock{mutex_};
    interrupted_changed_.wait(lock, [this] { return interrupted_; });
}

void ServerConnection::tunnel_to(std::uint16_t port) {
    const int target = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(target, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        bool open = send_all(target, std::exchange(unread_, {}));
        while (open) {
            std::array<pollfd, 2> ends{{{descriptor_, POLLIN, 0}, {target, POLLIN, 0}}};
            if (::poll(ends.data(), ends.size(), -1) < 0) break;
            if (ends[0].revents) open = pass_on_to(target);
            if (open && ends[1].revents) open = pass_on_from(target);
        }
    }
    ::close(target);
}

bool ServerConnection::pass_on_to(int descriptor) {
    do {
        const std::string bytes = read_some();
        if (bytes.empty() || !send_all(descriptor, bytes)) return false;
    } while (ssl_ && SSL_pending(ssl_.get()) > 0);
    return true;
}

bool ServerConnection::pass_on_from(int descriptor) {
    std::array<char, 16384> buffer{};
    const ssize_t got = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    return got > 0 && write({buffer.data(), static_cast<std::size_t>(got)});
}

void ServerConnection::close() {
    if (ssl_) {
        ERR_clear_error();
        SSL_shutdown(ssl_.get());
    }
    close_descriptor(false);
}

void ServerConnection::cut() { close_descriptor(false); }

void ServerConnection::fall_silent() {
    sock_filter drop = BPF_STMT(BPF_RET | BPF_K, 0);
    const sock_fprog program{1, &drop};
    if (::setsockopt(descriptor_, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) != 0)
        throw std::runtime_error{"the system does not filter what a socket receives"};
}

void ServerConnection::reset() { close_descriptor(true); }

void ServerConnection::close_descriptor(bool with_reset) {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (descriptor_ < 0) return;
    const linger at_once{1, 0};
    if (with_reset) ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(descriptor_);
    descriptor_ = -1;
}

bool ServerConnection::start_tls(SSL* ssl) {
    ssl_ = std::shared_ptr<SSL>{ssl, SSL_free};
    SSL_set_fd(ssl, descriptor_);
    ERR_clear_error();
    return SSL_accept(ssl) == 1;
}

bool ServerConnection::has_resumed_tls() const noexcept { return ssl_ && SSL_session_reused(ssl_.get()) == 1; }

void ServerConnection::interrupt() {
    const std::lock_guard<std::mutex> lock{mutex_};
    interrupted_ = true;
    interrupted_changed_.notify_all();
    if (descriptor_ >= 0) ::shutdown(descriptor_, SHUT_RDWR);
}

}  // namespace apivideo::tests
