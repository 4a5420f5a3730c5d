// SPDX-License-Identifier: MIT
// Where the report goes: standard output or a file.
#include "output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <langinfo.h>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace analytics_report {
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
    const fs::path beside = path.parent_path() / ("analytics_report." + std::to_string(::getpid()) + ".part");
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

/// Devices and pipes are no files to replace; nor is what belongs to somebody else, or stands in a folder that nothing
/// can be added to.
bool must_stay(const fs::path& path, const fs::file_status& status) {
    if (!fs::exists(status)) return false;
    if (!fs::is_regular_file(status)) return true;
    struct stat found {};
    const bool is_ours = ::stat(path.c_str(), &found) == 0 && found.st_uid == ::geteuid();
    return !is_ours || ::access(path.parent_path().c_str(), W_OK) != 0;
}

/// The file itself, where a link names it, be it there or not.
fs::path followed(fs::path path) {
    constexpr int max_links = 40;  // as the system has it
    for (int i = 0; i < max_links && fs::is_symlink(fs::symlink_status(path)); ++i)
        path = path.parent_path() / fs::read_symlink(path);
    return path;
}

void write_file(const std::string& text, const std::string& file) {
    // Not followed where it is no file: what a link to a pipe names may not be there by that name.
    const fs::file_status before = fs::status(file);
    const fs::path path =
        fs::exists(before) && !fs::is_regular_file(before) ? fs::path{file} : followed(fs::absolute(file));
    if (fs::exists(before) && ::access(path.c_str(), W_OK) != 0) throw NotWritten{cannot_write(file, errno)};
    return must_stay(path, before) ? write_directly(text, path, file) : replace(text, path, before);
}

}  // namespace

void keep_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0) (void)::open("/dev/null", O_RDONLY);
}

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
        try {
            return write_file(text, *file);
        } catch (const fs::filesystem_error& e) {
            throw NotWritten{*file + " cannot be written: " + e.code().message()};
        }
    }
    errno = 0;
    std::cout << text << std::flush;
    if (!std::cout) throw NotWritten{cannot_write("standard output", errno)};
}

}  // namespace analytics_report
