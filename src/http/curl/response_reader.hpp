// SPDX-License-Identifier: MIT
// An answer put together from the lines and bytes that libcurl hands over, and refused as soon as it goes wrong.
#pragma once

#include <apivideo/http/http_transport.hpp>

#include "http/url.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace apivideo::detail::curl {

class ResponseReader {
  public:
    /// The most bytes that all heads of an answer together may have: those of interim answers, of the answer itself,
    /// and trailers.
    static constexpr std::size_t max_head_bytes = std::size_t{256} * 1024;

    /// Refers to @p url and @p method as long as it lives.
    ResponseReader(const Url& url, const std::string& method, std::size_t max_body_bytes)
        : url_{url}, method_{method}, max_body_bytes_{max_body_bytes} {}

    /// @param line with its end; the line after the last one of a head is empty.
    /// @throws TransportException of failure protocol or too_large.
    void take_line(std::string_view line);
    /// @throws TransportException of failure too_large.
    void take_body(std::string_view bytes);

    /// Whether anything has come of the answer; interim answers are none.
    [[nodiscard]] bool has_begun() const noexcept { return begun_; }
    /// The answer, once nothing more comes.
    /// @throws TransportException where that is not all of it.
    [[nodiscard]] HttpResponse finish();

  private:
    enum class Expecting { status_line, header, body };

    void begin_head(std::string_view status_line);
    void add_header(std::string_view line);
    void end_head();

    const Url& url_;
    const std::string& method_;
    const std::size_t max_body_bytes_;
    Expecting expecting_{Expecting::status_line};
    bool begun_{false};
    std::size_t head_bytes_{0};
    HttpResponse response_{};
};

/// Why a head was refused that is larger than any limit.
[[nodiscard]] std::string describe_large_head();

}  // namespace apivideo::detail::curl
