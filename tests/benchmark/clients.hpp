// SPDX-License-Identifier: MIT
// The clients that are compared: ours, and what one would write by hand with the same HTTP libraries.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace apivideo::benchmark {

/// Reads one page and returns the plays on it. Has connections of its own, and is used by one thread.
using ReadPage = std::function<std::int64_t(std::int64_t number)>;

/// Makes what one thread reads pages with.
using MakeReader = std::function<ReadPage()>;

struct Service {
    std::string base_url;
    std::optional<std::string> ca_file;  ///< None: the system's authorities.
    bool logs_in;                        ///< Whether the first reader asks for a token when it is made.
};

/// libcurl's easy interface, nlohmann's tree, rows.
[[nodiscard]] MakeReader hand_written_curl(const Service& service);
/// cpprestsdk's client, its own JSON, rows. All readers share the client, as its pages recommend.
[[nodiscard]] MakeReader hand_written_cpprest(const Service& service);

/// The path and query of a page, as text made by hand.
[[nodiscard]] inline std::string page_target(std::int64_t number) {
    return "/analytics/videos/plays?from=2023-06-01&to=2023-06-10&dimension=videoId&currentPage=" +
           std::to_string(number) + "&pageSize=100";
}

/// The headers that the service wants, as text made by hand.
inline constexpr const char* token = "a-token";
inline constexpr const char* login_target = "/auth/api-key";
inline constexpr const char* login_body = R"({"apiKey":"the-api-key"})";
inline constexpr const char* user_agent = "by-hand/1.0";

struct Row {
    std::string value;
    std::int64_t plays;
};

/// Sets the size of cpprestsdk's thread pool; 0 leaves it at its 40. Only before cpprestsdk is used.
void set_pool_threads(std::size_t threads);

}  // namespace apivideo::benchmark
