// SPDX-License-Identifier: MIT
// What one would write by hand with cpprestsdk and its own JSON.
#include "clients.hpp"

#include <cpprest/http_client.h>
#include <pplx/threadpool.h>

#include <stdexcept>
#include <vector>

namespace apivideo::benchmark {
namespace {

std::int64_t read(web::http::client::http_client& client, std::int64_t number) {
    web::http::http_request request{web::http::methods::GET};
    request.set_request_uri(page_target(number));
    request.headers().add("Authorization", authorization);
    request.headers().add("Accept", "application/json");
    request.headers().add("User-Agent", user_agent);
    web::http::http_response response = client.request(request).get();
    if (response.status_code() != 200) throw std::runtime_error{"cpprestsdk: no answer"};
    const web::json::value page = response.extract_json().get();
    std::vector<Row> rows;
    for (const web::json::value& row : page.at("data").as_array())
        rows.push_back({row.at("value").as_string(), row.at("plays").as_number().to_int64()});
    std::int64_t plays = 0;
    for (const Row& row : rows) plays += row.plays;
    return plays;
}

}  // namespace

MakeReader hand_written_cpprest(const std::string& base_url) {
    web::http::client::http_client_config config;
    config.set_timeout(std::chrono::seconds{60});
    auto client = std::make_shared<web::http::client::http_client>(base_url, config);
    return [client]() -> ReadPage { return [client](std::int64_t number) { return read(*client, number); }; };
}

void set_pool_threads(std::size_t threads) {
    if (threads > 0) crossplat::threadpool::initialize_with_threads(threads);
}

}  // namespace apivideo::benchmark
