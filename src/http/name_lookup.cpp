// SPDX-License-Identifier: MIT
// Looks up the addresses of hosts in threads of its own, since nothing ends a look-up in the system before its time.
#include "http/name_lookup.hpp"

#include "call/call_context.hpp"
#include "call/wake_on_cancel.hpp"
#include "http/failures.hpp"
#include "http/option_checks.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace apivideo::detail {
namespace {

using std::chrono::steady_clock;

std::string to_text(const addrinfo& address) {
    char text[NI_MAXHOST];
    return getnameinfo(address.ai_addr, address.ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0 ? text
                                                                                                                : "";
}

std::vector<std::string> look_up(const std::string& host) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owned{found, &freeaddrinfo};
    std::vector<std::string> addresses;
    for (const addrinfo* one = found; one; one = one->ai_next)
        if (std::string text = to_text(*one); !text.empty()) addresses.push_back(std::move(text));
    return addresses;
}

}  // namespace

struct NameLookup::State {
    struct LookUp {
        bool ended{false};
        steady_clock::time_point ended_at{};
        std::vector<std::string> addresses{};

        [[nodiscard]] bool is_outdated(steady_clock::time_point now) const {
            return ended && (addresses.empty() || now - ended_at > NameLookup::max_age);
        }
    };

    std::mutex mutex{};
    std::condition_variable changed{};
    int threads{0};
    std::map<std::string, std::shared_ptr<LookUp>> look_ups{};

    void forget_outdated() {
        const auto now = steady_clock::now();
        for (auto one = look_ups.begin(); one != look_ups.end();)
            one = one->second->is_outdated(now) ? look_ups.erase(one) : std::next(one);
    }

    /// The one that runs or has ended; null as long as no thread is free for it.
    static std::shared_ptr<LookUp> find_or_start(const std::shared_ptr<State>& self, const std::string& host) {
        self->forget_outdated();
        const auto known = self->look_ups.find(host);
        if (known != self->look_ups.end()) return known->second;
        if (self->threads == max_threads) return nullptr;
        auto started = std::make_shared<LookUp>();
        self->look_ups.emplace(host, started);
        try {
            std::thread{[self, started, host] { self->run(*started, host); }}.detach();
        } catch (...) {
            self->look_ups.erase(host);
            throw;
        }
        ++self->threads;
        return started;
    }

    void run(LookUp& one, const std::string& host) noexcept {
        std::vector<std::string> addresses;
        try {
            addresses = look_up(host);
        } catch (...) {  // no memory: as if the name had no address
        }
        const std::lock_guard<std::mutex> lock{mutex};
        one.addresses = std::move(addresses);
        one.ended_at = steady_clock::now();
        one.ended = true;
        --threads;
        changed.notify_all();
    }
};

NameLookup::NameLookup() : state_{std::make_shared<State>()} {}

std::vector<std::string> NameLookup::addresses_of(const std::string& host, const CallContext& context,
                                                  std::string_view doing) {
    if (is_ip_address(host)) return {host};
    State& state = *state_;
    const CancellationRegistration registration = wake_on_cancel(context, state.mutex, state.changed);
    std::unique_lock<std::mutex> lock{state.mutex};
    std::shared_ptr<State::LookUp> look_up;
    while (true) {
        if (!look_up) look_up = State::find_or_start(state_, host);
        if (look_up && look_up->ended) return look_up->addresses;
        check_still_wanted(context, steady_clock::now(), doing);
        wait_until(state.changed, lock, context.deadline);
    }
}

std::vector<std::string> NameLookup::addresses_for(const Url& url, const TransportOptions& options,
                                                   const CallContext& context) {
    const std::string host = options.proxy ? checked_proxy_url(*options.proxy).host : url.host;
    std::vector<std::string> addresses = addresses_of(host, context, url.origin());
    if (addresses.empty())
        throw transport_failure(TransportFailure::resolve, url,
                                options.proxy ? reason::proxy_not_resolved : reason::host_not_resolved);
    return addresses;
}

}  // namespace apivideo::detail
