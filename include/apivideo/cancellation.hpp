// SPDX-License-Identifier: MIT
/// @file
/// @brief Ending calls from another thread: CancellationSource and CancellationToken.
#pragma once

#include <apivideo/export.hpp>

#include <functional>
#include <memory>

namespace apivideo {

namespace detail {
class CancellationState;
struct CancellationCallback;
}  // namespace detail

/// Keeps a function registered with a CancellationToken for as long as it lives.
///
/// Movable, not copyable. The destructor removes the function; if another thread is running the function, the
/// destructor waits for it, so that whatever the function refers to may be destroyed right after.
class APIVIDEO_EXPORT CancellationRegistration {
  public:
    /// Holds nothing.
    CancellationRegistration() noexcept = default;
    /// Takes over what @p other holds.
    CancellationRegistration(CancellationRegistration&& other) noexcept;
    /// Removes what this one holds and takes over what @p other holds.
    CancellationRegistration& operator=(CancellationRegistration&& other) noexcept;
    CancellationRegistration(const CancellationRegistration&) = delete;
    CancellationRegistration& operator=(const CancellationRegistration&) = delete;
    /// Removes the function.
    ~CancellationRegistration();

  private:
    friend class CancellationToken;
    CancellationRegistration(std::shared_ptr<detail::CancellationState> state,
                             std::shared_ptr<detail::CancellationCallback> callback) noexcept;
    void reset() noexcept;

    std::shared_ptr<detail::CancellationState> state_;
    std::shared_ptr<detail::CancellationCallback> callback_;
};

/// Tells whether its CancellationSource was cancelled. A default-made token never is.
///
/// Cheap to copy; copies share state with the source and outlive it. Safe to use from many threads.
class APIVIDEO_EXPORT CancellationToken {
  public:
    /// A token that is never cancelled.
    CancellationToken() noexcept = default;

    /// Whether CancellationSource::cancel() was called.
    [[nodiscard]] bool cancelled() const noexcept;

    /// Calls @p function once, when the source is cancelled, in the thread that cancels; or at once if it already is.
    /// @p function must be quick; its exceptions are dropped.
    /// @return the registration; destroy it to remove the function.
    [[nodiscard]] CancellationRegistration on_cancel(std::function<void()> function) const;

  private:
    friend class CancellationSource;
    explicit CancellationToken(std::shared_ptr<detail::CancellationState> state) noexcept;

    std::shared_ptr<detail::CancellationState> state_;
};

/// Cancels all calls that were given one of its tokens.
///
/// Cheap to copy; copies cancel the same calls. Safe to use from many threads. Destroying it cancels nothing.
class APIVIDEO_EXPORT CancellationSource {
  public:
    /// A source that is not cancelled yet.
    CancellationSource();

    /// Cancels every token of this source and runs the functions registered with on_cancel(). A second call does
    /// nothing.
    void cancel() const noexcept;

    /// Whether cancel() was called.
    [[nodiscard]] bool cancelled() const noexcept;

    /// A token to hand to calls, such as in CallOptions::cancellation.
    [[nodiscard]] CancellationToken token() const noexcept;

  private:
    std::shared_ptr<detail::CancellationState> state_;
};

}  // namespace apivideo
