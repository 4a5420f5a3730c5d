// SPDX-License-Identifier: MIT
// The access token that all calls share: one login gets it for all of them, and renews it in time.
#include "pipeline/token_source.hpp"

#include "call/call_context.hpp"
#include "call/wake_on_cancel.hpp"
#include "pipeline/redaction.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <utility>

namespace apivideo::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t max_last_tokens = 4;

/// A token is renewed this long before it expires, or a tenth of its lifetime before if that is shorter.
constexpr milliseconds max_renewal_margin = seconds{60};

milliseconds time_until_renewal(seconds lifetime) {
    return lifetime - std::min(max_renewal_margin, milliseconds{lifetime} / 10);
}

}  // namespace

/// One login, shared by the call that logs in and those that wait for it.
struct TokenSource::Login {
    std::uint64_t number;
    /// Unset while it is under way, and after it if only the call that logged in has ended: another call may log in.
    std::optional<LoginOutcome> outcome;
};

TokenSource::TokenSource(std::shared_ptr<HttpTransport> transport, std::string base_url, std::string api_key,
                         Clock clock)
    : transport_{std::move(transport)},
      base_url_{std::move(base_url)},
      api_key_{std::move(api_key)},
      key_spellings_{spellings_of_key(api_key_)},
      clock_{std::move(clock)} {}

TokenSource::TokenOrAnswer TokenSource::token(const CallContext& context, std::uint64_t refused_login) {
    {
        const std::lock_guard<std::mutex> lock{mutex_};
        if (token_ && token_->login == refused_login) token_.reset();
        if (has_usable_token()) return *token_;
    }
    return log_in_or_wait(context);
}

TokenSource::TokenOrAnswer TokenSource::log_in_or_wait(const CallContext& context) {
    constexpr const char* doing = "waiting for a token";
    const CancellationRegistration registration = wake_on_cancel(context, mutex_, changed_);
    std::unique_lock<std::mutex> lock{mutex_};
    for (;;) {
        check_still_wanted(context, clock_.now(), doing);
        if (has_usable_token()) return *token_;
        const std::shared_ptr<const Login> login = under_way_;
        if (!login) return log_in(context, lock);
        while (under_way_ == login) {
            clock_.wait_until(changed_, lock, context.deadline);
            check_still_wanted(context, clock_.now(), doing);
        }
        if (login->outcome) return result_of(*login);
    }
}

TokenSource::TokenOrAnswer TokenSource::log_in(const CallContext& context, std::unique_lock<std::mutex>& lock) {
    const auto login = std::make_shared<Login>(Login{++logins_, std::nullopt});
    under_way_ = login;
    // However the login ends, the calls that wait are woken, and the next call may log in.
    struct AtEnd {
        TokenSource& source;
        std::unique_lock<std::mutex>& lock;
        ~AtEnd() {
            if (!lock.owns_lock()) lock.lock();
            source.under_way_.reset();
            source.changed_.notify_all();
        }
    };
    const AtEnd at_end{*this, lock};
    const std::vector<std::string> secrets = known_secrets();
    const Clock::time_point start = clock_.now();
    lock.unlock();
    LoginOutcome outcome = detail::log_in(*transport_, base_url_, api_key_, secrets, context);
    lock.lock();
    if (const AccessToken* access = std::get_if<AccessToken>(&outcome)) {
        if (last_tokens_.size() == max_last_tokens) last_tokens_.erase(last_tokens_.begin());
        last_tokens_.push_back(access->value);
        token_ = Token{access->value, login->number};
        renew_at_ = start + time_until_renewal(access->lifetime);
    }
    login->outcome = std::move(outcome);
    return result_of(*login);
}

std::vector<std::string> TokenSource::secrets(const Token& token) const {
    const std::lock_guard<std::mutex> lock{mutex_};
    std::vector<std::string> secrets = known_secrets();
    secrets.push_back(token.value);
    return secrets;
}

std::vector<std::string> TokenSource::known_secrets() const {
    std::vector<std::string> secrets{key_spellings_};
    secrets.insert(secrets.end(), last_tokens_.begin(), last_tokens_.end());
    return secrets;
}

TokenSource::TokenOrAnswer TokenSource::result_of(const Login& login) {
    if (const auto* error = std::get_if<std::exception_ptr>(&*login.outcome)) std::rethrow_exception(*error);
    if (const auto* answer = std::get_if<HttpResponse>(&*login.outcome)) return *answer;
    // Even a token that is due for renewal at once serves the calls that waited for it.
    return Token{std::get<AccessToken>(*login.outcome).value, login.number};
}

}  // namespace apivideo::detail
