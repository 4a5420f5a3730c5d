// SPDX-License-Identifier: MIT
// The pipeline of a client: which transports wrap which.
#include "pipeline/wrappers.hpp"

#include <apivideo/errors.hpp>

#include <utility>

namespace apivideo::detail {

std::shared_ptr<HttpTransport> make_pipeline(std::shared_ptr<HttpTransport> transport, const std::string& api_key,
                                             const std::string& base_url, const ClientOptions& options,
                                             const Clock& clock, Random random) {
    if (options.observer) transport = make_observing(std::move(transport), options.observer, clock);
    transport = make_identifying(std::move(transport), options.application, options.sdk);
    if (options.authentication == Authentication::bearer)
        transport = make_bearer_authenticating(std::move(transport), base_url, api_key, clock);
    else if (options.authentication == Authentication::basic)
        transport = make_basic_authenticating(std::move(transport), base_url, api_key);
    else
        throw InvalidRequestException{"authentication", "is none of the enumerators"};
    transport = make_attempt_timeout(std::move(transport), options.retry.attempt_timeout, clock);
    if (options.pace_requests) transport = make_pacing(std::move(transport), clock, options.observer);
    return make_retrying(std::move(transport), options.retry, clock, std::move(random), options.observer);
}

}  // namespace apivideo::detail
