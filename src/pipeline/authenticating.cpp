// SPDX-License-Identifier: MIT
// Proves who sends: adds the API key, or a token that it is exchanged for.
#include "pipeline/authenticating.hpp"

#include "call/call_context.hpp"
#include "http/url.hpp"
#include "pipeline/login.hpp"
#include "pipeline/redaction.hpp"
#include "pipeline/wake_on_cancel.hpp"
#include "text/base64.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace apivideo::detail {
namespace {

/// Tells which requests may carry credentials.
class Origin {
  public:
    explicit Origin(const std::string& base_url) : base_url_{base_url}, origin_{parse_url(base_url).origin()} {}

    [[nodiscard]] bool includes(const std::string& url) const {
        const bool below = url.compare(0, base_url_.size(), base_url_) == 0 && url.size() > base_url_.size() &&
                           (url[base_url_.size()] == '/' || url[base_url_.size()] == '?');
        if (below) return true;
        try {
            return parse_url(url).origin() == origin_;
        } catch (const std::invalid_argument&) {  // the transport is there to refuse it
            return false;
        }
    }

  private:
    std::string base_url_;
    std::string origin_;
};

HttpResponse send_with(HttpTransport& inner, const HttpRequest& request, const CallContext& context,
                       std::string authorization) {
    HttpRequest authorized = request;
    authorized.headers.set("Authorization", std::move(authorization));
    return inner.send(authorized, context);
}

/// The API key, and what of it Basic authentication sends, in both alphabets and without what pads it: what a server
/// repeats is not to be shown.
std::vector<std::string> forms_of(const std::string& api_key) {
    std::vector<std::string> forms{api_key};
    for (std::string encoded : {base64(api_key + ':'), base64(api_key)}) {
        encoded.erase(encoded.find_last_not_of('=') + 1);
        forms.push_back(encoded);
        std::replace(encoded.begin(), encoded.end(), '+', '-');
        std::replace(encoded.begin(), encoded.end(), '/', '_');
        forms.push_back(encoded);
    }
    return forms;
}

/// Whatever is not the answer to the call may be quoted in messages.
bool may_be_quoted(const HttpResponse& response) { return response.status != 200; }

class BasicAuthenticating final : public HttpTransport {
  public:
    BasicAuthenticating(std::shared_ptr<HttpTransport> inner, const std::string& base_url, const std::string& api_key)
        : inner_{std::move(inner)},
          origin_{base_url},
          authorization_{"Basic " + base64(api_key + ':')},
          redactor_{forms_of(api_key)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (!origin_.includes(request.url)) return inner_->send(request, context);
        HttpResponse response = send_with(*inner_, request, context, authorization_);
        if (may_be_quoted(response)) redactor_.redact(response);
        return response;
    }

  private:
    std::shared_ptr<HttpTransport> inner_;
    Origin origin_;
    std::string authorization_;
    Redactor redactor_;
};

class BearerAuthenticating final : public HttpTransport {
  public:
    BearerAuthenticating(std::shared_ptr<HttpTransport> inner, std::string base_url, std::string api_key, Clock clock)
        : inner_{std::move(inner)},
          base_url_{std::move(base_url)},
          api_key_{std::move(api_key)},
          forms_of_key_{forms_of(api_key_)},
          clock_{std::move(clock)},
          origin_{base_url_} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (!origin_.includes(request.url)) return inner_->send(request, context);
        TokenOrAnswer first = token(context, 0);
        if (HttpResponse* failed_login = std::get_if<HttpResponse>(&first)) return std::move(*failed_login);
        HttpResponse response = send_with(request, context, std::get<Token>(first));
        if (response.status != 401) return response;

        TokenOrAnswer second = token(context, std::get<Token>(first).number);
        if (HttpResponse* failed_login = std::get_if<HttpResponse>(&second)) return std::move(*failed_login);
        return send_with(request, context, std::get<Token>(second));
    }

  private:
    struct Token {
        std::string value;
        Clock::time_point renew_at;
        std::uint64_t number;  // of the login it came from
    };
    using TokenOrAnswer = std::variant<Token, HttpResponse>;

    HttpResponse send_with(const HttpRequest& request, const CallContext& context, const Token& token) {
        HttpResponse response = detail::send_with(*inner_, request, context, "Bearer " + token.value);
        if (may_be_quoted(response)) Redactor{secrets(token.value)}.redact(response);
        return response;
    }

    /// The key, @p token, and those of the last logins: what was refused or renewed is still a token.
    std::vector<std::string> secrets(const std::string& token) {
        const std::lock_guard<std::mutex> lock{mutex_};
        std::vector<std::string> all{forms_of_key_};
        all.push_back(token);
        all.insert(all.end(), last_tokens_.begin(), last_tokens_.end());
        return all;
    }

    /// A token newer than that of login number @p rejected, or the answer that stood in its way.
    TokenOrAnswer token(const CallContext& context, std::uint64_t rejected) {
        {
            const std::lock_guard<std::mutex> lock{mutex_};
            if (token_ && token_->number == rejected) token_.reset();
            if (usable()) return *token_;
        }
        return new_token(context);
    }

