// SPDX-License-Identifier: MIT
// One exchange: shared by the caller who waits for it and by cpprestsdk's threads. Either may end first.
#include "http/cpprest/exchange.hpp"

#include "call/call_context.hpp"
#include "http/failures.hpp"
#include "http/response_checks.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace apivideo::detail::cpprest {
namespace {

struct Abandoned {};

/// How long cpprestsdk may take to release a connection in the thread that reads from it. One that is not released is
/// not found when it is to be used again.
constexpr std::chrono::milliseconds release_timeout{20};

/// The largest chunk that cpprestsdk accepts.
constexpr std::uint64_t max_chunk_bytes{0x7fffffff};

}  // namespace

void Exchange::start(const std::shared_ptr<Exchange>& self, web::http::client::http_client& client,
                     web::http::http_request request) {
    self->method_ = request.method();
    request.set_response_stream(self->body_.create_ostream());
    // cpprestsdk destroys the handler when it releases the request, and so the connection.
    std::shared_ptr<Exchange> lease{self.get(), [self](Exchange*) { self->mark(self->released_); }};
    request.set_progress_handler([lease = std::move(lease)](auto direction, utility::size64_t bytes) {
        lease->check_progress(direction, bytes);
    });
    const pplx::task<web::http::http_response> head = client.request(request, self->cancellation_.get_token());
    try {
        head.then([self](const pplx::task<web::http::http_response>& done) { read_body(self, done); });
    } catch (...) {
        self->abandon();
        // An error of the task ends the process when the task is destroyed and nobody has asked for it.
        self->unobserved_ = head;
        self->leaked_ = self;
        throw;
    }
}

void Exchange::read_body(const std::shared_ptr<Exchange>& self,
                         const pplx::task<web::http::http_response>& head) noexcept {
    try {
        self->response_ = head.get();
        self->check_head();
        pplx::create_task(self->response_._get_impl()->_get_data_available())
            .then([self](const pplx::task<utility::size64_t>& body) {
                try {
                    body.get();
                    self->finish(nullptr);
                } catch (...) {
                    self->finish(std::current_exception());
                }
            });
    } catch (...) {
        self->finish(std::current_exception());
    }
}

void Exchange::finish(std::exception_ptr error) noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    if (finished_) return;  // the caller may be reading the error
    error_ = std::move(error);
    finished_ = true;
    changed_.notify_all();
}

void Exchange::check_progress(web::http::message_direction::direction direction, std::uint64_t bytes) {
    if (direction != web::http::message_direction::download) {
        connection_->keep_socket();
        mark(sent_);
    }
    if (abandoned_) throw Abandoned{};
    if (direction != web::http::message_direction::download) return;
    // A chunk of size -1 decreases the count, below zero if it was 0, and crashes cpprestsdk if it continues.
    if (bytes < downloaded_ || bytes - downloaded_ > max_chunk_bytes)
        throw transport_failure(TransportFailure::protocol, url_, reason::malformed_chunk);
    downloaded_ = bytes;
    if (bytes > max_body_bytes_) throw body_too_large(url_, max_body_bytes_);
}

void Exchange::check_head() const {
    if (response_._get_impl()->http_version().major != 1)
        throw transport_failure(TransportFailure::protocol, url_, "the response has an HTTP version other than 1");
    if (is_bodiless(method_, response_.status_code()) || response_.headers().has("Transfer-Encoding")) return;
    const auto header = response_.headers().find("Content-Length");
    if (header == response_.headers().end()) return;
    if (content_length(url_, {header->second}).value_or(0) > max_body_bytes_)
        throw body_too_large(url_, max_body_bytes_);
}

void Exchange::mark(bool& event) noexcept {
    const std::lock_guard<std::mutex> lock{mutex_};
    event = true;
    changed_.notify_all();
}

template <class Ended>
void Exchange::wait_until(std::chrono::steady_clock::time_point time, const CallContext& context, const Ended& ended) {
    const CancellationRegistration registration = context.cancellation.on_cancel([this] { mark(cancelled_); });
    const auto ended_or_cancelled = [&] { return ended() || cancelled_; };
    std::unique_lock<std::mutex> lock{mutex_};
    if (time == std::chrono::steady_clock::time_point::max())
        changed_.wait(lock, ended_or_cancelled);
    else
        changed_.wait_until(lock, time, ended_or_cancelled);
    if (!ended() && cancelled_) throw cancelled_by_caller(url_.origin());
}

bool Exchange::wait_until_sent(const CallContext& context, std::chrono::steady_clock::time_point open_by) {
    const auto is_open = [this] { return sent_ || finished_; };
    wait_until(std::min(open_by, context.deadline), context, is_open);
    const std::lock_guard<std::mutex> lock{mutex_};
    return is_open() || context.deadline <= open_by;
}

void Exchange::wait(const CallContext& context) {
    wait_until(context.deadline, context, [this] { return finished_; });
    const std::lock_guard<std::mutex> lock{mutex_};
    if (!finished_) throw deadline_passed(url_.origin());
}

bool Exchange::wait_until_released() {
    std::unique_lock<std::mutex> lock{mutex_};
    return changed_.wait_for(lock, release_timeout, [this] { return released_; });
}

void Exchange::abandon() noexcept {
    abandoned_ = true;
    if (connection_->shut_down()) return;
    try {
        cancellation_.cancel();  // nothing arrives yet, so that cpprestsdk can close the socket in this thread
    } catch (...) {              // it ends once the connection is open
    }
}

bool Exchange::was_sent() {
    const std::lock_guard<std::mutex> lock{mutex_};
    return sent_;
}

HttpResponse Exchange::response() const {
    HttpResponse response;
    response.status = response_.status_code();
    response.reason = response_.reason_phrase();
    for (const auto& [name, value] : response_.headers()) response.headers.add(name, value);
    const std::vector<std::uint8_t>& body = body_.collection();
    if (body.size() > max_body_bytes_) throw body_too_large(url_, max_body_bytes_);
    response.body.assign(body.begin(), body.end());
    return response;
}

}  // namespace apivideo::detail::cpprest
