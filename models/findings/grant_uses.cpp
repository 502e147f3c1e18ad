#include "models/findings/grant_uses.h"

#include "models/access/access_entities.h"
#include "models/access/access_usage.h"
#include "models/domain/payload_fields.h"
#include "models/replica/sqlite.h"
#include "models/timeline/match_set.h"

namespace muniment {

namespace {

FilterNode usesOf(const std::optional<TenantId>& tenant) {
    const FilterNode type{termOf(FilterField::Type, "resource.accessed"), {}};
    return tenant ? joined(type, JoinAs::And, termOf(FilterField::Tenant, tenant->text())) : type;
}

class Uses {
public:
    Uses(Snapshot& snapshot, const AccessProjection& access)
        : m_snapshot(snapshot),
          m_access(access),
          m_entities(snapshot, access) {}

    /// May throw sqlite::Failure.
    Result<GrantUses> read(const MatchSet& matches) {
        GrantUses uses;
        uses.areTold = matches.count() > 0;
        for (const auto& [run, ordinals] : matches.ordinals)
            for (const std::uint32_t ordinal : ordinals)
                if (auto taken = take(run, ordinal); !taken)
                    return tl::unexpected(taken.error());
        for (const auto& [home, used] : m_uses)
            for (const auto& [code, bound] : lastUses(m_access.graph(), used)) {
                const EventNumber number = m_access.graph().home(home).eventAt(bound);
                uses.last[m_entities.idOf(code)] = m_snapshot.loggedAt(number).value_or(Instant{});
            }
        return uses;
    }

private:
    std::optional<HomeIndex> homeOf(const TenantId& tenant) {
        const auto [known, isNew] = m_homes.try_emplace(tenant);
        if (isNew)
            known->second = m_entities.findHome(tenant);
        return known->second;
    }

    /// By somebody or of something that the graph does not know it says nothing.
    Result<void> take(std::int64_t run, std::uint32_t ordinal) {
        const EventNumber number = EventNumber::of(run, ordinal);
        const auto event = m_snapshot.event(number);
        if (!event)
            return tl::unexpected(event.error());
        const auto home = homeOf(event->tenant);
        if (!home)
            return {};
        AccessQuestion question{m_entities.findSubject(*home, SubjectKind::User, AggregateId(event->actor.id.text())),
                                PayloadFields(event->payload).textOrEmpty("action"),
                                m_entities.findResource(*home, event->aggregate.id)};
        if (!question.subject.isNone() && !question.resource.isNone())
            m_uses[*home].push_back({std::move(question),
                                     {m_access.graph().home(*home).boundOf(number),
                                      m_snapshot.loggedAt(number).value_or(Instant{}).micros}});
        return {};
    }

    Snapshot& m_snapshot;
    const AccessProjection& m_access;
    AccessEntities m_entities;
    std::map<TenantId, std::optional<HomeIndex>> m_homes;
    std::map<HomeIndex, std::vector<AccessUse>> m_uses;
};

} // namespace

Result<GrantUses> readGrantUses(Snapshot& snapshot, const AccessProjection& access,
                                const std::optional<TenantId>& tenant, const std::optional<Moment>& asOf) {
    const auto matches = evaluate(snapshot, {.filter = usesOf(tenant), .asOf = asOf, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    auto read = sqlite::guarded([&] { return Uses(snapshot, access).read(**matches); });
    return read ? std::move(*read) : tl::unexpected(read.error());
}

} // namespace muniment
