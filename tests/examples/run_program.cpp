// SPDX-License-Identifier: MIT
// Runs a program and tells what it wrote and how it ended.
#include "examples/run_program.hpp"

#include <fcntl.h>
#include <pty.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace apivideo::tests {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {
        if (number < 0) throw std::runtime_error{"no descriptor"};
    }
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&& other) = delete;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const noexcept { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

  private:
    int number_;
};

Descriptor unnamed_file() {
    std::string name{"/tmp/apivideo-test-XXXXXX"};
    Descriptor file{::mkostemp(name.data(), O_CLOEXEC)};
    ::unlink(name.c_str());
    return file;
}

/// Up to the end, which a terminal tells as an error.
std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::read(descriptor, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(size));
    return text;
}

std::string read_from_start(const Descriptor& file) {
    ::lseek(file.number(), 0, SEEK_SET);
    return read_all(file.number());
}

std::pair<Descriptor, Descriptor> terminal() {
    int outer = -1;
    int inner = -1;
    winsize size{};
    size.ws_col = 100;
    size.ws_row = 50;
    if (::openpty(&outer, &inner, nullptr, nullptr, &size) != 0) throw std::runtime_error{"no terminal to be had"};
    ::fcntl(outer, F_SETFD, FD_CLOEXEC);
    ::fcntl(inner, F_SETFD, FD_CLOEXEC);
    return {Descriptor{outer}, Descriptor{inner}};
}

/// The two ends of what the program writes to; the outer one is what is read afterwards.
std::pair<Descriptor, Descriptor> ends_of(StandardOutput kind) {
    if (kind == StandardOutput::terminal) return terminal();
    if (kind == StandardOutput::full_device)
        return {Descriptor{::open("/dev/null", O_RDONLY | O_CLOEXEC)},
                Descriptor{::open("/dev/full", O_WRONLY | O_CLOEXEC)}};
    if (kind == StandardOutput::closed_pipe) {
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error{"no pipe to be had"};
        ::close(pipe[0]);
        return {Descriptor{::open("/dev/null", O_RDONLY | O_CLOEXEC)}, Descriptor{pipe[1]}};
    }
    Descriptor file = unnamed_file();
    const int other = ::fcntl(file.number(), F_DUPFD_CLOEXEC, 0);
    return {std::move(file), Descriptor{other}};
}

std::vector<std::string> environment(const std::optional<std::string>& api_key, bool gives_up) {
    std::vector<std::string> variables{"LC_ALL=C.UTF-8"};
    // What it gave up looks like leaks at its end: support/leak_check.cpp says why.
    if (gives_up) variables.emplace_back("LSAN_OPTIONS=leak_check_at_exit=0");
    if (api_key) variables.push_back("APIVIDEO_API_KEY=" + *api_key);
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) variables.push_back(std::string{name} + '=' + value);
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// A signal that this process ignores, the program would ignore as well.
void reset_signals(posix_spawnattr_t& attributes) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
}

pid_t start(std::vector<std::string> arguments, std::vector<std::string> variables, int out, int err) {
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    reset_signals(attributes);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    pid_t process = -1;
    const int error = ::posix_spawn(&process, arguments.front().c_str(), &actions, &attributes,
                                    pointers_to(arguments).data(), pointers_to(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) throw std::runtime_error{"cannot start " + arguments.front()};
    return process;
}

}  // namespace

Ran run_program(const std::string& path, const std::vector<std::string>& arguments,
                const std::optional<std::string>& api_key, StandardOutput standard_output,
                StandardError standard_error) {
    auto [outer, inner] = ends_of(standard_output);
    auto [outer_err, err] =
        ends_of(standard_error == StandardError::terminal ? StandardOutput::terminal : StandardOutput::file);
    std::vector<std::string> all{path};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const bool gives_up = std::find(arguments.begin(), arguments.end(), "--timeout") != arguments.end();
    const pid_t process = start(std::move(all), environment(api_key, gives_up), inner.number(), err.number());
    inner.close();
    err.close();

    Ran ran;
    if (standard_output == StandardOutput::terminal) ran.out = read_all(outer.number());
    if (standard_error == StandardError::terminal) ran.err = read_all(outer_err.number());
    int status = 0;
    ::waitpid(process, &status, 0);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (standard_output == StandardOutput::file) ran.out = read_from_start(outer);
    if (standard_error == StandardError::file) ran.err = read_from_start(outer_err);
    return ran;
}

Ran analytics_report(const std::vector<std::string>& arguments, const std::optional<std::string>& api_key,
                     StandardOutput standard_output, StandardError standard_error) {
    return run_program(ANALYTICS_REPORT, arguments, api_key, standard_output, standard_error);
}

}  // namespace apivideo::tests
