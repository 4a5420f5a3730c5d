// SPDX-License-Identifier: MIT
// The transport on libcurl: one session per running exchange, reused if the exchange succeeded.
#include <apivideo/http/curl_transport.hpp>

#include <apivideo/errors.hpp>

#include "call/call_context.hpp"
#include "http/curl/session.hpp"
#include "http/failures.hpp"
#include "http/idle_pool.hpp"
#include "http/name_lookup.hpp"
#include "http/option_checks.hpp"
#include "http/own_process.hpp"
#include "http/request_checks.hpp"
#include "http/thread_kept_alive.hpp"
#include "http/tls/tls_settings.hpp"

#include <curl/curl.h>

#include <chrono>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace apivideo {
namespace detail::curl {
namespace {

class Transport final : public HttpTransport {
  public:
    explicit Transport(const TransportOptions& options) : options_{options}, tls_{options} {
        // Thread-safe and counted in libcurl. Never undone: the application may rely on libcurl's implicit
        // initialization, which would be undone as well.
        if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::bad_alloc{};
    }

    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    ~Transport() override {
        if (!process_.is_current()) idle_.leak();
    }

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        const ThreadKeptAlive kept_alive;
        const Url url = checked_url(request);
        process_.check(url);
        if (request.method == "HEAD" && !request.body.empty())
            throw transport_failure(TransportFailure::invalid_request, url,
                                    "this transport cannot send a body with HEAD");
        check_still_wanted(context, std::chrono::steady_clock::now(), url.origin());
        try {
            return send_on_idle_or_new(request, url, context);
        } catch (const TransportException&) {
            throw;
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception& e) {
            throw transport_failure(TransportFailure::other, url, e.what());
        }
    }

  private:
    HttpResponse send_on_idle_or_new(const HttpRequest& request, const Url& url, const CallContext& context) {
        std::unique_ptr<Session> idle = idle_.acquire(std::chrono::steady_clock::now(),
                                                      [&](const Session& session) { return session.serves(url); });
        // Methods that are not safe get a new connection, and one that knows the addresses of now.
        if (!is_safe_method(request.method)) idle.reset();
        if (idle && idle->is_quiet()) {
            try {
                return send_on(std::move(idle), request, url, context);
            } catch (const TransportException& e) {
                // What arrived may be left over from the exchange before.
                if (e.failure() != TransportFailure::protocol) throw;
            }
            check_still_wanted(context, std::chrono::steady_clock::now(), url.origin());
        }
        return send_on(connect(url, context), request, url, context);
    }

    std::unique_ptr<Session> connect(const Url& url, const CallContext& context) {
        const std::vector<std::string> addresses = names_.addresses_for(url, options_, context);
        return std::make_unique<Session>(url, options_, tls_, addresses);
    }

    HttpResponse send_on(std::unique_ptr<Session> session, const HttpRequest& request, const Url& url,
                         const CallContext& context) {
        HttpResponse response = session->exchange(request, url, context);
        idle_.release(std::chrono::steady_clock::now(), std::move(session));
        return response;
    }

    const TransportOptions options_;
    const TlsSettings tls_;
    const OwnProcess process_{};
    NameLookup names_{};
    IdlePool<std::unique_ptr<Session>> idle_;
};

}  // namespace
}  // namespace detail::curl

std::shared_ptr<HttpTransport> make_curl_transport(const TransportOptions& options) {
    detail::check_transport_options(options);
    return std::make_shared<detail::curl::Transport>(options);
}

}  // namespace apivideo
