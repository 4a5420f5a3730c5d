// SPDX-License-Identifier: MIT
// Tests of the demo_server program: what it prints, how it ends.
#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// The program, run with its standard output and standard error on pipes; ended by force if a test forgets.
class Program {
  public:
    explicit Program(std::vector<std::string> arguments) {
        int out[2];
        int err[2];
        if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
        arguments.insert(arguments.begin(), APIVIDEO_DEMO_SERVER_PROGRAM);
        std::vector<char*> pointers;
        for (std::string& argument : arguments) pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        const int failed = ::posix_spawn(&process_, pointers[0], &actions, nullptr, pointers.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(out[1]);
        ::close(err[1]);
        out_ = out[0];
        err_ = err[0];
        if (failed != 0) throw std::runtime_error{"the program cannot be started"};
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        if (process_ > 0) (void)end(SIGKILL);
        ::close(out_);
        ::close(err_);
    }

    std::string first_line() { return line(out_); }
    std::string output_text() { return all_lines(out_); }
    std::string error_text() { return all_lines(err_); }
    /// The exit status, or minus the signal that ended it.
    int end(int signal) {
        ::kill(process_, signal);
        return wait();
    }
    int wait() {
        int status = 0;
        ::waitpid(process_, &status, 0);
        process_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

  private:
    std::string all_lines(int pipe) {
        std::string text;
        for (std::string next = line(pipe); !next.empty(); next = line(pipe)) text += next;
        return text;
    }
    /// Up to the end of the line or of the output. A program that is silent for too long is ended.
    std::string line(int pipe) {
        std::string text;
        char c = 0;
        while (text.empty() || text.back() != '\n') {
            pollfd waiting{pipe, POLLIN, 0};
            if (::poll(&waiting, 1, 20'000) == 0) ::kill(process_, SIGKILL);
            if (::read(pipe, &c, 1) != 1) break;
            text += c;
        }
        return text;
    }

    pid_t process_{-1};
    int out_{-1};
    int err_{-1};
};

std::string address_of(Program& program) {
    std::string line = program.first_line();
    if (!line.empty()) line.pop_back();
    return line;
}

TEST(DemoServerProgram, serves_at_the_address_on_its_first_line) {
    Program program{{}};
    const std::string address = address_of(program);
    ASSERT_EQ(address.rfind("http://127.0.0.1:", 0), 0u) << address;
    httplib::Client client{address};
    const httplib::Result result = client.Post("/auth/api-key", R"({"apiKey":"demo-key"})", "application/json");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 200);
    client.stop();
    EXPECT_EQ(program.end(SIGTERM), 0);
}

TEST(DemoServerProgram, ends_well_when_it_is_interrupted) {
    Program program{{}};
    ASSERT_NE(program.first_line(), "");
    EXPECT_EQ(program.end(SIGINT), 0);
}

TEST(DemoServerProgram, takes_its_options) {
    Program program{{"--rate-limit", "1", "--latency-ms", "50", "--port", "0"}};
    const std::string address = address_of(program);
    httplib::Client client{address};
    client.set_basic_auth("demo-key", "");
    const auto start = std::chrono::steady_clock::now();
    const httplib::Result result = client.Get("/analytics/videos/plays");
    ASSERT_TRUE(result);
    EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::milliseconds{50});
    EXPECT_EQ(result->get_header_value("X-RateLimit-Limit"), "1");
    EXPECT_EQ(program.end(SIGTERM), 0);
}

TEST(DemoServerProgram, has_the_day_that_it_is_given) {
    Program program{{"--today", "2024-02-29"}};
    const std::string address = address_of(program);
    EXPECT_NE(program.first_line().find("Today is 2024-02-29."), std::string::npos);
    httplib::Client client{address};
    client.set_basic_auth("demo-key", "");
    for (const auto& [from, status] : {std::pair{"2024-02-28", 200}, std::pair{"2024-03-01", 400}}) {
        const httplib::Result result =
            client.Get(std::string{"/analytics/videos/plays?dimension=browser&from="} + from);
        ASSERT_TRUE(result);
        EXPECT_EQ(result->status, status) << from;
    }
    client.stop();
    EXPECT_EQ(program.end(SIGTERM), 0);
}

TEST(DemoServerProgram, says_what_is_wrong_with_a_day) {
    for (const auto& [day, reason] :
         {std::pair{"2023-02-29", "'2023-02-29' is not a day of the calendar, expected one like 2023-06-20"},
          std::pair{"1970-01-31", "is out of range, expected a day from 1970-02-01 to 9999-12-31"}}) {
        Program program{{"--today", day}};
        const std::string text = program.error_text();
        EXPECT_NE(text.find("today: "), std::string::npos) << text;
        EXPECT_NE(text.find(reason), std::string::npos) << text;
        EXPECT_EQ(program.wait(), 2);
    }
}

TEST(DemoServerProgram, tells_of_every_option_in_its_help) {
    Program program{{"--help"}};
    const std::string text = program.output_text();
    for (const char* option : {"--port", "--rate-limit", "--latency-ms", "--today DATE"})
        EXPECT_NE(text.find(option), std::string::npos) << text;
    EXPECT_EQ(program.wait(), 0);
}

TEST(DemoServerProgram, refuses_bad_options_in_one_line_with_status_2) {
    using Arguments = std::vector<std::string>;
    for (const Arguments& arguments :
         {Arguments{"--port", "65536"}, Arguments{"--port", "x"}, Arguments{"--port", "-1"}, Arguments{"--port"},
          Arguments{"--rate-limit", "0"}, Arguments{"--rate-limit", "99999999999999999999"},
          Arguments{"--latency-ms", "-1"}, Arguments{"--latency-ms", "99999999999999999999"}, Arguments{"--today", ""},
          Arguments{"--today", "2023-6-1"}, Arguments{"--today", "2023-06-01x"}, Arguments{"--today", "10000-01-01"},
          Arguments{"--today", "1970-01-31"}, Arguments{"--nonsense"}, Arguments{"nonsense"}}) {
        Program program{arguments};
        const std::string text = program.error_text();
        EXPECT_EQ(text.rfind("demo_server: ", 0), 0u) << text;
        EXPECT_EQ(text.find('\n'), text.size() - 1) << text;
        EXPECT_EQ(program.wait(), 2) << text;
    }
}

TEST(DemoServerProgram, says_in_one_line_that_its_port_is_taken) {
    Program first{{}};
    const std::string address = address_of(first);
    const std::string port = address.substr(address.rfind(':') + 1);
    Program second{{"--port", port}};
    const std::string text = second.error_text();
    EXPECT_NE(text.find(port), std::string::npos) << text;
    EXPECT_EQ(text.find('\n'), text.size() - 1) << text;
    EXPECT_EQ(second.wait(), 1);
    EXPECT_EQ(first.end(SIGTERM), 0);
}

}  // namespace
