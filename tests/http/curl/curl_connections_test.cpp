// SPDX-License-Identifier: MIT
// What connections of the transport on libcurl take: lookups, descriptors.
#include <apivideo/http/curl_transport.hpp>

#include "http/transport_contract.hpp"
#include "support/fake_resolver.hpp"

#include <fcntl.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace apivideo::tests {
namespace {

class CurlConnections : public ::testing::Test {
  protected:
    std::string get(const std::string& url) { return transport->send(get_of(url), within()).body; }
    static std::string url_of(const RawServer& server, const std::string& host = FakeName::name()) {
        return "http://" + host + ':' + std::to_string(server.port()) + '/';
    }

    std::shared_ptr<HttpTransport> transport{make_curl_transport()};
    RawServer server{always(http_answer(200, "x"))};
};

TEST_F(CurlConnections, to_one_name_need_one_lookup) {
    const FakeName name{{"127.0.0.1"}};
    std::vector<std::thread> callers;
    for (int i = 0; i < 8; ++i) callers.emplace_back([&] { EXPECT_EQ(get(url_of(server)), "x"); });
    for (std::thread& caller : callers) caller.join();
    EXPECT_EQ(name.look_ups(), 1);
}

TEST_F(CurlConnections, open_to_rooted_names) {
    const FakeName name{{"127.0.0.1"}};
    EXPECT_EQ(get(url_of(server, FakeName::name() + '.')), "x");
    EXPECT_EQ(name.look_ups(), 1) << "libcurl looked the name up again";
}

TEST_F(CurlConnections, that_the_server_closed_are_closed_when_another_server_is_called) {
    RawServer closing{once(http_answer(200, "x"))};
    get(closing.url());
    EXPECT_TRUE(closing.wait_for_ended_connections(1));
    get(server.url());
    const auto count = [] {
        const std::filesystem::directory_iterator all{"/proc/self/fd"};
        return std::distance(begin(all), end(all));
    };
    const auto before = count();
    {
        RawServer another{once(http_answer(200, "x"))};
        get(another.url());
        EXPECT_TRUE(another.wait_for_ended_connections(1));
    }
    get(server.url());
    EXPECT_EQ(count(), before);
}

TEST_F(CurlConnections, that_are_idle_lend_a_post_neither_their_addresses_nor_their_handles) {
    RawServer waiting{answering([&](const ReceivedRequest& request) {
        return request.method == "POST" && !waiting.wait_for_ended_connections(1) ? "" : http_answer(200, "x");
    })};
    get(waiting.url());
    EXPECT_EQ(transport->send(post_of(waiting.url(), "body"), within()).body, "x");
    EXPECT_EQ(waiting.connection_count(), 2U);
}

/// The descriptors that a program would inherit, by what they are open on.
std::vector<std::string> inherited_descriptors() {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc/self/fd"}) {
        const int descriptor = std::stoi(entry.path().filename().string());
        const int flags = ::fcntl(descriptor, F_GETFD);
        std::error_code gone;
        if (flags >= 0 && (flags & FD_CLOEXEC) == 0)
            all.push_back(std::filesystem::read_symlink(entry.path(), gone).string());
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST_F(CurlConnections, are_not_inherited_by_programs_nor_is_what_belongs_to_them) {
    const std::vector<std::string> before = inherited_descriptors();
    std::vector<std::thread> callers;
    for (int i = 0; i < 8; ++i) callers.emplace_back([&] { EXPECT_EQ(get(server.url()), "x"); });
    for (std::thread& caller : callers) caller.join();
    EXPECT_EQ(inherited_descriptors(), before);
}

}  // namespace
}  // namespace apivideo::tests