    [[nodiscard]] bool usable() const { return token_ && clock_.now() < token_->renew_at; }

    TokenOrAnswer new_token(const CallContext& context) {
        const CancellationRegistration registration = wake_on_cancel(context, mutex_, changed_);
        std::unique_lock<std::mutex> lock{mutex_};
        for (;;) {
            check_still_wanted(context, clock_.now(), "waiting for a token");
            if (usable()) return *token_;
            if (!logging_in_) return log_in_for_all(context, lock);
            const std::uint64_t awaited = logins_;
            while (logging_in_ && logins_ == awaited) {
                clock_.wait_until(changed_, lock, context.deadline);
                check_still_wanted(context, clock_.now(), "waiting for a token");
            }
            if (last_outcome_ && last_outcome_number_ == awaited) return deliver(*last_outcome_, awaited);
        }
    }

    /// However the login ends, those who wait are told, and the next caller may try.
    class LoginUnderWay {
      public:
        LoginUnderWay(BearerAuthenticating& owner, std::unique_lock<std::mutex>& lock) : owner_{owner}, lock_{lock} {
            owner_.logging_in_ = true;
        }
        LoginUnderWay(const LoginUnderWay&) = delete;
        LoginUnderWay& operator=(const LoginUnderWay&) = delete;
        ~LoginUnderWay() {
            if (!lock_.owns_lock()) lock_.lock();
            owner_.logging_in_ = false;
            owner_.changed_.notify_all();
        }

      private:
        BearerAuthenticating& owner_;
        std::unique_lock<std::mutex>& lock_;
    };

    TokenOrAnswer log_in_for_all(const CallContext& context, std::unique_lock<std::mutex>& lock) {
        const LoginUnderWay under_way{*this, lock};
        const std::uint64_t number = ++logins_;
        last_outcome_.reset();
        std::vector<std::string> secrets{forms_of_key_};
        secrets.insert(secrets.end(), last_tokens_.begin(), last_tokens_.end());
        const Clock::time_point start = clock_.now();
        lock.unlock();
        const LoginOutcome outcome = log_in(*inner_, base_url_, api_key_, secrets, context);
        lock.lock();
        if (const AccessToken* access = std::get_if<AccessToken>(&outcome)) {
            remember(access->value);
            token_ = Token{access->value, start + time_of_use(access->lifetime), number};
        }
        if (!gave_up(outcome)) {
            last_outcome_ = outcome;
            last_outcome_number_ = number;
        }
        return deliver(outcome, number);
    }

    void remember(const std::string& token) {
        constexpr std::size_t most = 4;
        if (last_tokens_.size() == most) last_tokens_.erase(last_tokens_.begin());
        last_tokens_.push_back(token);
    }

    /// Whether it was the caller's own end that ended the login: another caller may fare better.
    static bool gave_up(const LoginOutcome& outcome) {
        const TransportException* e = std::get_if<TransportException>(&outcome);
        return e && (e->failure() == TransportFailure::timeout || e->failure() == TransportFailure::cancelled);
    }

    static std::chrono::milliseconds time_of_use(std::chrono::seconds lifetime) {
        const std::chrono::milliseconds margin =
            std::min<std::chrono::milliseconds>(std::chrono::seconds{60}, std::chrono::milliseconds{lifetime} / 10);
        return lifetime - margin;
    }

    [[nodiscard]] static TokenOrAnswer deliver(const LoginOutcome& outcome, std::uint64_t number) {
        if (const HttpResponse* response = std::get_if<HttpResponse>(&outcome)) return *response;
        if (const auto* e = std::get_if<UnauthorizedException>(&outcome)) throw *e;
        if (const auto* e = std::get_if<UnexpectedResponseException>(&outcome)) throw *e;
        if (const auto* e = std::get_if<TransportException>(&outcome)) throw *e;
        // Even one that is to be renewed at once serves those who waited for it.
        return Token{std::get<AccessToken>(outcome).value, {}, number};
    }

    std::shared_ptr<HttpTransport> inner_;
    std::string base_url_;
    std::string api_key_;
    std::vector<std::string> forms_of_key_;
    Clock clock_;
    Origin origin_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Token> token_;
    std::vector<std::string> last_tokens_;
    bool logging_in_ = false;
    std::uint64_t logins_ = 0;
    std::optional<LoginOutcome> last_outcome_;  // of the login before, for those who waited for it
    std::uint64_t last_outcome_number_ = 0;
};

}  // namespace

std::shared_ptr<HttpTransport> make_basic_authenticating(std::shared_ptr<HttpTransport> inner,
                                                         const std::string& base_url, const std::string& api_key) {
    return std::make_shared<BasicAuthenticating>(std::move(inner), base_url, api_key);
}

std::shared_ptr<HttpTransport> make_bearer_authenticating(std::shared_ptr<HttpTransport> inner,
                                                          const std::string& base_url, const std::string& api_key,
                                                          Clock clock) {
    return std::make_shared<BearerAuthenticating>(std::move(inner), base_url, api_key, std::move(clock));
}

}  // namespace apivideo::detail
