// Yes or no, by which ways, since when; and when no, what is missing.
#include "models/access/access_times.h"
#include "models/items/access_moment.h"
#include "models/items/access_queries.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostEndedWays = 3;

class Answering {
public:
    Answering(Snapshot& snapshot, const AccessProjection& projection, const AccessRequest& request,
              const AccessMoment& moment)
        : m_request(request),
          m_moment(moment),
          m_telling(snapshot, projection, moment.home, request.asOf) {}

    Result<AccessAnswer> answer() {
        const auto started = std::chrono::steady_clock::now();
        const auto kind = m_request.subject.type == "team" ? SubjectKind::Team : SubjectKind::User;
        m_question = {m_telling.entities().findSubject(m_moment.home, kind, m_request.subject.id), m_request.action,
                      m_telling.entities().findResource(m_moment.home, m_request.resource)};
        if (m_question.subject.isNone())
            return tl::unexpected(unknownParty({m_request.tenant, m_request.subject}));
        if (m_question.resource.isNone())
            return tl::unexpected(unknownParty({m_request.tenant, {"resource", m_request.resource}}));
        m_answer.subject = m_telling.party(m_question.subject);
        m_answer.resource = m_telling.party(m_question.resource);
        m_answer.freshness = m_moment.freshness;
        const auto found = findPaths(m_telling.graph(), m_question, m_moment.seen);
        m_answer.took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
        m_answer.isAllowed = !found.paths.empty();
        m_answer.isCut = found.isCut;
        for (const AccessPath& path : found.paths)
            m_answer.ways.push_back(m_telling.way(path));
        if (!m_answer.isAllowed)
            tellMissing();
        tellTimes();
        return std::move(m_answer);
    }

private:
    void tellMissing() {
        for (const Obstacle& obstacle : findObstacles(m_telling.graph(), m_question, m_moment.seen).obstacles)
            m_answer.missing.push_back(m_telling.link(obstacle));
        const auto known = actionsIn(m_telling.graph(), m_moment.home, std::nullopt);
        m_answer.isActionKnown = std::ranges::any_of(
            known, [this](const std::string& action) { return coversAction(action, m_request.action); });
    }

    /// Whether the turn lies inside the moment.
    [[nodiscard]] bool isPast(const AccessTurn& turn) const {
        return turn.event != 0 ? turn.event <= m_moment.seen.bound : turn.at <= m_moment.seen.at;
    }

    void tellTimes() {
        const auto intervals = findIntervals(m_telling.graph(), m_question, m_moment.all,
                                             [this](Bound event) { return m_telling.loggedAt(event).micros; });
        const AccessInterval* ended = nullptr;
        for (const AccessInterval& interval : intervals) {
            AccessTimes times{Instant{interval.from.at}, m_telling.cause(interval.from.event), {}, {}};
            if (interval.until) {
                times.until = Instant{interval.until->at};
                times.endedBy = m_telling.cause(interval.until->event);
            }
            const bool hasEnded = interval.until && isPast(*interval.until);
            if (hasEnded) {
                ended = &interval;
                ++m_answer.endedTimes;
            }
            if (!hasEnded && isPast(interval.from))
                m_answer.present = m_answer.times.size();
            m_answer.times.push_back(std::move(times));
        }
        if (ended != nullptr)
            tellEndedWays(*ended->until);
    }

    /// As it was just before it ended.
    void tellEndedWays(const AccessTurn& end) {
        Seen before{m_moment.seen.bound, end.at - 1};
        if (end.event != 0)
            before.bound = end.event - 1;
        for (const AccessPath& path : findPaths(m_telling.graph(), m_question, before, kMostEndedWays).paths) {
            AccessWay way = m_telling.way(path, m_moment.seen);
            if (std::ranges::find(m_answer.ways, way) == m_answer.ways.end())
                m_answer.endedWays.push_back(std::move(way));
        }
    }

    const AccessRequest& m_request;
    const AccessMoment& m_moment;
    AccessTelling m_telling;
    AccessQuestion m_question;
    AccessAnswer m_answer;
};

} // namespace

bool AccessAnswer::tellsTheSameAs(const AccessAnswer& other) const {
    return isAllowed == other.isAllowed && isCut == other.isCut && isActionKnown == other.isActionKnown &&
           subject == other.subject && resource == other.resource && ways == other.ways && missing == other.missing &&
           endedWays == other.endedWays && times == other.times && present == other.present;
}

Result<AccessAnswer> answerAccess(Snapshot& snapshot, const AccessProjection& projection,
                                  const AccessRequest& request) {
    auto told = sqlite::guarded([&]() -> Result<AccessAnswer> {
        const auto moment = accessMoment(snapshot, projection, request.tenant, request.asOf, request.now);
        if (!moment)
            return tl::unexpected(moment.error());
        return Answering(snapshot, projection, request, *moment).answer();
    });
    return told ? std::move(*told) : tl::unexpected(told.error());
}

} // namespace muniment
