// SPDX-License-Identifier: MIT
// One libcurl connection and its handles: configured once, used for one exchange after another.
#include "http/curl/session.hpp"

#include "call/call_context.hpp"
#include "http/curl/failure_mapping.hpp"
#include "http/failures.hpp"
#include "http/idle_socket.hpp"
#include "http/request_checks.hpp"
#include "http/response_checks.hpp"
#include "text/ascii.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace apivideo::detail::curl {
namespace {

void require(CURLcode code, const char* what) {
    if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc{};
    if (code != CURLE_OK) throw std::runtime_error{std::string{what} + ": " + curl_easy_strerror(code)};
}

void require(CURLMcode code) {
    if (code == CURLM_OUT_OF_MEMORY) throw std::bad_alloc{};
    if (code != CURLM_OK) throw std::runtime_error{std::string{"libcurl failed: "} + curl_multi_strerror(code)};
}

/// 0 if it has passed.
int milliseconds_until(std::chrono::steady_clock::time_point deadline) noexcept {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, INT_MAX));
}

/// An empty body is sent as Content-Length: 0 if the method usually has one.
bool has_body(const HttpRequest& request) noexcept {
    return !request.body.empty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
}

/// Before 8.0, if a head begins with a folded line, libcurl appends it to the last header of the exchange before, which
/// was freed. A new handle keeps the connection, which belongs to the multi handle.
bool uses_freed_headers() noexcept { return curl_version_info(CURLVERSION_NOW)->version_num < 0x080000; }

std::unique_ptr<ProxyAccess> proxy_access(const TransportOptions& options) {
    return options.proxy ? std::make_unique<ProxyAccess>(*options.proxy) : nullptr;
}

}  // namespace

Session::Session(const Url& url, const TransportOptions& options, const TlsSettings& tls,
                 const std::vector<std::string>& addresses)
    : origin_{url.scheme, url.host, url.port, "/"},
      origin_name_{url.origin()},
      options_{options},
      tls_{tls},
      proxy_{proxy_access(options)},
      addresses_{proxy_ ? proxy_->url() : origin_, addresses},
      multi_{make_multi_handle(url)} {
    require(curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, 1L));
    create_easy_handle();
    set(CURLOPT_RESOLVE, addresses_.list());
}

void Session::create_easy_handle() {
    easy_.reset(curl_easy_init());
    if (!easy_) throw std::bad_alloc{};
    configure();
    configure_proxy();
    if (origin_.scheme == "https" || (proxy_ && proxy_->speaks_tls())) configure_tls();
}

template <class Value>
void Session::set(CURLoption option, Value value) {
    static_assert(!std::is_same_v<Value, int>, "libcurl takes long");
    require((curl_easy_setopt)(easy_.get(), option, value), "libcurl refused an option");
}

void Session::configure() {
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, origin_.scheme.c_str());
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    // prepare() sets the rest of the URL: libcurl may change what it parses, and drops a query for want of memory.
    set(CURLOPT_URL, origin_name_.c_str());
    set(CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>(std::min<std::int64_t>(options_.connect_timeout.count(), INT_MAX)));
    set(CURLOPT_OPENSOCKETFUNCTION, &on_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_HEADERFUNCTION, &on_received<&ResponseReader::read_line>);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &on_received<&ResponseReader::read_body>);
    set(CURLOPT_WRITEDATA, this);
    // libcurl reports some reads only at their end, such as the body of a proxy's error response.
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &on_progress);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_ERRORBUFFER, error_text_.data());
}

/// Even without a proxy: by default libcurl uses one that the environment names.
void Session::configure_proxy() {
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_PROXY, proxy_ ? proxy_->text().c_str() : "");
    if (!proxy_) return;
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
    set(CURLOPT_PROXYHEADER, proxy_->headers());
}

