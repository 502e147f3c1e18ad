#include "models/workspace/awaited_events.h"

#include <QTimer>

#include <algorithm>
#include <vector>

namespace muniment {

void AwaitedEvents::add(const RegionName& region, const LogKey& key, std::chrono::milliseconds wait,
                        std::function<void()> deliver) {
    const std::uint64_t number = ++m_last;
    m_awaited.push_back({number, region, key, std::move(deliver)});
    QTimer::singleShot(wait, m_owner, [this, number] { this->deliver(number); });
}

void AwaitedEvents::takeApplied(const AppliedBatch& batch) {
    // Collected first: what is delivered may add to the list.
    std::vector<std::uint64_t> visible;
    for (const Awaited& awaited : m_awaited) {
        if (awaited.region == batch.region && batch.cursor && *batch.cursor >= awaited.key)
            visible.push_back(awaited.number);
    }
    for (const std::uint64_t number : visible)
        deliver(number);
}

void AwaitedEvents::deliver(std::uint64_t number) {
    const auto awaited =
        std::find_if(m_awaited.begin(), m_awaited.end(), [number](const Awaited& a) { return a.number == number; });
    if (awaited == m_awaited.end())
        return;
    const auto deliver = std::move(awaited->deliver);
    m_awaited.erase(awaited);
    deliver();
}

} // namespace muniment
