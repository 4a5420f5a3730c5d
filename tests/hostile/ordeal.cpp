// SPDX-License-Identifier: MIT
// Runs one row against the whole library and finds out what is wrong with what came of it.
#include "hostile/ordeal.hpp"

#include <apivideo/apivideo.hpp>

#include "hostile/peak_memory.hpp"
#include "hostile/scripts.hpp"
#include "hostile/secrets.hpp"
#include "support/raw_server.hpp"
#include "support/sanitizers.hpp"
#include "support/temporary_file.hpp"
#include "text/base64.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <sstream>
#include <utility>

namespace apivideo::tests {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// How late a call may end.
constexpr milliseconds lateness = is_sanitized ? 5s : 250ms;
/// Twelve times the limit of a body, which is 8 MiB: a number as large as that, which is none, is in the body, twice in
/// the JSON parser's buffers with room to grow, and several times in what the parser says of it.
constexpr std::size_t most_memory = std::size_t{96} << 20;

/// The server under the rule of a row; a good one once it is told to be.
class TwoFacedServer {
  public:
    TwoFacedServer(const HostileCase& row, std::string other_origin)
        : row_{row}, other_origin_{std::move(other_origin)}, server_{handler(), tls()} {}

    [[nodiscard]] std::string origin() const { return server_.url(""); }
    void behave() { behaves_ = true; }
    /// Before it goes.
    [[nodiscard]] std::string authority_pem() const { return authority_ ? authority_->certificate_pem() : ""; }

  private:
    RawServer::Handler handler() {
        return [this](ServerConnection& connection) {
            if (!row_.tls && !starts(connection)) return;
            while (const std::optional<ReceivedRequest> request = connection.read_request())
                if (!answer(connection, *request)) return;
        };
    }

    std::optional<ServerTls> tls() {
        if (!row_.tls) return std::nullopt;
        authority_ = std::make_unique<CertificateAuthority>();
        return ServerTls{authority_->issue(), {}, {}, [this](ServerConnection& c) { return starts(c); }};
    }

    bool starts(ServerConnection& connection) { return behaves_ || !row_.at_accept || row_.at_accept(connection); }

    bool answer(ServerConnection& connection, const ReceivedRequest& request) {
        const bool is_login = request.method == "POST";
        const bool concerned = row_.part == Part::every_request || is_login == (row_.part == Part::login);
        if (row_.act && concerned && !behaves_) return row_.act({connection, request, other_origin_, count_++});
        if (is_login) return connection.write(http_answer(200, good_login));
        return connection.write(http_answer(200, behaves_ ? R"({"data":[{"value":"good","plays":1}]})" : good_body));
    }

    const HostileCase& row_;
    const std::string other_origin_;
    std::atomic<bool> behaves_{false};
    std::atomic<std::size_t> count_{0};
    std::unique_ptr<CertificateAuthority> authority_{};
    RawServer server_;
};

/// Everything that is told to whoever watches.
class Watcher {
  public:
    Observer observer() {
        return [this, log = log_to(log_)](const RequestEvent& event) {
            log(event);
            const std::lock_guard<std::mutex> lock{mutex_};
            words_.push_back(event.method + ' ' + event.url);
        };
    }
    std::vector<std::string> words() {
        const std::lock_guard<std::mutex> lock{mutex_};
        std::vector<std::string> all = words_;
        all.push_back(log_.str());
        return all;
    }

  private:
    std::mutex mutex_;
    std::vector<std::string> words_;
    std::ostringstream log_;
};

AuthenticatedApiClient make_client(const HostileCase& row, const TransportKind& kind, const TwoFacedServer& server,
                                   Watcher& watcher) {
    TransportOptions transport_options;
    std::optional<TemporaryFile> ca_file;
    if (row.tls) transport_options.ca_file = ca_file.emplace(server.authority_pem()).path();
    ClientOptions options;
    options.base_url = server.origin();
    options.authentication = row.authentication;
    options.timeout = row.timeout;
    options.retry = RetryOptions{row.max_attempts, 1ms, 2ms};
    options.observer = watcher.observer();
    options.transport = kind.make(transport_options);
    return AuthenticatedApiClient{secret_key, options};
}

void judge_outcome(const HostileCase& row, const Outcome& outcome, std::vector<std::string>& faults) {
    const std::vector<std::string>& right = row.expected.outcomes;
    if (std::find(right.begin(), right.end(), outcome.text) != right.end()) return;
    std::string fault = "it came to: " + outcome.text.substr(0, 300) + " (" +
                        (outcome.words.empty() ? "" : outcome.words.front().substr(0, 300)) + "), expected:";
    for (const std::string& one : right) fault += ' ' + one + ';';
    faults.push_back(fault);
}

void judge_secrets(const std::vector<std::string>& words, std::vector<std::string>& faults) {
    for (const std::string& text : words)
        if (const std::optional<std::string> secret = secret_in(text))
            faults.push_back("there is " + *secret + " in: " + text.substr(0, 300));
}

}  // namespace

Verdict undergo(const HostileCase& row, const TransportKind& kind) {
    Verdict verdict;
    RawServer other{[](ServerConnection& connection) { connection.wait_for_client_to_leave(); }};
    TwoFacedServer server{row, other.url("")};
    Watcher watcher;
    const AnalyticsApi api{make_client(row, kind, server, watcher)};

    const PeakMemory memory;
    const auto begin = std::chrono::steady_clock::now();
    const Outcome outcome = outcome_of(row.call, api);
    const auto took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
    const std::size_t growth = memory.growth();

    judge_outcome(row, outcome, verdict.faults);
    if (took > row.timeout + lateness) verdict.faults.push_back("it took " + std::to_string(took.count()) + " ms");
    verdict.within_memory = is_sanitized || growth <= most_memory;
    if (!verdict.within_memory) verdict.faults.push_back("it took " + std::to_string(growth >> 20) + " MiB of memory");
    if (other.connection_count() > 0) verdict.faults.push_back("another origin was called");

    server.behave();
    CallOptions ample;
    ample.timeout = 30s;
    const Outcome after = outcome_of(
        [&](const AnalyticsApi& good) {
            return good.get_videos_plays({date::year{2023} / 6 / 1, VideosDimension::country, {}, {}, {}, {}}, ample)
                .data.at(0)
                .value;
        },
        api);
    if (after.text != "good") verdict.faults.push_back("afterwards a good call came to: " + after.text);

    std::vector<std::string> words = watcher.words();
    words.insert(words.end(), outcome.words.begin(), outcome.words.end());
    judge_secrets(words, verdict.faults);
    return verdict;
}

}  // namespace apivideo::tests
