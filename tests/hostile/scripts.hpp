// SPDX-License-Identifier: MIT
// What hostile servers do, in words that tables are made of.
#pragma once

#include "hostile/hostile_case.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>

namespace apivideo::tests {

inline const std::string good_body{
    R"({"data":[{"value":"france","plays":7}],"pagination":{"currentPage":1,"pagesTotal":1}})"};

/// `HTTP/1.1 200 OK`, these header lines and the empty line.
[[nodiscard]] std::string ok_head(const std::string& headers = {});
/// The head of an answer in chunks.
inline const std::string chunked_head{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"};
[[nodiscard]] std::string chunk(const std::string& bytes);
inline const std::string last_chunk{"0\r\n\r\n"};
/// `Content-Length: ` the size of the good body plus @p more.
[[nodiscard]] std::string length_of_good_body(int more = 0);

/// Text that is made when it is needed: what is large should not be there in every test.
class Text {
  public:
    Text(const char* text) : make_{[text] { return std::string{text}; }} {}
    Text(std::string text) : make_{[text = std::move(text)] { return text; }} {}
    template <class Make, class = std::enable_if_t<std::is_invocable_r_v<std::string, Make>>>
    Text(Make make) : make_{std::move(make)} {}

    [[nodiscard]] std::string made() const { return make_(); }

  private:
    std::function<std::string()> make_;
};

/// Answers, and goes on to the next request.
[[nodiscard]] Act answers(Text bytes);
/// Answers with a right head and @p body.
[[nodiscard]] Act answers_body(Text body);
[[nodiscard]] Act answers_status(int status, const std::string& headers = {}, Text body = "");
/// Answers with a right head and a body of @p size bytes: @p begin, then @p fill, then @p end. What is sent is not
/// held, so that the memory that a row takes is the client's.
[[nodiscard]] Act answers_filled(int status, std::size_t size, const std::string& begin, char fill,
                                 const std::string& end = {});
[[nodiscard]] Act closes_after(Text bytes);
[[nodiscard]] Act resets_after(const std::string& bytes);
/// Says @p bytes and then nothing more.
[[nodiscard]] Act stalls_after(const std::string& bytes);
/// Says @p before at once and @p slow byte by byte.
[[nodiscard]] Act drips(const std::string& before, const std::string& slow);
/// Says @p head, then @p block again and again until @p total bytes, then @p end, and closes.
[[nodiscard]] Act floods(const std::string& head, const std::string& block, std::size_t total,
                         const std::string& end = {});

constexpr std::size_t megabyte = 1'000'000;

}  // namespace apivideo::tests