void Session::configure_tls() {
    if (!begins_with(curl_version_info(CURLVERSION_NOW)->ssl_version, "OpenSSL/"))
        throw transport_failure(TransportFailure::tls, origin_, "libcurl was built without OpenSSL");
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSL_CTX_FUNCTION, &on_tls);
    set(CURLOPT_SSL_CTX_DATA, this);
    // on_tls() sets the authorities, what makes one of them a trust anchor, and the session to resume.
    for (const CURLoption options : {CURLOPT_SSL_OPTIONS, CURLOPT_PROXY_SSL_OPTIONS})
        set(options, static_cast<long>(CURLSSLOPT_NO_PARTIALCHAIN));
    set(CURLOPT_SSL_SESSIONID_CACHE, 0L);
    for (const CURLoption files : {CURLOPT_CAINFO, CURLOPT_CAPATH, CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAPATH})
        set(files, static_cast<const char*>(nullptr));
}

bool Session::serves(const Url& url) const noexcept {
    return url.port == origin_.port && url.host == origin_.host && url.scheme == origin_.scheme;
}

bool Session::is_quiet() const noexcept {
    // Without a socket the connection is gone, and what TLS held of it.
    return detail::is_quiet(socket_) && !report_.has_unread() && !proxy_report_.has_unread();
}

HttpResponse Session::exchange(const HttpRequest& request, const Url& url, const CallContext& context) {
    if (used_ && uses_freed_headers()) create_easy_handle();
    used_ = true;
    ResponseReader reader{url, request.method, options_.max_body_bytes};
    reader_ = &reader;
    prepare(request, url);
    const CURLcode code = run(context);
    reader_ = nullptr;
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
    if (code != CURLE_OK) throw failure(code, url, reader);
    HttpResponse response = reader.finish();
    if (url.scheme == "https" && !report_.close_notified && is_delimited_by_close(request.method, response))
        throw transport_failure(TransportFailure::truncated, url, reason::truncated);
    check_not_from_proxy(url, response, proxy_ && proxy_->speaks_http());
    return response;
}

void Session::prepare(const HttpRequest& request, const Url& url) {
    report_.reset();
    proxy_report_.reset();
    tls_begun_ = false;
    const bool with_body = has_body(request);
    const bool asks_proxy = proxy_ && proxy_->speaks_http() && origin_.scheme == "http";
    set(CURLOPT_REQUEST_TARGET,
        asks_proxy ? (url.origin_without_default_port() + url.target).c_str() : url.target.c_str());
    set(CURLOPT_HTTPHEADER, lines_.fill(request, with_body));
    // libcurl sends any method again if a reused connection fails, so methods that are not safe get a new one.
    set(CURLOPT_FRESH_CONNECT, is_safe_method(request.method) ? 0L : 1L);
    set_method(request, with_body);
}

void Session::set_method(const HttpRequest& request, bool with_body) {
    const char* usual = with_body ? "POST" : "GET";
    set(CURLOPT_NOBODY, 0L);  // a HEAD before has set it
    if (with_body) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.data());
    } else if (request.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
        usual = "HEAD";
    } else {
        set(CURLOPT_HTTPGET, 1L);
    }
    set(CURLOPT_CUSTOMREQUEST, request.method == usual ? nullptr : request.method.c_str());
}

CURLcode Session::run(const CallContext& context) {
    CURLM* const multi = multi_.get();
    context_ = &context;
    require(curl_multi_add_handle(multi, easy_.get()));
    const auto remove = [multi](CURL* easy) { curl_multi_remove_handle(multi, easy); };
    // Removing the handle before the end closes the connection.
    const std::unique_ptr<CURL, decltype(remove)> added{easy_.get(), remove};
    const CancellationRegistration registration = context.cancellation.on_cancel([multi] { curl_multi_wakeup(multi); });
    while (true) {
        int running = 0;
        require(curl_multi_perform(multi, &running));
        if (running == 0) break;
        check_still_wanted(context, std::chrono::steady_clock::now(), origin_name_);
        require(curl_multi_poll(multi, nullptr, 0, milliseconds_until(next_look(context.deadline)), nullptr));
    }
    socket_ = info<curl_socket_t>(CURLINFO_ACTIVESOCKET);
    fail_soon_if_forgotten(socket_);
    int left = 0;
    const CURLMsg* const message = curl_multi_info_read(multi, &left);
    if (!message || message->msg != CURLMSG_DONE)
        throw std::runtime_error{"libcurl does not report how the exchange ended"};
    return message->data.result;
}

