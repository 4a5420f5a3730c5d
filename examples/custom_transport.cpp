// SPDX-License-Identifier: MIT
// A transport of one's own, as a wrapper: below the client it sees every attempt and login, above it every call.
//
//     APIVIDEO_API_KEY=... custom_transport [BASE_URL]
#include <apivideo/apivideo.hpp>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

namespace {

/// Counts what passes, and adds a header to it. It may be used by many threads at once.
class Counting final : public apivideo::HttpTransport {
  public:
    explicit Counting(std::shared_ptr<apivideo::HttpTransport> next) : next_{std::move(next)} {}

    apivideo::HttpResponse send(const apivideo::HttpRequest& request, const apivideo::CallContext& context) override {
        const int number = ++count_;
        apivideo::HttpRequest numbered = request;
        numbered.headers.set("X-Request-Number", std::to_string(number));
        return next_->send(numbered, context);
    }
    [[nodiscard]] int count() const noexcept { return count_; }

  private:
    std::shared_ptr<apivideo::HttpTransport> next_;
    std::atomic<int> count_{0};
};

void run(const std::string& api_key, apivideo::ClientOptions options) {
    // Below: between the client and the network.
    const auto below = std::make_shared<Counting>(apivideo::make_default_transport());
    options.transport = below;
    const apivideo::AuthenticatedApiClient client{api_key, options};

    // Above: between the calls and the client. A cache would go here.
    const auto above = std::make_shared<Counting>(client.transport());
    const apivideo::AnalyticsApi analytics{above, client.base_url()};

    const date::sys_days today = date::floor<date::days>(std::chrono::system_clock::now());
    for (const auto dimension : {apivideo::VideosDimension::browser, apivideo::VideosDimension::country})
        (void)analytics.get_videos_plays({today - date::days{7}, dimension});
    std::cout << above->count() << " calls\n" << below->count() << " requests, with logins and repetitions\n";
}

}  // namespace

int main(int argc, char** argv) {
    const char* const api_key = std::getenv("APIVIDEO_API_KEY");
    if (api_key == nullptr) {
        std::cerr << "set APIVIDEO_API_KEY to the API key of your api.video project\n";
        return 2;
    }
    apivideo::ClientOptions options;
    if (argc > 1) options.base_url = argv[1];
    try {
        run(api_key, options);
        return 0;
    } catch (const apivideo::Exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
