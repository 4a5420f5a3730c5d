// SPDX-License-Identifier: MIT
// The transport that is used if none is set: chosen when the library is built.
#include <apivideo/http/default_transport.hpp>

#include <apivideo/http/cpprest_transport.hpp>
#include <apivideo/http/curl_transport.hpp>

namespace apivideo {

std::shared_ptr<HttpTransport> make_default_transport(const TransportOptions& options) {
    return APIVIDEO_MAKE_DEFAULT_TRANSPORT(options);
}

}  // namespace apivideo
