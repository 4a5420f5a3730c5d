// SPDX-License-Identifier: MIT
// A row of the hostile-server suite: what the server does, and what must come of it.
#pragma once

#include <apivideo/client_options.hpp>

#include "hostile/outcome.hpp"
#include "support/server_connection.hpp"

#include <chrono>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace apivideo {
class AnalyticsApi;
}

namespace apivideo::tests {

/// One request on the hostile server.
struct Turn {
    ServerConnection& connection;
    const ReceivedRequest& request;
    const std::string& other_origin;  ///< `http://127.0.0.1:port` of another server.
    std::size_t number;               ///< Of the requests that the server misbehaves at, from 0.
};

/// What the server does with a request. @return whether it reads another one on the connection.
using Act = std::function<bool(const Turn&)>;

/// A call on the whole library. @return what it gave, as text.
using Call = std::function<std::string(const AnalyticsApi&)>;

/// At which requests the server misbehaves; it answers the others well.
enum class Part { call = 1, login, every_request };

struct HostileCase {
    std::string name{};
    Act act{};
    Expected expected{};
    Part part{Part::call};
    /// What the caller allows: unless time is the point, more than any answer takes.
    std::chrono::milliseconds timeout{std::chrono::seconds{20}};
    Call call{one_page};
    Authentication authentication{Authentication::bearer};
    int max_attempts{3};
    bool tls{false};
    /// What the server does with a connection before anything is read from it, TLS included. @return whether it goes
    /// on.
    std::function<bool(ServerConnection&)> at_accept{};
};

inline std::ostream& operator<<(std::ostream& out, const HostileCase& row) { return out << row.name; }

/// A time to give up after, for servers that take too long.
constexpr std::chrono::milliseconds short_time{400};

/// @p row with a short time, at the end of which the call has to end.
[[nodiscard]] inline HostileCase in_short_time(HostileCase row) {
    row.timeout = short_time;
    return row;
}
[[nodiscard]] inline HostileCase at_login(HostileCase row) {
    row.part = Part::login;
    return row;
}
[[nodiscard]] inline HostileCase at_every_request(HostileCase row) {
    row.part = Part::every_request;
    return row;
}
[[nodiscard]] inline HostileCase over_tls(HostileCase row) {
    row.tls = true;
    return row;
}
[[nodiscard]] inline HostileCase with_basic(HostileCase row) {
    row.authentication = Authentication::basic;
    return row;
}

// The families, each in a file of its own.
[[nodiscard]] std::vector<HostileCase> authentication_cases();
[[nodiscard]] std::vector<HostileCase> compression_cases();
[[nodiscard]] std::vector<HostileCase> echo_cases();
[[nodiscard]] std::vector<HostileCase> framing_cases();
[[nodiscard]] std::vector<HostileCase> head_cases();
[[nodiscard]] std::vector<HostileCase> json_cases();
[[nodiscard]] std::vector<HostileCase> number_cases();
[[nodiscard]] std::vector<HostileCase> pagination_cases();
[[nodiscard]] std::vector<HostileCase> rate_limit_cases();
[[nodiscard]] std::vector<HostileCase> redirect_cases();
[[nodiscard]] std::vector<HostileCase> size_cases();
[[nodiscard]] std::vector<HostileCase> time_cases();
[[nodiscard]] std::vector<HostileCase> type_cases();
/// What no transport on cpprestsdk can hold within bounds; see docs/transports.md.
[[nodiscard]] std::vector<HostileCase> boundless_cases();

}  // namespace apivideo::tests
