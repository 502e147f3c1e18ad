#include "models/workspace/own_writes.h"

#include <QTimer>

#include <algorithm>

namespace muniment {

std::uint64_t OwnWrites::begin() {
    m_underWay.emplace(++m_lastCommand, std::nullopt);
    return m_lastCommand;
}

void OwnWrites::end(std::uint64_t number) {
    m_underWay.erase(number);
    tellSettled();
}

void OwnWrites::written(std::uint64_t number, const RegionName& region, const LogKey& key) {
    m_underWay[number] = Place{region, key};
}

void OwnWrites::takeCursor(const RegionName& region, const LogKey& cursor) {
    std::erase_if(m_underWay, [&](const auto& command) {
        const auto& place = command.second;
        return place && place->region == region && cursor >= place->key;
    });
    tellSettled();
}

void OwnWrites::whenSettled(QObject* context, std::chrono::milliseconds wait, std::function<void(bool)> done) {
    if (areSettled())
        return done(true);
    const std::uint64_t question = ++m_lastQuestion;
    m_waiting.push_back({question, m_lastCommand, context, std::move(done)});
    QTimer::singleShot(wait, m_owner, [this, question] { answer(question, false); });
}

void OwnWrites::tellSettled() {
    std::vector<std::uint64_t> settled; // collected first: who is told may ask again
    for (const Waiting& waiting : m_waiting)
        if (m_underWay.empty() || m_underWay.begin()->first > waiting.last)
            settled.push_back(waiting.number);
    for (const std::uint64_t question : settled)
        answer(question, true);
}

void OwnWrites::answer(std::uint64_t question, bool isSettled) {
    const auto waiting = std::ranges::find(m_waiting, question, &Waiting::number);
    if (waiting == m_waiting.end())
        return;
    const Waiting told = std::move(*waiting);
    m_waiting.erase(waiting);
    if (told.context)
        told.done(isSettled);
}

} // namespace muniment
