// Threads that their owners may leave behind: a network call that does not come back must not keep a window or a
// command from closing, so what runs such calls owns all it uses and is not waited for.
#pragma once

#include <chrono>
#include <functional>

namespace muniment {

/// Runs `body` on a thread of its own that nobody has to join. What `body` captured is destroyed on that thread.
/// Any thread.
void startStrayThread(std::function<void()> body);

/// Waits until every stray thread has ended, its thread-local clean-up (libpq's and OpenSSL's) included; false: some
/// still ran after `patience` and are left to the end of the process. To be called last in `main`, so that the
/// process does not tear down libraries under threads that are about to end.
[[nodiscard]] bool settleStrayThreads(std::chrono::milliseconds patience);

} // namespace muniment
