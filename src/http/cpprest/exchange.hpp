// SPDX-License-Identifier: MIT
// One exchange: shared by the caller who waits for it and by cpprestsdk's threads. Either may end first.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/cpprest/connection.hpp"
#include "http/url.hpp"

#include <cpprest/containerstream.h>
#include <cpprest/http_client.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace apivideo::detail::cpprest {

class Exchange {
  public:
    Exchange(const Url& url, std::size_t max_body_bytes, std::shared_ptr<ConnectionWatch> connection)
        : url_{url}, max_body_bytes_{max_body_bytes}, connection_{std::move(connection)} {}

    /// Sends @p request; @p self receives the outcome, unless an exception says that there is none.
    static void start(const std::shared_ptr<Exchange>& self, web::http::client::http_client& client,
                      web::http::http_request request);

    [[nodiscard]] const Url& url() const noexcept { return url_; }

    /// Waits until the request has been sent, so that the connection is open, or the exchange has finished.
    /// @return whether it did so by @p open_by. @throws TransportException if @p context ends first.
    [[nodiscard]] bool wait_until_sent(const CallContext& context, std::chrono::steady_clock::time_point open_by);

    /// Whether the request left, at least in part.
    [[nodiscard]] bool was_sent();

    /// Waits for a response or an error. @throws TransportException if @p context ends first.
    void wait(const CallContext& context);

    /// Makes cpprestsdk end the exchange, whose outcome is ignored, and the connection.
    void abandon() noexcept;

    /// Waits, for a short time, until cpprestsdk releases the connection, which it does soon after the response.
    /// @return whether it did.
    bool wait_until_released();

    /// To be called when finished: null if there is a response.
    [[nodiscard]] std::exception_ptr error() const { return error_; }

    /// To be called when finished without an error. @throws TransportException if the body is too large.
    [[nodiscard]] HttpResponse response() const;

  private:
    void check_progress(web::http::message_direction::direction direction, std::uint64_t bytes);
    void check_head() const;
    static void read_body(const std::shared_ptr<Exchange>& self,
                          const pplx::task<web::http::http_response>& head) noexcept;
    void finish(std::exception_ptr error) noexcept;
    void mark(bool& event) noexcept;
    template <class Ended>
    void wait_until(std::chrono::steady_clock::time_point time, const CallContext& context, const Ended& ended);

    const Url url_;
    const std::size_t max_body_bytes_;
    const std::shared_ptr<ConnectionWatch> connection_;
    pplx::cancellation_token_source cancellation_;
    concurrency::streams::container_buffer<std::vector<std::uint8_t>> body_;
    std::atomic<bool> abandoned_{false};
    std::uint64_t downloaded_{0};
    std::string method_;
    web::http::http_response response_;
    pplx::task<web::http::http_response> unobserved_;
    std::shared_ptr<Exchange> leaked_;  ///< Itself, if it must not be destroyed.

    std::mutex mutex_;
    std::condition_variable changed_;  ///< Notified by mark().
    bool sent_{false};
    bool finished_{false};
    bool cancelled_{false};
    bool released_{false};
    std::exception_ptr error_;
};

}  // namespace apivideo::detail::cpprest
