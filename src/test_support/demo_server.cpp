// SPDX-License-Identifier: MIT
// The demo server's sockets: cpp-httplib, set so that many keep-alive callers are served at once.
#include <apivideo/test_support/demo_server.hpp>

#include "test_support/demo_options.hpp"
#include "test_support/demo_service.hpp"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>

namespace apivideo::test_support {

namespace {

constexpr const char* host = "127.0.0.1";

date::sys_days current_day() { return date::floor<date::days>(std::chrono::system_clock::now()); }

// A server of a given day answers the same whenever it is asked, so it is always the beginning of that day.
detail::DemoService::Clock clock_of(const DemoServerOptions& options, date::sys_days today) {
    if (options.today) return [today] { return date::sys_seconds{today}; };
    return [today] {
        const date::sys_seconds now = date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        return std::min<date::sys_seconds>(now, today + date::days{1});
    };
}

std::uint64_t unguessable() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

detail::DemoRequest to_demo_request(const httplib::Request& request) {
    detail::DemoRequest made{request.method, request.path, "", std::nullopt, request.body};
    const std::string target = request.target.substr(0, request.target.find('#'));
    if (const std::size_t mark = target.find('?'); mark != std::string::npos) made.query = target.substr(mark + 1);
    if (request.has_header("Authorization")) made.authorization = request.get_header_value("Authorization");
    return made;
}

void write(const detail::DemoReply& reply, httplib::Response& response) {
    response.status = reply.answer.status;
    // No charset: there are clients that accept this text and no other.
    response.set_content(reply.answer.body, "application/json");
    response.set_header("X-RateLimit-Limit", std::to_string(reply.rate_limit.limit));
    response.set_header("X-RateLimit-Remaining", std::to_string(reply.rate_limit.remaining));
    response.set_header("X-RateLimit-Retry-After", std::to_string(reply.rate_limit.retry_after.count()));
    if (!reply.answer.allow.empty()) response.set_header("Allow", reply.answer.allow);
}

}  // namespace

// Nested in a class that can be seen from outside, it would be seen, too.
struct __attribute__((visibility("hidden"))) DemoServer::State {
    explicit State(const DemoServerOptions& given);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void configure();
    void bind();
    void serve();
    void answer(const httplib::Request& request, httplib::Response& response);
    void answer_unrouted(const httplib::Request& request, httplib::Response& response);
    void hold_back();

    const DemoServerOptions options;
    const date::sys_days today;
    detail::DemoService service;
    std::string base_url;
    std::uint16_t port{0};
    std::mutex mutex;
    std::condition_variable ended;
    bool ending{false};
    socket_t listening_socket{INVALID_SOCKET};
    httplib::Server http;
    std::atomic<bool> acceptor_ended{false};
    std::thread acceptor;
};

DemoServer::State::State(const DemoServerOptions& given)
    : options{given},
      today{given.today ? *given.today : current_day()},
      service{given, today, clock_of(given, today), unguessable()} {
    configure();
    bind();
    serve();
}

DemoServer::State::~State() {
    {
        const std::lock_guard lock{mutex};
        ending = true;
    }
    ended.notify_all();
    http.stop();
    acceptor.join();
}

void DemoServer::State::configure() {
    // A connection holds a thread for as long as it lives.
    http.new_task_queue = [] { return new httplib::ThreadPool(64); };
    http.set_keep_alive_max_count(1'000'000);
    // How long the destructor waits for a client that is idle but has not closed its connection.
    http.set_keep_alive_timeout(2);
    http.set_tcp_nodelay(true);
    http.set_payload_max_length(std::size_t{64} * 1024);
    // Not SO_REUSEPORT, which is the default here: with it two servers share a port.
    http.set_socket_options([this](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        listening_socket = socket;
    });
    const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
        answer(request, response);
    };
    http.Get("/analytics/(videos|live-streams)/plays", handler);
    http.Get("/data/(metrics|buckets|timeseries)/.+", handler);
    http.Post("/auth/(api-key|refresh)", handler);
    http.set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
        if (response.body.empty()) answer_unrouted(request, response);
    });
}

void DemoServer::State::bind() {
    const int bound = options.port == 0 ? http.bind_to_any_port(host)
                                        : (http.bind_to_port(host, options.port) ? int{options.port} : -1);
    // The library's backlog is 5: of many who connect at once, the rest would wait a second for their next attempt.
    if (bound < 0 || ::listen(listening_socket, SOMAXCONN) != 0)
        throw std::runtime_error{"port " + std::to_string(options.port) + " of " + host +
                                 " cannot be had: something else has it, or it is not allowed"};
    port = static_cast<std::uint16_t>(bound);
    base_url = std::string{"http://"} + host + ":" + std::to_string(port);
}

void DemoServer::State::serve() {
    acceptor = std::thread{[this] {
        http.listen_after_bind();
        acceptor_ended = true;
    }};
    // Until it runs, the library ignores that it is told to stop.
    while (!http.is_running() && !acceptor_ended) std::this_thread::sleep_for(std::chrono::milliseconds{1});
}

void DemoServer::State::answer(const httplib::Request& request, httplib::Response& response) {
    write(service.answer(to_demo_request(request), std::chrono::steady_clock::now()), response);
    hold_back();
}

// For what has no route, which the library answers with 404 for a request that it could read.
void DemoServer::State::answer_unrouted(const httplib::Request& request, httplib::Response& response) {
    if (response.status == 404) return answer(request, response);
    const detail::DemoRateLimitState rate_limit = service.rate_limit(std::chrono::steady_clock::now());
    write({detail::demo_no_answer(response.status), rate_limit}, response);
    hold_back();
}

void DemoServer::State::hold_back() {
    std::unique_lock lock{mutex};
    ended.wait_for(lock, options.latency, [this] { return ending; });
}

DemoServer::DemoServer(const DemoServerOptions& options) {
    detail::check_demo_options(options);
    state_ = std::make_unique<State>(options);
}

DemoServer::~DemoServer() = default;

const std::string& DemoServer::base_url() const noexcept { return state_->base_url; }

const std::string& DemoServer::api_key() const noexcept { return state_->options.api_key; }

date::sys_days DemoServer::today() const noexcept { return state_->today; }

std::uint16_t DemoServer::port() const noexcept { return state_->port; }

}  // namespace apivideo::test_support
