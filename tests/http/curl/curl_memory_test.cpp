// SPDX-License-Identifier: MIT
// What happens when libcurl gets no memory: the call fails, or asks exactly what it was told to.
#include <apivideo/http/curl_transport.hpp>

#include "http/transport_contract.hpp"

#include <curl/curl.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

namespace apivideo::tests {
namespace {

/// How many allocations of libcurl succeed before one fails; below 0: all do.
std::atomic<int> left_to_succeed{-1};

bool fails() noexcept {
    if (left_to_succeed < 0) return false;
    return left_to_succeed-- == 0;
}

void* allocate(std::size_t size) { return fails() ? nullptr : std::malloc(size); }
void* allocate_again(void* memory, std::size_t size) { return fails() ? nullptr : std::realloc(memory, size); }
void* allocate_cleared(std::size_t count, std::size_t size) { return fails() ? nullptr : std::calloc(count, size); }
char* duplicate(const char* text) {
    const std::size_t size = std::strlen(text) + 1;
    void* const copy = allocate(size);
    return copy ? static_cast<char*>(std::memcpy(copy, text, size)) : nullptr;
}

TEST(CurlWithoutMemory, fails_or_asks_what_it_was_told_to) {
    ASSERT_EQ(
        curl_global_init_mem(CURL_GLOBAL_DEFAULT, allocate, std::free, allocate_again, duplicate, allocate_cleared),
        CURLE_OK);
    RawServer server{answering([](const ReceivedRequest& request) { return http_answer(200, request.target); })};
    const std::string target = "/path?from=2026-01-01&dimension=country";
    HttpRequest request = get_of(server.url(target));
    request.headers = {{"Authorization", "Bearer token"}, {"Accept", "application/json"}};
    int failed = 0;
    constexpr int more_than_there_are = 2000;
    for (int allocations = 0; allocations < more_than_there_are; ++allocations) {
        const auto transport = make_curl_transport();
        left_to_succeed = allocations;
        try {
            EXPECT_EQ(transport->send(request, within()).body, target);
        } catch (const std::bad_alloc&) {
            ++failed;
        } catch (const TransportException&) {
            ++failed;
        }
        const bool all_succeeded = left_to_succeed >= 0;
        left_to_succeed = -1;
        if (all_succeeded) break;
    }
    EXPECT_GT(failed, 10) << "no allocation failed";
    for (const ReceivedRequest& received : server.requests()) {
        EXPECT_EQ(received.target, target);
        EXPECT_EQ(received.headers.get("Authorization"), "Bearer token");
    }
}

}  // namespace
}  // namespace apivideo::tests
