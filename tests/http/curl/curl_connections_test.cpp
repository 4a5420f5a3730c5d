// SPDX-License-Identifier: MIT
// How the transport on libcurl opens connections: which address, how long it tries, what it leaves open.
#include <apivideo/http/curl_transport.hpp>

#include "http/transport_contract.hpp"
#include "support/fake_resolver.hpp"
#include "support/full_backlog.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
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
    void connect_within(std::chrono::milliseconds time) {
        TransportOptions options;
        options.connect_timeout = time;
        transport = make_curl_transport(options);
    }
    std::string get(const std::string& url) { return transport->send(get_of(url), within()).body; }
    static std::string url_of(const RawServer& server, const std::string& host = FakeName::name()) {
        return "http://" + host + ':' + std::to_string(server.port()) + '/';
    }

    std::shared_ptr<HttpTransport> transport{make_curl_transport()};
    RawServer server{always(http_answer(200, "x"))};
};

TEST_F(CurlConnections, give_up_a_silent_address_for_the_next_one) {
    const FullBacklog silent{"127.0.0.2", server.port()};
    const FakeName name{{"127.0.0.2", "127.0.0.1"}};
    connect_within(1000ms);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(get(url_of(server)), "x");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1000ms + prompt);
}

TEST_F(CurlConnections, give_up_an_address_that_refuses_for_the_next_one) {
    for (const char* refusing : {"::1", "127.0.0.3"}) {
        const FakeName name{{refusing, "127.0.0.1"}};
        transport = make_curl_transport();
        EXPECT_EQ(get(url_of(server)), "x") << refusing;
    }
}

TEST_F(CurlConnections, say_how_long_they_tried) {
    const FullBacklog silent;
    connect_within(50ms);
    try {
        ADD_FAILURE() << get(silent.url());
    } catch (const TransportException& e) {
        EXPECT_EQ(e.failure(), TransportFailure::connect);
        EXPECT_NE(std::string{e.what()}.find("could not connect within 50 ms"), std::string::npos) << e.what();
    }
}

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

/// What @p child does in a child process, as its exit status.
template <class Child>
int status_of(const Child& child) {
    const pid_t id = ::fork();
    if (id == 0) {
        ::alarm(10);
        ::_exit(child());
    }
    int status = 0;
    ::waitpid(id, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

TEST_F(CurlConnections, of_the_parent_are_not_used_in_a_child_process) {
    get(server.url());
    EXPECT_EQ(status_of([&] {
                  try {
                      get(server.url());
                      return 1;
                  } catch (const TransportException& e) {
                      const bool told = std::string{e.what()}.find("made before fork()") != std::string::npos;
                      return e.failure() == TransportFailure::other && told ? 0 : 2;
                  }
              }),
              0);
    get(server.url());
    EXPECT_EQ(server.connection_count(), 1U) << "the parent's connection is none the worse";
}

TEST_F(CurlConnections, of_the_parent_outlive_the_transport_of_a_child_process) {
    get(server.url());
    EXPECT_EQ(status_of([&] {
                  transport.reset();
                  return 0;
              }),
              0);
    get(server.url());
    EXPECT_EQ(server.connection_count(), 1U);
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
