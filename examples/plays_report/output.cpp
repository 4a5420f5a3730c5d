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

/// @param name what to call it where it cannot be written.
void write_directly(const std::string& text, const fs::path& path, const std::string& name) {
    errno = 0;
    std::ofstream stream{path, std::ios::binary};
    stream << text << std::flush;
    stream.close();
    if (!stream) throw NotWritten{cannot_write(name, errno)};
}

/// Through a file beside it, so that what was there before stays until all is written.
void replace(const std::string& text, const fs::path& path, const fs::file_status& before) {
    const fs::path beside{path.string() + '.' + std::to_string(::getpid()) + ".part"};
    std::error_code error;
    try {
        write_directly(text, beside, path.string());
        if (fs::exists(before)) fs::permissions(beside, before.permissions(), error);
        if (!error) fs::rename(beside, path, error);
        if (error) throw NotWritten{path.string() + " cannot be written: " + error.message()};
    } catch (const NotWritten&) {
        fs::remove(beside, error);
        throw;
    }
}

/// Devices and pipes are no files to replace, nor is what stands in a folder that nothing can be added to.
bool must_stay(const fs::path& path, const fs::file_status& status) {
    return fs::exists(status) && (!fs::is_regular_file(status) || ::access(path.parent_path().c_str(), W_OK) != 0);
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
        const fs::path path =
            fs::weakly_canonical(fs::absolute(*file), error);  // the file itself, where a link names it
        if (error) throw NotWritten{*file + " cannot be written: " + error.message()};
        const fs::file_status before = fs::status(path, error);
        return must_stay(path, before) ? write_directly(text, path, *file) : replace(text, path, before);
    }
    errno = 0;
    std::cout << text << std::flush;
    if (!std::cout) throw NotWritten{cannot_write("standard output", errno)};
}

}  // namespace plays_report
