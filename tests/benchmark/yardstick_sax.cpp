// SPDX-License-Identifier: MIT
// nlohmann's lexer and parser with a handler that keeps nothing.
#include "yardsticks.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace apivideo::benchmark {
namespace {

struct EmptyHandler {
    std::size_t events = 0;

    bool count() { return ++events > 0; }
    bool null() { return count(); }
    bool boolean(bool) { return count(); }
    bool number_integer(std::int64_t) { return count(); }
    bool number_unsigned(std::uint64_t) { return count(); }
    bool number_float(double, const std::string&) { return count(); }
    bool string(const std::string&) { return count(); }
    bool binary(nlohmann::json::binary_t&) { return count(); }
    bool start_object(std::size_t) { return count(); }
    bool key(const std::string&) { return count(); }
    bool end_object() { return count(); }
    bool start_array(std::size_t) { return count(); }
    bool end_array() { return count(); }
    template <class Error>
    bool parse_error(std::size_t, const std::string&, const Error&) {
        return false;
    }
};

}  // namespace

std::size_t parse_events(const std::string& body) {
    EmptyHandler handler;
    nlohmann::json::sax_parse(body.data(), body.data() + body.size(), &handler);
    return handler.events;
}

}  // namespace apivideo::benchmark
