// SPDX-License-Identifier: MIT
// Looks up the addresses of hosts in threads of its own, since nothing ends a look-up in the system before its time.
#pragma once

#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include "http/url.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail {

/// Thread-safe. Calls that ask for the same host share a look-up, and its addresses for a minute. While a name server
/// is silent, calls end at their deadlines and a few threads stay behind, however many calls there are.
class NameLookup {
  public:
    static constexpr int max_threads = 4;
    static constexpr std::chrono::seconds max_age{60};

    NameLookup();

    /// @param doing what messages of a deadline or cancellation begin with.
    /// @return in the order in which the system would try them; @p host itself if it is an address; none if it has
    /// none.
    /// @throws TransportException if @p context ends first, std::system_error if no thread can be started.
    [[nodiscard]] std::vector<std::string> addresses_of(const std::string& host, const CallContext& context,
                                                        std::string_view doing);

    /// Where a request to @p url is sent to: the addresses of the proxy if there is one, else of the host.
    /// @throws TransportException like addresses_of(), and of failure resolve if there is none.
    [[nodiscard]] std::vector<std::string> addresses_for(const Url& url, const TransportOptions& options,
                                                         const CallContext& context);

  private:
    struct State;

    std::shared_ptr<State> state_;  ///< Shared with the threads, which may outlive this object.
};

}  // namespace apivideo::detail
