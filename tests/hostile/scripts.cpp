// SPDX-License-Identifier: MIT
// What hostile servers do, in words that tables are made of.
#include "hostile/scripts.hpp"

#include "support/raw_server.hpp"

#include <cstdio>
#include <string_view>

namespace apivideo::tests {

using namespace std::chrono_literals;

std::string ok_head(const std::string& headers) { return "HTTP/1.1 200 OK\r\n" + headers + "\r\n"; }

std::string chunk(const std::string& bytes) {
    char size[24];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

std::string length_of_good_body(int more) {
    return "Content-Length: " + std::to_string(static_cast<int>(good_body.size()) + more) + "\r\n";
}

Act answers(Text bytes) {
    return [bytes = std::move(bytes)](const Turn& turn) { return turn.connection.write(bytes.made()); };
}

Act answers_body(Text body) { return answers_status(200, {}, std::move(body)); }

Act answers_status(int status, const std::string& headers, Text body) {
    return [status, headers, body = std::move(body)](const Turn& turn) {
        const std::string bytes = body.made();  // not copied behind a head: it may be large
        return turn.connection.write(http_head(status, bytes.size(), headers)) && turn.connection.write(bytes);
    };
}

Act answers_filled(int status, std::size_t size, const std::string& begin, char fill, const std::string& end) {
    return [=](const Turn& turn) {
        bool open = turn.connection.write(http_head(status, size) + begin);
        const std::string block(64 * 1024, fill);
        for (std::size_t left = size - begin.size() - end.size(); open && left > 0;) {
            const std::string_view part = std::string_view{block}.substr(0, left);
            open = turn.connection.write(part);
            left -= part.size();
        }
        return open && turn.connection.write(end);
    };
}

Act closes_after(Text bytes) {
    return [bytes = std::move(bytes)](const Turn& turn) {
        turn.connection.write(bytes.made());
        return false;
    };
}

Act resets_after(const std::string& bytes) {
    return [bytes](const Turn& turn) {
        // A reset takes back what the client has not read yet.
        turn.connection.write_slowly(bytes, 1ms);
        turn.connection.reset();
        return false;
    };
}

Act stalls_after(const std::string& bytes) {
    return [bytes](const Turn& turn) {
        turn.connection.write(bytes);
        turn.connection.wait_for_client_to_leave();
        return false;
    };
}

Act drips(const std::string& before, const std::string& slow) {
    return [=](const Turn& turn) { return turn.connection.write(before) && turn.connection.write_slowly(slow, 30ms); };
}

Act floods(const std::string& head, const std::string& block, std::size_t total, const std::string& end) {
    return [=](const Turn& turn) {
        bool open = turn.connection.write(head);
        for (std::size_t sent = 0; open && sent < total; sent += block.size()) open = turn.connection.write(block);
        if (open) turn.connection.write(end);
        return false;
    };
}

}  // namespace apivideo::tests
