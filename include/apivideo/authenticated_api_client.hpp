// SPDX-License-Identifier: MIT
/// @file
/// @brief The entry point: an API key becomes a client that is ready to call.
#pragma once

#include <apivideo/client_options.hpp>
#include <apivideo/export.hpp>
#include <apivideo/http/http_transport.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace apivideo {

/// Holds an API key and everything needed to call the service with it. Pass it to an AnalyticsApi.
///
/// Cheap to copy; copies share connections, token and pacing. Safe to use from many threads. The constructor sends
/// nothing and starts no thread.
class APIVIDEO_EXPORT AuthenticatedApiClient {
  public:
    /// @param api_key the key, as the service's dashboard shows it: printable ASCII without spaces.
    /// @param options everything else.
    /// @throws InvalidRequestException if the key or an option cannot be used; its field() names it.
    explicit AuthenticatedApiClient(const std::string& api_key, const ClientOptions& options = {});
    /// The same; a null key, which `std::getenv` returns for an unset variable, is an InvalidRequestException.
    explicit AuthenticatedApiClient(const char* api_key, const ClientOptions& options = {});

    /// The pipeline: retries, pacing, authentication, identification, observation, and the transport. Never null. Wrap
    /// it to see every call of an AnalyticsApi made with the wrapper.
    [[nodiscard]] const std::shared_ptr<HttpTransport>& transport() const noexcept { return transport_; }
    /// Where the service is, without a trailing slash.
    [[nodiscard]] const std::string& base_url() const noexcept { return base_url_; }
    /// Time limit of a call that sets none.
    [[nodiscard]] std::chrono::milliseconds timeout() const noexcept { return timeout_; }

  private:
    std::string base_url_;
    std::chrono::milliseconds timeout_;
    std::shared_ptr<HttpTransport> transport_;
};

}  // namespace apivideo
