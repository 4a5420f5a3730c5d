// SPDX-License-Identifier: MIT
// Builds a response from the lines and bytes that libcurl passes on; fails as soon as one is invalid.
#include "http/curl/response_reader.hpp"

#include "http/failures.hpp"
#include "http/response_checks.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace apivideo::detail::curl {
namespace {

using Failure = TransportFailure;

/// A Content-Length alone reserves no more memory than this.
constexpr std::uint64_t max_reserved_bytes = std::uint64_t{1} << 20;

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view version = "HTTP/1.";

/// `HTTP/1.1 200`, followed by nothing or a space.
bool is_status_line(std::string_view line) noexcept {
    constexpr std::size_t size = version.size() + 5;
    if (line.size() < size || !begins_with(line, version)) return false;
    const std::string_view rest = line.substr(version.size());
    return (rest[0] == '0' || rest[0] == '1') && rest[1] == ' ' && is_digit(rest[2]) && is_digit(rest[3]) &&
           is_digit(rest[4]) && (rest.size() == 5 || rest[5] == ' ');
}

}  // namespace

void ResponseReader::read_line(std::string_view line) {
    begun_ = true;
    head_bytes_ += line.size();
    if (head_bytes_ > max_head_bytes) throw transport_failure(Failure::too_large, url_, describe_large_head());
    if (expecting_ == Expecting::body) return;  // trailers are ignored
    if (line.size() < line_end.size() || line.substr(line.size() - line_end.size()) != line_end)
        throw transport_failure(Failure::protocol, url_, "the response has a header line without CRLF at its end");
    line.remove_suffix(line_end.size());
    if (expecting_ == Expecting::status_line)
        begin_head(line);
    else if (line.empty())
        end_head();
    else
        add_header(line);
}

void ResponseReader::begin_head(std::string_view status_line) {
    if (!is_status_line(status_line)) throw transport_failure(Failure::protocol, url_, reason::malformed_status_line);
    const std::string_view status = status_line.substr(version.size() + 2);
    response_.status = static_cast<int>(parse_number(status.substr(0, 3)).value_or(0));
    response_.reason = std::string{status.substr(std::min<std::size_t>(status.size(), 4))};
    response_.headers.clear();
    expecting_ = Expecting::header;
}

void ResponseReader::add_header(std::string_view line) {
    if (line.front() == ' ' || line.front() == '\t') return unfold(trimmed(line));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
        throw transport_failure(Failure::protocol, url_, reason::malformed_header);
    end_header();
    header_ = HttpHeader{std::string{line.substr(0, colon)}, std::string{trimmed(line.substr(colon + 1))}};
}

void ResponseReader::unfold(std::string_view more) {
    if (header_.name.empty()) throw transport_failure(Failure::protocol, url_, reason::malformed_header);
    if (!header_.value.empty() && !more.empty()) header_.value += ' ';
    header_.value += more;
}

void ResponseReader::end_header() {
    if (!header_.name.empty()) response_.headers.add(std::move(header_.name), std::move(header_.value));
    header_ = {};
}

void ResponseReader::end_head() {
    end_header();
    // No upgrade was requested, so 101 is not interim.
    const bool interim = response_.status >= 100 && response_.status < 200 && response_.status != 101;
    expecting_ = interim ? Expecting::status_line : Expecting::body;
    begun_ = !interim;
    if (interim) return;
    const std::optional<std::uint64_t> length = checked_body_length(url_, method_, response_);
    if (!length) return;
    if (*length > max_body_bytes_) throw body_too_large(url_, max_body_bytes_);
    response_.body.reserve(static_cast<std::size_t>(std::min(*length, max_reserved_bytes)));
}

void ResponseReader::read_body(std::string_view bytes) {
    if (bytes.size() > max_body_bytes_ - response_.body.size()) throw body_too_large(url_, max_body_bytes_);
    response_.body.append(bytes);
}

HttpResponse ResponseReader::finish() {
    if (!has_begun()) throw closed_before_response(url_, false);
    if (expecting_ != Expecting::body)
        throw transport_failure(Failure::truncated, url_,
                                "the connection was closed in the middle of the response headers");
    check_response(url_, method_, response_);
    return std::move(response_);
}

std::string describe_large_head() {
    return "the response headers exceed the limit of " + std::to_string(ResponseReader::max_head_bytes) + " bytes";
}

}  // namespace apivideo::detail::curl
