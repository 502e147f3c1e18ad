#include "models/reviews/grant_uses.h"

#include "models/access/access_entities.h"
#include "models/access/access_usage.h"
#include "models/domain/payload_fields.h"
#include "models/replica/sqlite.h"
#include "models/timeline/match_set.h"

namespace muniment {

namespace {

FilterNode usesOf(const TenantId& tenant) {
    const FilterNode type{termOf(FilterField::Type, "resource.accessed"), {}};
    return joined(type, JoinAs::And, termOf(FilterField::Tenant, tenant.text()));
}

class Uses {
public:
    Uses(Snapshot& snapshot, const AccessProjection& access, const TenantId& tenant)
        : m_snapshot(snapshot),
          m_access(access),
          m_entities(snapshot, access),
          m_home(m_entities.findHome(tenant)) {}

    /// May throw sqlite::Failure.
    Result<std::map<AggregateId, Instant>> read(const MatchSet& matches) {
        std::map<AggregateId, Instant> last;
        if (!m_home)
            return last;
        const std::int64_t run = m_access.graph().home(*m_home).run;
        const auto ordinals = matches.ordinals.find(run);
        if (ordinals == matches.ordinals.end())
            return last;
        std::vector<AccessUse> uses;
        for (const std::uint32_t ordinal : ordinals->second)
            if (auto use = useAt(run, ordinal); !use)
                return tl::unexpected(use.error());
            else if (*use)
                uses.push_back(std::move(**use));
        for (const auto& [code, bound] : lastUses(m_access.graph(), uses))
            last[m_entities.idOf(code)] = m_snapshot.loggedAt(EventNumber::of(run, bound)).value_or(Instant{});
        return last;
    }

private:
    /// Absent: by somebody or of something that the graph does not know.
    Result<std::optional<AccessUse>> useAt(std::int64_t run, std::uint32_t ordinal) {
        const EventNumber number = EventNumber::of(run, ordinal);
        const auto event = m_snapshot.event(number);
        if (!event)
            return tl::unexpected(event.error());
        AccessQuestion question{m_entities.findSubject(*m_home, SubjectKind::User, AggregateId(event->actor.id.text())),
                                PayloadFields(event->payload).textOrEmpty("action"),
                                m_entities.findResource(*m_home, event->aggregate.id)};
        if (question.subject.isNone() || question.resource.isNone())
            return std::nullopt;
        const Instant at = m_snapshot.loggedAt(number).value_or(Instant{});
        return AccessUse{std::move(question), {ordinal, at.micros}};
    }

    Snapshot& m_snapshot;
    const AccessProjection& m_access;
    AccessEntities m_entities;
    std::optional<HomeIndex> m_home;
};

} // namespace

Result<std::map<AggregateId, Instant>> lastGrantUses(Snapshot& snapshot, const AccessProjection& access,
                                                     const TenantId& tenant, const Moment& moment) {
    const auto matches = evaluate(snapshot, {.filter = usesOf(tenant), .asOf = moment, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    auto read = sqlite::guarded([&] { return Uses(snapshot, access, tenant).read(**matches); });
    return read ? std::move(*read) : tl::unexpected(read.error());
}

} // namespace muniment
