// SPDX-License-Identifier: MIT
// What the program was asked to do, checked and typed.
#pragma once

#include <apivideo/apivideo.hpp>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

namespace analytics_report {

/// The program cannot do what it was asked to; nothing was sent.
class Refused : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The options as they stand on the command line.
struct CommandLine {
    std::string kind{"videos"};
    std::optional<std::string> from{};
    std::optional<std::string> to{};
    std::optional<std::string> dimension{};
    std::optional<std::string> filter{};
    std::optional<std::string> page{};
    std::optional<std::string> page_size{};
    bool all{false};
    std::optional<std::string> concurrency{};
    std::optional<std::string> format{};
    std::optional<std::string> output{};
    std::optional<std::string> base_url{};
    std::optional<std::string> authentication{};
    std::optional<std::string> transport{};
    std::optional<std::string> timeout{};
    bool verbose{false};
};

enum class Format { table = 1, csv, json, html };

enum class TransportKind { built_in = 1, cpprest, curl };

using Request = std::variant<apivideo::VideosPlaysRequest, apivideo::LiveStreamsPlaysRequest>;

struct Options {
    Request request{};
    bool all{false};     ///< Every page from the request's on, not that one alone.
    int concurrency{1};  ///< How many pages at once.
    Format format{Format::table};
    std::optional<std::string> output{};
    std::string base_url{apivideo::production_url};
    apivideo::Authentication authentication{apivideo::Authentication::bearer};
    TransportKind transport{TransportKind::built_in};
    std::optional<std::chrono::milliseconds> timeout{};
    bool verbose{false};
};

/// @param today the day that the last seven days end before, where the command line names none.
/// @throws Refused where an option cannot be understood.
[[nodiscard]] Options interpret(const CommandLine& line, date::sys_days today);

}  // namespace analytics_report
