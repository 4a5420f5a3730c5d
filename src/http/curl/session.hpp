// SPDX-License-Identifier: MIT
// One libcurl connection and its handles: configured once, used for one exchange after another.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>
#include <apivideo/http/transport_options.hpp>

#include "http/curl/address_lines.hpp"
#include "http/curl/multi_handle.hpp"
#include "http/curl/proxy_access.hpp"
#include "http/curl/request_lines.hpp"
#include "http/curl/response_reader.hpp"
#include "http/tls/tls_settings.hpp"
#include "http/url.hpp"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace apivideo::detail::curl {

/// The options and settings of its transport must outlive it. To be destroyed after a failed exchange: the state of the
/// connection is known only after a response.
class Session {
  public:
    /// Does not connect yet.
    /// @param url any URL of the origin that all exchanges are with.
    /// @param addresses to try in turn: of the proxy if there is one, else of the origin.
    Session(const Url& url, const TransportOptions& options, const TlsSettings& tls,
            const std::vector<std::string>& addresses);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() = default;

    [[nodiscard]] bool serves(const Url& url) const noexcept;
    /// Whether the connection is open, and neither data nor its end has arrived since the last exchange; nor did more
    /// than its response.
    [[nodiscard]] bool is_quiet() const noexcept;

    /// Sends @p request, which was checked, and waits for the response.
    /// @throws TransportException, std::bad_alloc, or std::runtime_error if libcurl fails unexpectedly.
    [[nodiscard]] HttpResponse exchange(const HttpRequest& request, const Url& url, const CallContext& context);

  private:
    void create_easy_handle();
    void configure();
    void configure_tls();
    void configure_proxy();
    void prepare(const HttpRequest& request, const Url& url);
    void check_tunnel_head() const;
    void set_method(const HttpRequest& request, bool with_body);
    [[nodiscard]] std::chrono::steady_clock::time_point next_look(std::chrono::steady_clock::time_point deadline) const;
    [[nodiscard]] CURLcode run(const CallContext& context);
    [[nodiscard]] TransportException failure(CURLcode code, const Url& url, const ResponseReader& reader) const;
    template <class Function>
    bool succeeds(const Function& function) noexcept;
    template <class Value>
    void set(CURLoption option, Value value);
    template <class Value>
    [[nodiscard]] Value info(CURLINFO what) const noexcept;

    template <void (ResponseReader::*read)(std::string_view)>
    static std::size_t on_received(char* data, std::size_t size, std::size_t count, void* session) noexcept;
    static int on_progress(void* session, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept;
    static curl_socket_t on_socket(void* session, curlsocktype purpose, curl_sockaddr* address) noexcept;
    static CURLcode on_tls(CURL* easy, void* context, void* session) noexcept;

    const Url origin_;
    const std::string origin_name_;
    const TransportOptions& options_;
    const TlsSettings& tls_;
    const std::unique_ptr<ProxyAccess> proxy_;  ///< Null without a proxy.
    AddressLines addresses_;
    TlsReport report_{};
    TlsReport proxy_report_{};  ///< Of the TLS to the proxy itself.
    RequestLines lines_{};
    std::array<char, CURL_ERROR_SIZE> error_text_{};

    // Of the running exchange.
    ResponseReader* reader_{nullptr};
    std::exception_ptr error_{};  ///< What a callback threw: exceptions must not pass through libcurl.
    const CallContext* context_{nullptr};
    bool proxy_tls_begun_{false};
    bool tls_begun_{false};
    bool used_{false};

    curl_socket_t socket_{CURL_SOCKET_BAD};  ///< Of the last exchange, if it was left open.

    // The multi handle owns the connection and must be destroyed first.
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy_{nullptr, &curl_easy_cleanup};
    MultiHandle multi_;
};

}  // namespace apivideo::detail::curl
