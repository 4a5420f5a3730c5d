// SPDX-License-Identifier: MIT
// Every way in which a call can fail, and what there is to know of it.
//
//     APIVIDEO_API_KEY=... error_handling [BASE_URL]
#include <apivideo/apivideo.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

namespace {

/// Asks, and tells how it ended. Catch as much of this as the program can act on: apivideo::Exception is all of it.
void ask(const apivideo::AnalyticsApi& analytics, const apivideo::VideosPlaysRequest& request) {
    try {
        std::cout << analytics.get_videos_plays(request).data.size() << " rows\n";
    } catch (const apivideo::InvalidRequestException& e) {
        std::cout << "not sent, since " << e.field() << " is wrong: " << e.what() << '\n';
    } catch (const apivideo::BadRequestException& e) {
        std::cout << "refused because of " << e.error().name.value_or("a parameter") << ": "
                  << e.error().detail.value_or(e.what()) << '\n';
    } catch (const apivideo::TooManyRequestsException& e) {
        std::cout << "too many requests, again in " << e.retry_after().value_or(std::chrono::seconds{60}).count()
                  << " s\n";
    } catch (const apivideo::UnauthorizedException& e) {
        std::cout << "the API key is not accepted: " << e.what() << '\n';
    } catch (const apivideo::ApiException& e) {  // any other error status
        std::cout << "an error of status " << e.status() << ": " << e.problem().title.value_or(e.reason()) << '\n';
    } catch (const apivideo::TransportException& e) {
        std::cout << "no answer (" << to_string(e.failure()) << "): " << e.what() << '\n';
    } catch (const apivideo::UnexpectedResponseException& e) {
        std::cout << "an answer that is not of the service, at '" << e.where() << "': " << e.what() << '\n';
    }
}

void run(const std::string& api_key, const apivideo::ClientOptions& options) {
    const date::sys_days today = date::floor<date::days>(std::chrono::system_clock::now());
    const apivideo::VideosPlaysRequest good{today - date::days{7}, apivideo::VideosDimension::country};
    const apivideo::AnalyticsApi analytics{apivideo::AuthenticatedApiClient{api_key, options}};
    ask(analytics, good);

    apivideo::VideosPlaysRequest too_large = good;
    too_large.page_size = 1000;
    ask(analytics, too_large);

    apivideo::VideosPlaysRequest unknown = good;
    unknown.filter = apivideo::VideoId{"there-is-no-such-video"};
    ask(analytics, unknown);

    ask(apivideo::AnalyticsApi{apivideo::AuthenticatedApiClient{"not-" + api_key, options}}, good);

    apivideo::ClientOptions elsewhere = options;
    elsewhere.base_url = "http://localhost:1";  // where nothing serves
    elsewhere.retry.max_attempts = 1;
    ask(apivideo::AnalyticsApi{apivideo::AuthenticatedApiClient{api_key, elsewhere}}, good);
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
    } catch (const apivideo::Exception& e) {  // of a client that cannot be made
        std::cerr << e.what() << '\n';
        return 1;
    }
}
