// SPDX-License-Identifier: MIT
// The transport on libcurl: a session for each exchange under way, kept for the next one where it ended well.
#include <apivideo/http/curl_transport.hpp>

#include <apivideo/errors.hpp>

#include "http/curl/session.hpp"
#include "http/failures.hpp"
#include "http/idle_pool.hpp"
#include "http/option_checks.hpp"
#include "http/request_checks.hpp"
#include "http/tls/tls_settings.hpp"

#include <curl/curl.h>

#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace apivideo {
namespace detail::curl {
namespace {

/// libcurl counts, and takes this from many threads at once. It is never undone: an application that relies on
/// libcurl's setting itself up must not lose it when a transport of ours goes.
void set_up_libcurl() {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::bad_alloc{};
}

class Transport final : public HttpTransport {
  public:
    explicit Transport(const TransportOptions& options) : options_{options}, tls_{options} { set_up_libcurl(); }

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        const Url url = checked_url(request);
        if (request.method == "HEAD" && !request.body.empty())
            throw transport_failure(TransportFailure::invalid_request, url,
                                    "this transport cannot send a body with HEAD");
        check_still_wanted(url, context);
        try {
            std::unique_ptr<Session> session = idle_.take([&](const auto& idle) { return idle.serves(url); });
            if (session && !session->is_quiet()) session.reset();
            if (session && is_safe_method(request.method)) {
                if (std::optional<HttpResponse> response = exchange_on_kept(*session, request, url, context)) {
                    idle_.keep(std::move(session));
                    return std::move(*response);
                }
                session.reset();
                check_still_wanted(url, context);
            }
            if (!session) session = std::make_unique<Session>(url, options_, tls_);
            HttpResponse response = session->exchange(request, url, context);
            idle_.keep(std::move(session));
            return response;
        } catch (const TransportException&) {
            throw;
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception& e) {
            throw transport_failure(TransportFailure::other, url, e.what());
        }
    }

  private:
    /// Unset where what came may be left over from the exchange before, so that a new connection is to be asked.
    static std::optional<HttpResponse> exchange_on_kept(Session& session, const HttpRequest& request, const Url& url,
                                                        const CallContext& context) {
        try {
            return session.exchange(request, url, context);
        } catch (const TransportException& e) {
            if (e.failure() != TransportFailure::protocol) throw;
            return std::nullopt;
        }
    }

    const TransportOptions options_;
    const TlsSettings tls_;
    IdlePool<std::unique_ptr<Session>> idle_;
};

}  // namespace
}  // namespace detail::curl

std::shared_ptr<HttpTransport> make_curl_transport(const TransportOptions& options) {
    detail::check_transport_options(options);
    return std::make_shared<detail::curl::Transport>(options);
}

}  // namespace apivideo
