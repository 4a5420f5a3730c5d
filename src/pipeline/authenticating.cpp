// SPDX-License-Identifier: MIT
// Adds the API key to requests, or a token that it is exchanged for.
#include "pipeline/wrappers.hpp"

#include "http/url.hpp"
#include "pipeline/redaction.hpp"
#include "pipeline/token_source.hpp"
#include "text/ascii.hpp"
#include "text/base64.hpp"

#include <stdexcept>
#include <utility>
#include <variant>

namespace apivideo::detail {
namespace {

/// Tells which requests may carry credentials.
class Origin {
  public:
    explicit Origin(const std::string& base_url) : base_url_{base_url}, origin_{parse_url(base_url).origin()} {}

    [[nodiscard]] bool includes(const std::string& url) const {
        // The quick way, for the library's own requests.
        if (begins_with(url, base_url_) && (url[base_url_.size()] == '/' || url[base_url_.size()] == '?')) return true;
        try {
            return parse_url(url).origin() == origin_;
        } catch (const std::invalid_argument&) {  // the transport refuses it
            return false;
        }
    }

  private:
    std::string base_url_;
    std::string origin_;
};

/// @param redactor returns the redactor of what the answer must not repeat.
template <class MakeRedactor>
HttpResponse send_authorized(HttpTransport& transport, const HttpRequest& request, const CallContext& context,
                             std::string authorization, const MakeRedactor& redactor) {
    HttpRequest authorized = request;
    authorized.headers.set("Authorization", std::move(authorization));
    HttpResponse response = transport.send(authorized, context);
    const bool may_be_quoted_by_exceptions = response.status != 200;
    if (may_be_quoted_by_exceptions) redactor().redact(response);
    return response;
}

class BasicAuthenticating final : public HttpTransport {
  public:
    BasicAuthenticating(std::shared_ptr<HttpTransport> inner, const std::string& base_url, const std::string& api_key)
        : inner_{std::move(inner)},
          origin_{base_url},
          authorization_{basic_authorization(api_key, "")},
          redactor_{spellings_of_key(api_key)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (!origin_.includes(request.url)) return inner_->send(request, context);
        return send_authorized(*inner_, request, context, authorization_,
                               [this]() -> const Redactor& { return redactor_; });
    }

  private:
    const std::shared_ptr<HttpTransport> inner_;
    const Origin origin_;
    const std::string authorization_;
    const Redactor redactor_;
};

class BearerAuthenticating final : public HttpTransport {
  public:
    BearerAuthenticating(std::shared_ptr<HttpTransport> inner, const std::string& base_url, std::string api_key,
                         Clock clock)
        : inner_{std::move(inner)},
          origin_{base_url},
          tokens_{inner_, base_url, std::move(api_key), std::move(clock)} {}

    HttpResponse send(const HttpRequest& request, const CallContext& context) override {
        if (!origin_.includes(request.url)) return inner_->send(request, context);
        const TokenSource::TokenOrAnswer first = tokens_.token(context);
        HttpResponse response = send_with(first, request, context);
        const auto* token = std::get_if<TokenSource::Token>(&first);
        if (!token || response.status != 401) return response;
        return send_with(tokens_.token(context, token->login), request, context);
    }

  private:
    /// The answer of a login that gave no token is the answer to the call.
    HttpResponse send_with(const TokenSource::TokenOrAnswer& login, const HttpRequest& request,
                           const CallContext& context) {
        if (const auto* answer = std::get_if<HttpResponse>(&login)) return *answer;
        const auto& token = std::get<TokenSource::Token>(login);
        return send_authorized(*inner_, request, context, "Bearer " + token.value,
                               [&] { return Redactor{tokens_.secrets(token)}; });
    }

    const std::shared_ptr<HttpTransport> inner_;
    const Origin origin_;
    TokenSource tokens_;
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
