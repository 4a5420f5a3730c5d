// SPDX-License-Identifier: MIT
// One request under way: shared by the caller who waits for it and by cpprestsdk's threads, either of which may go
// first.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <cpprest/containerstream.h>
#include <cpprest/http_client.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>

namespace apivideo::detail::cpprest {

struct BodyTooLarge {};    ///< Why an exchange was broken off: the limit.
struct MalformedChunk {};  ///< Why an exchange was broken off: a chunk of negative size.

class Exchange {
  public:
    enum class Ending { finished, deadline, cancelled };

    Exchange(const Url& url, std::size_t max_body_bytes) : url_{url}, max_body_bytes_{max_body_bytes} {}

    /// Sends @p request; what comes of it is known to @p self.
    static void start(const std::shared_ptr<Exchange>& self, web::http::client::http_client& client,
                      web::http::http_request request);

    /// Waits until there is an answer or an error, or as long as @p context allows.
    [[nodiscard]] Ending wait(const CallContext& context);

    /// Makes cpprestsdk end the exchange. Its outcome no longer matters.
    void abandon() noexcept;

    /// Waits for cpprestsdk to let go of the connection, which it does shortly after the answer is there.
    /// @return whether it did, in good time.
    bool wait_until_released() noexcept;

    /// Once finished: the answer. @throws what it failed with.
    [[nodiscard]] HttpResponse response() const;

  private:
    class Lease;

    void check_progress(web::http::message_direction::direction direction, std::uint64_t bytes);
    static void read_body(const std::shared_ptr<Exchange>& self,
                          const pplx::task<web::http::http_response>& head) noexcept;
    void check_head() const;
    void finish(std::exception_ptr error) noexcept;

    const Url url_;
    const std::size_t max_body_bytes_;
    pplx::cancellation_token_source cancellation_;
    concurrency::streams::container_buffer<std::vector<std::uint8_t>> body_;
    std::atomic<bool> abandoned_{false};
    std::uint64_t downloaded_{0};
    std::string method_;
    web::http::http_response response_;

    std::mutex mutex_;
    std::condition_variable changed_;
    bool finished_{false};
    bool cancelled_{false};
    bool released_{false};
    std::exception_ptr error_;
};

}  // namespace apivideo::detail::cpprest
