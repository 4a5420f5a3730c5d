// SPDX-License-Identifier: MIT
// The fixture of the contract suite: a transport of the kind under test, and its failures as values.
#pragma once

#include <apivideo/errors.hpp>
#include <apivideo/http/http_transport.hpp>

#include "http/transport_kinds.hpp"
#include "support/gate.hpp"
#include "support/print_failure.hpp"
#include "support/raw_server.hpp"
#include "support/sanitizers.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>

namespace apivideo::tests {

using namespace std::chrono_literals;

/// What became of a call that has to fail.
struct FailedCall {
    TransportFailure failure{};
    std::string message{};
    std::chrono::milliseconds took{};
};

/// How late a call may end after its deadline or its cancellation.
constexpr std::chrono::milliseconds prompt = is_sanitized ? 1000ms : 250ms;

/// A deadline that only a call that hangs reaches.
inline CallContext within(std::chrono::milliseconds time = 10s) {
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + time;
    return context;
}

inline CallContext cancellable_by(const CancellationSource& source) {
    CallContext context = within();
    context.cancellation = source.token();
    return context;
}

inline HttpRequest get_of(const std::string& url) { return {"GET", url, {}, {}}; }
inline HttpRequest post_of(const std::string& url, const std::string& body) { return {"POST", url, {}, body}; }

inline std::string name_of_kind(const ::testing::TestParamInfo<TransportKind>& kind) { return kind.param.name; }

class TransportContract : public ::testing::TestWithParam<TransportKind> {
  protected:
    [[nodiscard]] std::shared_ptr<HttpTransport> make(const TransportOptions& options = {}) const {
        return GetParam().make(options);
    }

    HttpResponse send(const HttpRequest& request) { return transport->send(request, within()); }
    HttpResponse get(const std::string& url) { return send(get_of(url)); }

    /// @return a failure of no kind where the call succeeds, which fails the test too.
    FailedCall fail(const HttpRequest& request, const CallContext& context) {
        const auto begin = std::chrono::steady_clock::now();
        try {
            const HttpResponse response = transport->send(request, context);
            ADD_FAILURE() << "the call succeeded: " << response.status << ' ' << response.body.substr(0, 100);
            return {};
        } catch (const TransportException& e) {
            const auto took = std::chrono::steady_clock::now() - begin;
            return {e.failure(), e.what(), std::chrono::duration_cast<std::chrono::milliseconds>(took)};
        }
    }
    FailedCall fail(const std::string& url) { return fail(get_of(url), within()); }

    /// What a server sends unasked on an idle connection is not taken for the next answer.
    /// @param answered opens once the first answer has been read.
    static RawServer::Handler sending_more_than_asked_for(Gate& answered, Gate& written) {
        return [&](ServerConnection& connection) {
            while (const auto request = connection.read_request()) {
                if (!connection.write(http_answer(200, request->target))) return;
                if (request->target != "/first") continue;
                answered.wait();
                connection.write(http_answer(200, "unasked"));
                written.open();
            }
        };
    }
    void expect_nothing_unasked_taken(const std::string& url, Gate& answered, Gate& written) {
        EXPECT_EQ(get(url + "first").body, "/first");
        answered.open();
        EXPECT_TRUE(written.wait());
        std::this_thread::sleep_for(100ms);  // until it has come through whatever is in between
        EXPECT_EQ(get(url + "second").body, "/second");
        EXPECT_EQ(get(url + "third").body, "/third");
    }

    /// A call that ends while it prepares to connect opens no connection at all.
    static bool keeps_none(RawServer& server) {
        const std::size_t opened = server.connection_count();
        return opened == 0 || server.wait_for_ended_connections(opened);
    }

    /// Whether a call to another server works.
    void expect_usable() {
        RawServer server{always(http_answer(200, "still usable"))};
        EXPECT_EQ(get(server.url()).body, "still usable");
    }

    std::shared_ptr<HttpTransport> transport{make()};
};

}  // namespace apivideo::tests
