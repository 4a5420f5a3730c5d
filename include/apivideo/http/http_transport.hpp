// SPDX-License-Identifier: MIT
/// @file
/// @brief The seam: how requests leave the library, whatever sends them.
#pragma once

#include <apivideo/cancellation.hpp>
#include <apivideo/detail/equality.hpp>
#include <apivideo/export.hpp>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace apivideo {

/// One header line.
struct HttpHeader {
    std::string name{};   ///< As sent or received; compared without regard to case.
    std::string value{};  ///< Without the white space around it.

    friend auto members(const HttpHeader& self) { return std::tie(self.name, self.value); }
};

/// The headers of a request or response: a list that keeps order and repeats, with case-insensitive lookup.
///
/// A transport adds headers as its HTTP library delivers them; cpprestsdk sorts them and joins repeats with ", ".
class APIVIDEO_EXPORT HttpHeaders {
  public:
    using const_iterator = std::vector<HttpHeader>::const_iterator;  ///< Over HttpHeader, in order.

    /// No headers.
    HttpHeaders() = default;
    /// These headers, in this order.
    HttpHeaders(std::initializer_list<HttpHeader> headers);

    /// Appends a header, whether or not there is one of that name.
    void add(std::string name, std::string value);
    /// Removes all headers of that name, then appends this one.
    void set(std::string name, std::string value);
    /// Removes all headers of that name. @return how many there were.
    std::size_t remove(std::string_view name);
    /// Removes all.
    void clear() noexcept { headers_.clear(); }

    /// The value of the first header of that name.
    [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
    /// The same without a copy, valid until the headers change; nullptr if there is none.
    [[nodiscard]] const std::string* find(std::string_view name) const noexcept;
    /// The values of all headers of that name, in order.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

    [[nodiscard]] std::size_t size() const noexcept { return headers_.size(); }       ///< How many lines.
    [[nodiscard]] bool empty() const noexcept { return headers_.empty(); }            ///< Whether there is none.
    [[nodiscard]] const_iterator begin() const noexcept { return headers_.begin(); }  ///< The first line.
    [[nodiscard]] const_iterator end() const noexcept { return headers_.end(); }      ///< Past the last line.

    friend auto members(const HttpHeaders& self) { return std::tie(self.headers_); }

  private:
    std::vector<HttpHeader> headers_;
};

/// A request to send.
struct HttpRequest {
    std::string method{"GET"};  ///< `GET` or `POST` in this library; any HTTP token is sent.
    std::string url{};          ///< Absolute: `https://host[:port]/path?query`, percent-encoded.
    /// Without those that are the transport's own, which it refuses as TransportFailure::invalid_request: `Host`,
    /// `Connection`, `Content-Length`, `Transfer-Encoding`, `TE`, `Trailer`, `Accept-Encoding`, `Expect`, `Upgrade`,
    /// and any that begin with `Proxy-`.
    HttpHeaders headers{};
    std::string body{};  ///< Sent as it is. The transport on libcurl refuses one with `HEAD`.

    friend auto members(const HttpRequest& self) { return std::tie(self.method, self.url, self.headers, self.body); }
};

/// An answer, of any status.
struct HttpResponse {
    int status{0};          ///< 200 to 599.
    std::string reason{};   ///< The status line's text; may be empty.
    HttpHeaders headers{};  ///< As delivered.
    std::string body{};     ///< The raw bytes.

    friend auto members(const HttpResponse& self) {
        return std::tie(self.status, self.reason, self.headers, self.body);
    }
};

/// What goes with a request besides its bytes.
struct CallContext {
    /// When the call must have ended, in total. `max()`: never.
    std::chrono::steady_clock::time_point deadline{(std::chrono::steady_clock::time_point::max)()};
    /// Ends the call when cancelled.
    CancellationToken cancellation{};
    /// 1 for the first attempt of a call, 2 for the first repetition, and so on.
    int attempt{1};
};

/// Sends requests: the one interface of this library. Implement it to send through something else, or wrap another
/// transport to see or change what passes.
///
/// Rules for a transport that opens sockets: any HTTP status is a result; where there is no complete answer it throws a
/// TransportException that says why, and nothing else but `std::bad_alloc`; redirects are not followed; the deadline is
/// total, and it and a cancellation end the call promptly; the body is raw and its size limited. What a transport of
/// your own throws beyond that reaches the caller unchanged.
class APIVIDEO_EXPORT HttpTransport {
  public:
    virtual ~HttpTransport();

    /// Sends @p request and waits for the answer. Must be safe to call from many threads at once.
    /// @param request what to send.
    /// @param context deadline, cancellation and attempt number of the call.
    /// @return the answer, whatever its status.
    /// @throws TransportException where there is no complete answer.
    virtual HttpResponse send(const HttpRequest& request, const CallContext& context) = 0;

  protected:
    HttpTransport() = default;
    HttpTransport(const HttpTransport&) = default;             ///< For derived classes.
    HttpTransport& operator=(const HttpTransport&) = default;  ///< For derived classes.
};

}  // namespace apivideo
