// SPDX-License-Identifier: MIT
// Builds a response from the lines and bytes that libcurl passes on; fails as soon as one is invalid.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo::detail::curl {

class ResponseReader {
  public:
    /// Of all heads of a response together: those of interim responses, its own, and trailers.
    static constexpr std::size_t max_head_bytes = std::size_t{256} * 1024;

    /// @p url and @p method must outlive it.
    ResponseReader(const Url& url, const std::string& method, std::size_t max_body_bytes)
        : url_{url}, method_{method}, max_body_bytes_{max_body_bytes} {}

    /// @param line including its CRLF; an empty one ends a head.
    /// @throws TransportException of failure protocol or too_large.
    void read_line(std::string_view line);
    /// @throws TransportException of failure too_large.
    void read_body(std::string_view bytes);

    /// Whether any line was received that is not of an interim response.
    [[nodiscard]] bool has_begun() const noexcept { return begun_; }
    /// To be called when the connection or the response has ended.
    /// @throws TransportException if the response is incomplete or invalid.
    [[nodiscard]] HttpResponse finish();

  private:
    enum class Expecting { status_line, header, body };

    void begin_head(std::string_view status_line);
    void add_header(std::string_view line);
    void unfold(std::string_view more);
    void end_header();
    void end_head();

    const Url& url_;
    const std::string& method_;
    const std::size_t max_body_bytes_;
    Expecting expecting_{Expecting::status_line};
    bool begun_{false};
    std::size_t head_bytes_{0};
    HttpHeader header_{};  ///< The last one, which a folded line may continue (RFC 9112, 5.2); without a name: none.
    HttpResponse response_{};
};

/// The message for heads over the limit.
[[nodiscard]] std::string describe_large_head();

}  // namespace apivideo::detail::curl
