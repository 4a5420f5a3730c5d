// SPDX-License-Identifier: MIT
/// @file
/// @brief The front door: an API key becomes a client that is ready to call.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace apivideo {

/// Holds an API key and what is needed to call the service with it. Hand it to an AnalyticsApi.
///
/// Cheap to copy; copies share connections, token and pacing. Safe to use from many threads. Making one sends nothing
/// and starts no thread.
class APIVIDEO_EXPORT AuthenticatedApiClient {
  public:
    /// @param api_key the key, as the service's dashboard shows it: printable ASCII without spaces.
    /// @param options everything else.
    /// @throws InvalidRequestException where the key or an option cannot be used; its field() names it.
    explicit AuthenticatedApiClient(const std::string& api_key, const ClientOptions& options = {});
    /// The same for a key from `std::getenv`, which gives a null pointer for a variable that is not set.
    /// @param api_key the key, as the service's dashboard shows it: printable ASCII without spaces.
    /// @param options everything else.
    /// @throws InvalidRequestException if the key is null, or where the key or an option cannot be used; its field()
    /// names it.
    explicit AuthenticatedApiClient(const char* api_key, const ClientOptions& options = {});

    /// What sends requests with everything that the client adds to them: retries, pacing, authentication,
    /// identification, observation. Never null. Wrap it to see every call of an AnalyticsApi made with the wrapper.
    [[nodiscard]] const std::shared_ptr<HttpTransport>& transport() const noexcept { return transport_; }
    /// Where the service is, without a trailing slash.
    [[nodiscard]] const std::string& base_url() const noexcept { return base_url_; }
    /// The time that a call may take unless it sets its own.
    [[nodiscard]] std::chrono::milliseconds timeout() const noexcept { return timeout_; }

  private:
    std::string base_url_;
    std::chrono::milliseconds timeout_;
    std::shared_ptr<HttpTransport> transport_;
};

}  // namespace apivideo
