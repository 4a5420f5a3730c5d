// SPDX-License-Identifier: MIT
// What one would write by hand with libcurl and nlohmann_json.
#include "clients.hpp"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <stdexcept>
#include <utility>
#include <vector>

namespace apivideo::benchmark {
namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
    static_cast<std::string*>(body)->append(data, size * count);
    return size * count;
}

class Reader {
  public:
    explicit Reader(const Service& service) : base_url_{service.base_url} {
        if (service.ca_file) curl_easy_setopt(easy_, CURLOPT_CAINFO, service.ca_file->c_str());
        curl_easy_setopt(easy_, CURLOPT_USERAGENT, user_agent);
        curl_easy_setopt(easy_, CURLOPT_TIMEOUT_MS, 60000L);
        curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, &append);
        curl_easy_setopt(easy_, CURLOPT_WRITEDATA, &body_);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        curl_easy_cleanup(easy_);
        curl_slist_free_all(headers_);
    }

    std::string log_in() {
        set_headers({"Content-Type: application/json", "Accept: application/json"});
        curl_easy_setopt(easy_, CURLOPT_POSTFIELDS, login_body);
        return perform(login_target, 201).at("access_token").get<std::string>();
    }

    void use(const std::string& token) {
        set_headers({"Authorization: Bearer " + token, "Accept: application/json"});
        curl_easy_setopt(easy_, CURLOPT_HTTPGET, 1L);
    }

    std::int64_t read(std::int64_t number) {
        const nlohmann::json page = perform(page_target(number), 200);
        std::vector<Row> rows;
        for (const nlohmann::json& row : page.at("data"))
            rows.push_back({row.at("value").get<std::string>(), row.at("plays").get<std::int64_t>()});
        std::int64_t plays = 0;
        for (const Row& row : rows) plays += row.plays;
        return plays;
    }

  private:
    void set_headers(const std::vector<std::string>& lines) {
        curl_slist_free_all(std::exchange(headers_, nullptr));
        for (const std::string& line : lines) headers_ = curl_slist_append(headers_, line.c_str());
        curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
    }

    nlohmann::json perform(const std::string& target, long expected_status) {
        body_.clear();
        curl_easy_setopt(easy_, CURLOPT_URL, (base_url_ + target).c_str());
        long status = 0;
        const CURLcode code = curl_easy_perform(easy_);
        curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
        if (code != CURLE_OK) throw std::runtime_error{std::string{"libcurl: "} + curl_easy_strerror(code)};
        if (status != expected_status) throw std::runtime_error{"libcurl: status " + std::to_string(status)};
        return nlohmann::json::parse(body_);
    }

    std::string base_url_;
    CURL* easy_ = curl_easy_init();
    curl_slist* headers_ = nullptr;
    std::string body_;
};

}  // namespace

MakeReader hand_written_curl(const Service& service) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return [service, given = std::make_shared<std::string>(service.logs_in ? "" : token)]() -> ReadPage {
        const auto reader = std::make_shared<Reader>(service);
        if (given->empty()) *given = reader->log_in();
        reader->use(*given);
        return [reader](std::int64_t number) { return reader->read(number); };
    };
}

}  // namespace apivideo::benchmark
