#include "models/items/time_machine.h"

#include "models/base/clock.h"

#include <algorithm>

namespace muniment {

TimeMachine::TimeMachine(Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_factsSlot(this, askMomentFacts(workspace),
                  [this](const std::optional<Moment>& moment, Result<MomentFacts> facts) {
                      takeFacts(moment, std::move(facts));
                  }),
      m_stepSlot(this, askMomentStep(workspace),
                 [this](const MomentStep& step, const Result<std::optional<Moment>>& found) { takeStep(step, found); }),
      m_beforeSlot(this, askMomentBefore(workspace),
                   [this](const NamedEvent& event, const Result<std::optional<Moment>>& found) {
                       if (!found)
                           emit failed(found.error());
                       else if (*found)
                           setAsOf(*found);
                       else
                           emit missed(event);
                   }) {
    m_factsSlot.request(m_asOf);
}

void TimeMachine::setAsOf(const std::optional<Moment>& asOf) {
    m_owed = 0;
    m_stepSlot.drop();
    m_beforeSlot.drop();
    if (asOf == m_asOf)
        return;
    m_asOf = asOf;
    m_isArriving = true;
    m_factsSlot.drop();
    m_factsSlot.request(m_asOf);
    emit momentChanged();
}

void TimeMachine::setSince(const std::optional<Moment>& since) {
    if (std::exchange(m_since, since) != since)
        emit sinceChanged();
}

void TimeMachine::refresh() {
    m_factsSlot.request(m_asOf);
}

void TimeMachine::showLateEvents() {
    m_isArriving = true;
    m_factsSlot.request(m_asOf);
    emit reloadWanted();
}

void TimeMachine::takeFacts(const std::optional<Moment>& moment, Result<MomentFacts> facts) {
    if (moment != m_asOf)
        return;
    if (!facts) {
        if (facts.error().code != ErrorCode::Cancelled)
            emit failed(facts.error());
        return;
    }
    m_facts = std::move(*facts);
    if (std::exchange(m_isArriving, false))
        m_shownEvents = m_facts->events;
    emit factsChanged();
}

std::int64_t TimeMachine::lateEvents() const {
    return isPast() && m_facts && !m_isArriving ? m_facts->events - m_shownEvents : 0;
}

std::vector<RegionMoment> TimeMachine::regions() const {
    std::vector<RegionMoment> regions;
    if (!m_facts)
        return regions;
    const auto statuses = m_workspace.regions();
    for (const RegionBound& bound : m_facts->regions) {
        RegionMoment& region = regions.emplace_back(RegionMoment{bound, {}, false});
        const auto status = std::ranges::find(statuses, bound.region, &RegionStatus::region);
        if (status != statuses.end())
            region.knownThrough = status->follower.knownThrough;
        region.isIncomplete = m_asOf && (!region.knownThrough || *region.knownThrough < m_asOf->at);
    }
    return regions;
}

void TimeMachine::goBefore(const NamedEvent& event) {
    m_beforeSlot.request(event);
}

void TimeMachine::step(int events) {
    m_owed += events;
    askStep();
}

void TimeMachine::askStep() {
    if (m_owed != 0 && !m_stepSlot.isRunning())
        m_stepSlot.request({m_asOf, m_owed});
}

void TimeMachine::takeStep(const MomentStep& step, const Result<std::optional<Moment>>& found) {
    if (step.from != m_asOf)
        return;
    if (!found) {
        m_owed = 0;
        emit failed(found.error());
        return;
    }
    const auto left = m_owed - step.events;
    if (*found == m_asOf) {
        m_owed = 0;
        emit ended(step.events < 0);
        return;
    }
    setAsOf(*found);
    m_owed = left;
    askStep();
}

void TimeMachine::moveBy(std::int64_t micros) {
    const Instant now = systemClock().now();
    const Instant from = m_asOf ? m_asOf->at : now;
    const Instant to = from + micros;
    if (to >= now)
        return m_asOf ? backToNow() : void();
    setAsOf(Moment(to));
}

void TimeMachine::goToFirst() {
    if (m_facts && m_facts->firstAt)
        setAsOf(Moment(*m_facts->firstAt));
}

void TimeMachine::goToLast() {
    if (m_facts && m_facts->lastAt)
        setAsOf(Moment(*m_facts->lastAt));
}

} // namespace muniment
