#include "models/spool/status_board.h"

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kBetweenCounts{100};
constexpr std::chrono::seconds kBetweenMeasures{1};

bool isSameError(const std::optional<Error>& a, const std::optional<Error>& b) {
    return a.has_value() == b.has_value() && (!a || (a->code == b->code && a->detail == b->detail));
}

bool isSameIdentity(const std::optional<StoreIdentity>& a, const std::optional<StoreIdentity>& b) {
    return a.has_value() == b.has_value() && (!a || (a->mark == b->mark && a->version == b->version));
}

bool isSameHolder(const std::optional<HorizonHolder>& a, const std::optional<HorizonHolder>& b) {
    return a.has_value() == b.has_value() && (!a || (a->description == b->description && a->age == b->age));
}

bool isNews(const FollowerStatus& told, const FollowerStatus& now) {
    return told.phase != now.phase || !isSameError(told.error, now.error) || told.nextAttempt != now.nextAttempt ||
           !isSameHolder(told.holder, now.holder) || !isSameIdentity(told.identity, now.identity);
}

bool hasCounted(const FollowerStatus& told, const FollowerStatus& now) {
    return told.handedOn != now.handedOn || told.backlog != now.backlog;
}

bool hasMeasured(const FollowerStatus& told, const FollowerStatus& now) {
    return told.roundTrip != now.roundTrip || told.knownThrough != now.knownThrough;
}

} // namespace

void StatusBoard::post() {
    const auto quiet = m_clock.monotonic() - m_toldAt;
    if (!m_told || isNews(*m_told, m_status) || (hasCounted(*m_told, m_status) && quiet >= kBetweenCounts) ||
        (hasMeasured(*m_told, m_status) && quiet >= kBetweenMeasures))
        tell();
}

void StatusBoard::flush() {
    if (!m_told || isNews(*m_told, m_status) || hasCounted(*m_told, m_status) || hasMeasured(*m_told, m_status))
        tell();
}

void StatusBoard::tell() {
    m_told = m_status;
    m_toldAt = m_clock.monotonic();
    if (m_tell)
        m_tell(m_status);
}

} // namespace muniment