/// libcurl 7.88 gives up a silent address on time, but tries the next one only once something else wakes it.
std::chrono::steady_clock::time_point Session::next_look(std::chrono::steady_clock::time_point deadline) const {
    if (!addresses_.has_several() || info<curl_off_t>(CURLINFO_CONNECT_TIME_T) > 0) return deadline;
    constexpr int looks_while_connecting = 40;
    const auto pause = std::max(options_.connect_timeout / looks_while_connecting, std::chrono::milliseconds{1});
    return std::min(deadline, std::chrono::steady_clock::now() + pause);
}

TransportException Session::failure(CURLcode code, const Url& url, const ResponseReader& reader) const {
    // libcurl does not know the deadline of the call.
    if (code == CURLE_OPERATION_TIMEDOUT) return not_connected_within(url, options_.connect_timeout, proxy_ != nullptr);
    const bool within_proxy_tls =
        proxy_tls_begun_ && !tls_begun_ && (proxy_report_.verify_error != 0 || proxy_report_.failed_within_handshake());
    FailureContext context =
        within_proxy_tls ? FailureContext{proxy_->url(), proxy_report_} : FailureContext{url, report_};
    context.error_text = error_text_.data();
    context.tunnel_status = info<long>(CURLINFO_HTTP_CONNECTCODE);
    context.has_proxy = proxy_ != nullptr;
    context.opens_tunnel =
        context.has_proxy && origin_.scheme == "https" && !tls_begun_ && info<long>(CURLINFO_NUM_CONNECTS) > 0;
    context.response_received = info<curl_off_t>(CURLINFO_STARTTRANSFER_TIME_T) > 0;
    context.response_begun = reader.has_begun();
    return to_transport_exception(code, context);
}

template <class Value>
Value Session::info(CURLINFO what) const noexcept {
    Value value = 0;
    (curl_easy_getinfo)(easy_.get(), what, &value);
    return value;
}

template <class Function>
bool Session::succeeds(const Function& function) noexcept {
    try {
        function();
        return true;
    } catch (...) {
        error_ = std::current_exception();
        return false;
    }
}

template <void (ResponseReader::*read)(std::string_view)>
std::size_t Session::on_received(char* data, std::size_t size, std::size_t count, void* session) noexcept {
    auto& self = *static_cast<Session*>(session);
    const std::string_view bytes{data, size * count};
    return self.succeeds([&] { (self.reader_->*read)(bytes); }) ? bytes.size() : CURL_WRITEFUNC_ERROR;
}

/// The head of the proxy's response to CONNECT does not pass through the reader.
void Session::check_tunnel_head() const {
    const bool opens_tunnel = proxy_ && origin_.scheme == "https" && !tls_begun_;
    if (opens_tunnel && info<long>(CURLINFO_HEADER_SIZE) > static_cast<long>(ResponseReader::max_head_bytes))
        throw transport_failure(TransportFailure::too_large, origin_, describe_large_head());
}

int Session::on_progress(void* session, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
    auto& self = *static_cast<Session*>(session);
    const auto now = std::chrono::steady_clock::now();
    const bool wanted = self.succeeds([&] {
        check_still_wanted(*self.context_, now, self.origin_name_);
        self.check_tunnel_head();
    });
    return wanted ? 0 : 1;
}

curl_socket_t Session::on_socket(void* session, curlsocktype, curl_sockaddr* address) noexcept {
    auto& self = *static_cast<Session*>(session);
    self.proxy_tls_begun_ = false;
    // Child processes of the application must not inherit connections and keep them open.
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// On one connection libcurl first makes the context of the TLS to the proxy, if there is one.
CURLcode Session::on_tls(CURL*, void* context, void* session) noexcept {
    auto& self = *static_cast<Session*>(session);
    const bool to_proxy = self.proxy_ && self.proxy_->speaks_tls() && !self.proxy_tls_begun_;
    (to_proxy ? self.proxy_tls_begun_ : self.tls_begun_) = true;
    const bool applied = self.succeeds([&] {
        self.tls_.apply(*static_cast<SSL_CTX*>(context), to_proxy ? self.proxy_->url() : self.origin_,
                        to_proxy ? self.proxy_report_ : self.report_);
    });
    return applied ? CURLE_OK : CURLE_ABORTED_BY_CALLBACK;
}

}  // namespace apivideo::detail::curl
