// SPDX-License-Identifier: MIT
// What one would write by hand with cpprestsdk and its own JSON.
#include "clients.hpp"

#include <cpprest/http_client.h>
#include <pplx/threadpool.h>

#include <stdexcept>
#include <vector>

namespace apivideo::benchmark {
namespace {

using Client = web::http::client::http_client;

web::json::value send(Client& client, const web::http::http_request& request, int expected_status) {
    web::http::http_response response = client.request(request).get();
    if (response.status_code() != expected_status)
        throw std::runtime_error{"cpprestsdk: status " + std::to_string(response.status_code())};
    return response.extract_json().get();
}

std::string log_in(Client& client) {
    web::http::http_request request{web::http::methods::POST};
    request.set_request_uri(login_target);
    request.headers().add("Accept", "application/json");
    request.headers().add("User-Agent", user_agent);
    request.set_body(login_body, "application/json");
    return send(client, request, 201).at("access_token").as_string();
}

std::int64_t read(Client& client, const std::string& token, std::int64_t number) {
    web::http::http_request request{web::http::methods::GET};
    request.set_request_uri(page_target(number));
    request.headers().add("Authorization", "Bearer " + token);
    request.headers().add("Accept", "application/json");
    request.headers().add("User-Agent", user_agent);
    const web::json::value page = send(client, request, 200);
    std::vector<Row> rows;
    for (const web::json::value& row : page.at("data").as_array())
        rows.push_back({row.at("value").as_string(), row.at("plays").as_number().to_int64()});
    std::int64_t plays = 0;
    for (const Row& row : rows) plays += row.plays;
    return plays;
}

}  // namespace

MakeReader hand_written_cpprest(const Service& service) {
    web::http::client::http_client_config config;
    config.set_timeout(std::chrono::seconds{60});
    if (service.ca_file)
        config.set_ssl_context_callback(
            [file = *service.ca_file](boost::asio::ssl::context& context) { context.load_verify_file(file); });
    const auto client = std::make_shared<Client>(service.base_url, config);
    return [client, given = std::make_shared<std::string>(service.logs_in ? "" : token)]() -> ReadPage {
        if (given->empty()) *given = log_in(*client);
        return [client, given](std::int64_t number) { return read(*client, *given, number); };
    };
}

void set_pool_threads(std::size_t threads) {
    if (threads > 0) crossplat::threadpool::initialize_with_threads(threads);
}

}  // namespace apivideo::benchmark
