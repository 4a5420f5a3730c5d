// SPDX-License-Identifier: MIT
// A server on loopback that does what a test says, byte by byte: right, wrong or hostile.
#include "support/raw_server.hpp"

#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <utility>

namespace apivideo::tests {
namespace {

void require(bool succeeded, const char* what) {
    if (!succeeded) throw std::runtime_error{std::string{"the test server could not "} + what};
}

/// OpenSSL writes without MSG_NOSIGNAL.
void block_broken_pipe_signal() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

template <class Value, class Read, class Free>
std::shared_ptr<Value> from_pem(const std::string& pem, Read read, Free free) {
    const std::unique_ptr<BIO, int (*)(BIO*)> memory{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                     BIO_free};
    return {read(memory.get(), nullptr, nullptr, nullptr), free};
}

std::shared_ptr<SSL_CTX> make_tls_context(const ServerTls& tls) {
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    if (tls.newest_version) {
        SSL_CTX_set_cipher_list(context.get(), "DEFAULT@SECLEVEL=0");
        SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context.get(), *tls.newest_version);
    }
    if (tls.forgets_sessions) SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    const auto certificate = from_pem<X509>(tls.certificate.certificate_pem, PEM_read_bio_X509, X509_free);
    const auto key = from_pem<EVP_PKEY>(tls.certificate.key_pem, PEM_read_bio_PrivateKey, EVP_PKEY_free);
    require(SSL_CTX_use_certificate(context.get(), certificate.get()) == 1 &&
                SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1,
            "use its certificate");
    if (tls.client_authority_pem) {
        const auto authority = from_pem<X509>(*tls.client_authority_pem, PEM_read_bio_X509, X509_free);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), authority.get());
        // Without one, OpenSSL resumes no session of a client that has to show a certificate.
        const unsigned char session_context[] = "test";
        SSL_CTX_set_session_id_context(context.get(), session_context, sizeof session_context);
        SSL_CTX_add_client_CA(context.get(), authority.get());
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    return context;
}

}  // namespace

RawServer::RawServer(Handler handler, std::optional<ServerTls> tls, std::uint16_t port)
    : handler_{std::move(handler)}, is_tls_{tls.has_value()}, before_handshake_{tls ? tls->before_handshake : nullptr} {
    if (tls) tls_context_ = make_tls_context(*tls);
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    const int on = 1;
    ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    require(::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                ::listen(listener_, SOMAXCONN) == 0 &&
                ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0,
            "listen");
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread{[this] { accept_connections(); }};
}

RawServer::~RawServer() {
    {
        const std::lock_guard<std::mutex> lock{mutex_};
        stopping_ = true;
        for (const auto& connection : connections_) connection->interrupt();
    }
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& thread : threads_) thread.join();
    ::close(listener_);
}

void RawServer::accept_connections() {
    block_broken_pipe_signal();
    while (true) {
        const int descriptor = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard<std::mutex> lock{mutex_};
        if (stopping_ || descriptor < 0) {
            if (descriptor >= 0) ::close(descriptor);
            if (stopping_) return;
            continue;
        }
        const auto record = [this](const ReceivedRequest& request) {
            const std::lock_guard<std::mutex> record_lock{mutex_};
            requests_.push_back(request);
            changed_.notify_all();
        };
        connections_.push_back(std::make_shared<ServerConnection>(descriptor, connections_.size(), record));
        threads_.emplace_back([this, connection = connections_.back()] { serve(*connection); });
        changed_.notify_all();
    }
}

void RawServer::serve(ServerConnection& connection) {
    const bool ready = !is_tls_ || ((!before_handshake_ || before_handshake_(connection)) &&
                                    connection.start_tls(SSL_new(tls_context_.get())));
    if (ready && connection.has_resumed_tls()) {
        const std::lock_guard<std::mutex> lock{mutex_};
        ++resumed_handshakes_;
    }
    if (ready) handler_(connection);
    connection.close();
    const std::lock_guard<std::mutex> lock{mutex_};
    ++ended_;
    if (!ready) ++failed_handshakes_;
    changed_.notify_all();
}

std::string RawServer::url(const std::string& target) const {
    return (is_tls_ ? "https://localhost:" : "http://127.0.0.1:") + std::to_string(port_) + target;
}

std::vector<ReceivedRequest> RawServer::requests() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return requests_;
}

std::size_t RawServer::connection_count() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return connections_.size();
}

std::size_t RawServer::failed_handshake_count() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return failed_handshakes_;
}

std::size_t RawServer::resumed_handshake_count() const {
    const std::lock_guard<std::mutex> lock{mutex_};
    return resumed_handshakes_;
}

template <class Condition>
bool RawServer::wait(Condition condition) {
    std::unique_lock<std::mutex> lock{mutex_};
    return changed_.wait_for(lock, std::chrono::seconds{10}, condition);
}

bool RawServer::wait_for_connections(std::size_t count) {
    return wait([&] { return connections_.size() >= count; });
}

bool RawServer::wait_for_requests(std::size_t count) {
    return wait([&] { return requests_.size() >= count; });
}

bool RawServer::wait_for_ended_connections(std::size_t count) {
    return wait([&] { return ended_ >= count; });
}

RawServer::Handler always(std::string answer) {
    return answering([answer = std::move(answer)](const ReceivedRequest&) { return answer; });
}

RawServer::Handler answering(std::function<std::string(const ReceivedRequest&)> answer) {
    return [answer = std::move(answer)](ServerConnection& connection) {
        while (const std::optional<ReceivedRequest> request = connection.read_request())
            if (!connection.write(answer(*request))) return;
    };
}

RawServer::Handler once(std::string answer) {
    return [answer = std::move(answer)](ServerConnection& connection) {
        if (connection.read_request()) connection.write(answer);
    };
}

RawServer::Handler silent() {
    return [](ServerConnection& connection) {
        if (connection.read_request()) connection.wait_for_client_to_leave();
    };
}

std::string http_head(int status, std::size_t length, const std::string& headers) {
    return "HTTP/1.1 " + std::to_string(status) + " Text of the status\r\n" + headers +
           "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

std::string http_answer(int status, const std::string& body, const std::string& headers) {
    return http_head(status, body.size(), headers) + body;
}

}  // namespace apivideo::tests
