// SPDX-License-Identifier: MIT
// What one would write by hand with libcurl and nlohmann_json.
#include "clients.hpp"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <stdexcept>
#include <vector>

namespace apivideo::benchmark {
namespace {

std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
    static_cast<std::string*>(body)->append(data, size * count);
    return size * count;
}

class Reader {
  public:
    explicit Reader(std::string base_url) : base_url_{std::move(base_url)} {
        headers_ = curl_slist_append(headers_, (std::string{"Authorization: "} + authorization).c_str());
        headers_ = curl_slist_append(headers_, "Accept: application/json");
        curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
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

    std::int64_t read(std::int64_t number) {
        body_.clear();
        curl_easy_setopt(easy_, CURLOPT_URL, (base_url_ + page_target(number)).c_str());
        long status = 0;
        const CURLcode code = curl_easy_perform(easy_);
        curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
        if (code != CURLE_OK || status != 200) throw std::runtime_error{"libcurl: no answer"};
        const nlohmann::json page = nlohmann::json::parse(body_);
        std::vector<Row> rows;
        for (const nlohmann::json& row : page.at("data"))
            rows.push_back({row.at("value").get<std::string>(), row.at("plays").get<std::int64_t>()});
        std::int64_t plays = 0;
        for (const Row& row : rows) plays += row.plays;
        return plays;
    }

  private:
    std::string base_url_;
    CURL* easy_ = curl_easy_init();
    curl_slist* headers_ = nullptr;
    std::string body_;
};

}  // namespace

MakeReader hand_written_curl(const std::string& base_url) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return [base_url]() -> ReadPage {
        return [reader = std::make_shared<Reader>(base_url)](std::int64_t number) { return reader->read(number); };
    };
}

}  // namespace apivideo::benchmark
