// Answers that wait until the workspace file has a region's log up to the events they are about.
#pragma once

#include "models/base/position.h"
#include "models/base/strong_id.h"
#include "models/replica/replica.h"

#include <chrono>
#include <functional>
#include <list>

class QObject;

namespace muniment {

/// Used in the thread of `owner`, which outlives it.
class AwaitedEvents {
public:
    explicit AwaitedEvents(QObject* owner) : m_owner(owner) {}

    /// Calls `deliver` once: with the batch that reaches `key`, or when `wait` is over.
    void add(const RegionName& region, const LogKey& key, std::chrono::milliseconds wait,
             std::function<void()> deliver);
    /// The file has `batch` now.
    void takeApplied(const AppliedBatch& batch);

private:
    struct Awaited {
        std::uint64_t number = 0;
        RegionName region;
        LogKey key;
        std::function<void()> deliver;
    };

    void deliver(std::uint64_t number);

    QObject* m_owner;
    std::list<Awaited> m_awaited;
    std::uint64_t m_last = 0;
};

} // namespace muniment
