// SPDX-License-Identifier: MIT
// Cancellation: a source, its tokens and the registered callbacks share one state.
#include <apivideo/cancellation.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace apivideo {
namespace detail {

struct CancellationCallback {
    std::function<void()> function;

    void run() noexcept {
        try {
            function();
        } catch (...) {  // as on_cancel() promises
        }
    }
};

class CancellationState {
  public:
    bool cancelled() const noexcept { return cancelled_.load(std::memory_order_acquire); }

    /// @return false if it is cancelled already: then the caller must run the callback.
    bool add(const std::shared_ptr<CancellationCallback>& callback) {
        const std::lock_guard<std::mutex> lock{mutex_};
        if (cancelled()) return false;
        callbacks_.push_back(callback);
        return true;
    }

    void remove(const std::shared_ptr<CancellationCallback>& callback) noexcept {
        std::unique_lock<std::mutex> lock{mutex_};
        const auto found = std::find(callbacks_.begin(), callbacks_.end(), callback);
        if (found != callbacks_.end()) {
            callbacks_.erase(found);
        } else if (running_ == callback && running_thread_ != std::this_thread::get_id()) {
            returned_.wait(lock, [&] { return running_ != callback; });
        }
    }

    void cancel() noexcept {
        std::unique_lock<std::mutex> lock{mutex_};
        if (cancelled()) return;
        cancelled_.store(true, std::memory_order_release);
        running_thread_ = std::this_thread::get_id();
        while (!callbacks_.empty()) {
            running_ = std::move(callbacks_.back());
            callbacks_.pop_back();
            lock.unlock();
            running_->run();
            // Before remove() returns, since the function may refer to what its caller owns. Without the lock, since
            // the function may own registrations with this state.
            running_->function = nullptr;
            lock.lock();
            running_.reset();
            returned_.notify_all();
        }
    }

  private:
    std::mutex mutex_;
    std::condition_variable returned_;
    std::atomic<bool> cancelled_{false};
    std::vector<std::shared_ptr<CancellationCallback>> callbacks_;
    std::shared_ptr<CancellationCallback> running_;
    std::thread::id running_thread_;
};

}  // namespace detail

CancellationRegistration::CancellationRegistration(std::shared_ptr<detail::CancellationState> state,
                                                   std::shared_ptr<detail::CancellationCallback> callback) noexcept
    : state_{std::move(state)}, callback_{std::move(callback)} {}

CancellationRegistration::CancellationRegistration(CancellationRegistration&& other) noexcept = default;

CancellationRegistration& CancellationRegistration::operator=(CancellationRegistration&& other) noexcept {
    if (this != &other) {
        reset();
        state_ = std::move(other.state_);
        callback_ = std::move(other.callback_);
    }
    return *this;
}

CancellationRegistration::~CancellationRegistration() { reset(); }

void CancellationRegistration::reset() noexcept {
    if (state_) state_->remove(callback_);
    state_.reset();
    callback_.reset();
}

CancellationToken::CancellationToken(std::shared_ptr<detail::CancellationState> state) noexcept
    : state_{std::move(state)} {}

bool CancellationToken::cancelled() const noexcept { return state_ && state_->cancelled(); }

CancellationRegistration CancellationToken::on_cancel(std::function<void()> function) const {
    if (!state_) return {};
    auto callback = std::make_shared<detail::CancellationCallback>(detail::CancellationCallback{std::move(function)});
    if (state_->add(callback)) return {state_, std::move(callback)};
    callback->run();
    return {};
}

CancellationSource::CancellationSource() : state_{std::make_shared<detail::CancellationState>()} {}

void CancellationSource::cancel() const noexcept {
    const std::shared_ptr<detail::CancellationState> state = state_;  // a callback may destroy this source
    if (state) state->cancel();
}

bool CancellationSource::cancelled() const noexcept { return state_ && state_->cancelled(); }

CancellationToken CancellationSource::token() const noexcept { return CancellationToken{state_}; }

}  // namespace apivideo
