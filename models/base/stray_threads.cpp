#include "models/base/stray_threads.h"

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace muniment {

namespace {

struct Stray {
    std::thread thread;
    bool isThrough = false; ///< its body returned; joining it takes no longer than its thread-local clean-up
};

/// Never destroyed: a thread that is left behind may report to it until the process ends.
struct Strays {
    std::mutex mutex;
    std::condition_variable changed;
    std::list<std::shared_ptr<Stray>> all;

    static Strays& instance() {
        static auto* strays = new Strays;
        return *strays;
    }

    [[nodiscard]] std::list<std::shared_ptr<Stray>> takeThrough() {
        std::list<std::shared_ptr<Stray>> through;
        for (auto stray = all.begin(); stray != all.end();) {
            const auto next = std::next(stray);
            if ((*stray)->isThrough)
                through.splice(through.end(), all, stray);
            stray = next;
        }
        return through;
    }
};

void join(const std::list<std::shared_ptr<Stray>>& through) {
    for (const auto& stray : through)
        stray->thread.join();
}

} // namespace

void startStrayThread(std::function<void()> body) {
    auto& strays = Strays::instance();
    std::list<std::shared_ptr<Stray>> through;
    {
        const std::lock_guard lock(strays.mutex);
        through = strays.takeThrough();
        const auto stray = std::make_shared<Stray>();
        stray->thread = std::thread([stray, &strays, run = std::move(body)]() mutable {
            run();
            run = nullptr;
            const std::lock_guard reporting(strays.mutex);
            stray->isThrough = true;
            strays.changed.notify_all();
        });
        strays.all.push_back(stray);
    }
    join(through);
}

bool settleStrayThreads(std::chrono::milliseconds patience) {
    auto& strays = Strays::instance();
    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(strays.mutex);
    const auto areThrough = [&] {
        for (const auto& stray : strays.all)
            if (!stray->isThrough)
                return false;
        return true;
    };
    const bool hasSettled = strays.changed.wait_until(lock, deadline, areThrough);
    const auto through = strays.takeThrough();
    lock.unlock();
    join(through);
    return hasSettled;
}

} // namespace muniment
