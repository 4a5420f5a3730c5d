// SPDX-License-Identifier: MIT
// Where the report goes: standard output or a file.
#include "output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <langinfo.h>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace plays_report {
namespace {

namespace fs = std::filesystem;

std::string cannot_write(const std::string& what, int error) {
    return what + " cannot be written: " + (error != 0 ? std::strerror(error) : "unknown reason");
}

void write_directly(const std::string& text, const fs::path& path) {
    errno = 0;
    std::ofstream stream{path, std::ios::binary};
    stream << text << std::flush;
    stream.close();
    if (!stream) throw NotWritten{cannot_write(path.string(), errno)};
}

/// Through a file beside it, so that what was there before stays until all is written.
void replace(const std::string& text, const fs::path& path, const fs::file_status& before) {
    const fs::path beside{path.string() + '.' + std::to_string(::getpid()) + ".part"};
    try {
        write_directly(text, beside);
        if (fs::exists(before)) fs::permissions(beside, before.permissions());
        fs::rename(beside, path);
    } catch (const std::exception& e) {
        std::error_code ignored;
        fs::remove(beside, ignored);
        const auto* system = dynamic_cast<const std::system_error*>(&e);
        throw NotWritten{system ? path.string() + " cannot be written: " + system->code().message() : e.what()};
    }
}

}  // namespace

void check_output(const std::optional<std::string>& file) {
    if (!file) return;
    const fs::path path{*file};
    std::error_code error;
    if (fs::is_directory(path, error)) throw Refused{"--output names a folder, expected a file: " + *file};
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    if (!fs::is_directory(folder, error)) throw Refused{"--output is in a folder that does not exist: " + *file};
}

Screen screen_of(const std::optional<std::string>& file) {
    Screen screen;
    if (file || ::isatty(STDOUT_FILENO) == 0) return screen;
    screen.terminal = true;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) screen.columns = size.ws_col;
    std::setlocale(LC_CTYPE, "");
    screen.utf8 = std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0;
    std::setlocale(LC_CTYPE, "C");
    return screen;
}

void write_output(const std::string& text, const std::optional<std::string>& file) {
    if (file) {
        std::error_code error;
        const fs::path named{*file};
        const fs::path target = fs::weakly_canonical(named, error);  // the file itself, where a link names it
        const fs::path& path = error ? named : target;
        const fs::file_status before = fs::status(path, error);
        const bool device = fs::exists(before) && !fs::is_regular_file(before);
        return device ? write_directly(text, path) : replace(text, path, before);
    }
    errno = 0;
    std::cout << text << std::flush;
    if (!std::cout) throw NotWritten{cannot_write("standard output", errno)};
}

}  // namespace plays_report
