#include "models/base/stoppable_wait.h"

#include <condition_variable>
#include <mutex>

namespace muniment {

bool waitUnlessStopped(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace muniment
