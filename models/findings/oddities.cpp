#include "models/findings/oddities.h"

#include "models/access/access_entities.h"
#include "models/replica/sqlite.h"
#include "models/timeline/match_set.h"

namespace muniment {

namespace {

Oddity::Kind kindOf(AccessFinding::Kind kind) {
    switch (kind) {
    case AccessFinding::Kind::TeamInItself:
        return Oddity::Kind::TeamInItself;
    case AccessFinding::Kind::ResourceInItself:
        return Oddity::Kind::ResourceInItself;
    case AccessFinding::Kind::UntoldMember:
        return Oddity::Kind::UntoldMember;
    case AccessFinding::Kind::UntoldGrantee:
        return Oddity::Kind::UntoldGrantee;
    case AccessFinding::Kind::UntoldRole:
        return Oddity::Kind::UntoldRole;
    case AccessFinding::Kind::UntoldPlace:
        return Oddity::Kind::UntoldResource;
    case AccessFinding::Kind::GrantBeforeRole:
        break;
    }
    return Oddity::Kind::GrantBeforeRole;
}

/// Over one home. May throw sqlite::Failure.
class Telling {
public:
    Telling(Snapshot& snapshot, const AccessProjection& access, HomeIndex home, const std::optional<Moment>& asOf)
        : m_snapshot(snapshot),
          m_entities(snapshot, access),
          m_names(snapshot, asOf),
          m_tenant(m_entities.entityOf(home).tenant),
          m_tenantName(m_names.of(m_tenant, {"org", AggregateId(m_tenant.text())})),
          m_home(access.graph().home(home)),
          m_asOf(asOf) {}

    Oddity told(const AccessFinding& finding) {
        Oddity oddity{.kind = kindOf(finding.kind), .tenant = m_tenant, .tenantName = m_tenantName};
        if (!finding.subject.isNone())
            oddity.thing = thing(finding.subject);
        else if (!finding.role.isNone())
            oddity.thing = thing(finding.role);
        else if (!finding.resource.isNone())
            oddity.thing = thing(finding.resource);
        if (!finding.other.isNone())
            oddity.other = thing(finding.other);
        if (finding.event != 0) {
            oddity.event = m_home.eventAt(finding.event);
            oddity.since = m_snapshot.loggedAt(*oddity.event);
        }
        return oddity;
    }

    /// Events that stand earlier in the log than one with an earlier time; absent: none do.
    Result<std::optional<Oddity>> clock() {
        const FilterNode inversions{termOf(FilterField::Mark, "time.inversion"), {}};
        const auto matches = evaluate(
            m_snapshot, {.filter = joined(inversions, JoinAs::And, termOf(FilterField::Tenant, m_tenant.text())),
                         .asOf = m_asOf,
                         .now = {}});
        if (!matches)
            return tl::unexpected(matches.error());
        const auto count = static_cast<std::int64_t>((*matches)->count());
        if (count == 0)
            return std::nullopt;
        return Oddity{.kind = Oddity::Kind::Clock, .tenant = m_tenant, .tenantName = m_tenantName, .events = count};
    }

private:
    template <class Index>
    OddThing thing(Index node) {
        const AccessEntity entity = m_entities.entityOf(node);
        return {entity.aggregate, m_names.of(entity.tenant, entity.aggregate)};
    }

    Snapshot& m_snapshot;
    AccessEntities m_entities;
    EntityNamesAt m_names;
    TenantId m_tenant;
    std::string m_tenantName;
    const Home& m_home;
    std::optional<Moment> m_asOf;
};

} // namespace

std::string_view oddityKindName(Oddity::Kind kind) {
    switch (kind) {
    case Oddity::Kind::TeamInItself:
        return "teamInItself";
    case Oddity::Kind::ResourceInItself:
        return "resourceInItself";
    case Oddity::Kind::UntoldMember:
        return "untoldMember";
    case Oddity::Kind::UntoldGrantee:
        return "untoldGrantee";
    case Oddity::Kind::UntoldRole:
        return "untoldRole";
    case Oddity::Kind::UntoldResource:
        return "untoldResource";
    case Oddity::Kind::GrantBeforeRole:
        return "grantBeforeRole";
    case Oddity::Kind::Clock:
        break;
    }
    return "clock";
}

Result<std::vector<Oddity>> readOddities(Snapshot& snapshot, const AccessProjection& access, HomeIndex home, Seen seen,
                                         const std::optional<Moment>& asOf) {
    auto read = sqlite::guarded([&]() -> Result<std::vector<Oddity>> {
        Telling telling(snapshot, access, home, asOf);
        std::vector<Oddity> oddities;
        for (const AccessFinding& finding : findOddities(access, home, seen))
            oddities.push_back(telling.told(finding));
        auto clock = telling.clock();
        if (!clock)
            return tl::unexpected(clock.error());
        if (*clock)
            oddities.push_back(std::move(**clock));
        return oddities;
    });
    return read ? std::move(*read) : tl::unexpected(read.error());
}

} // namespace muniment
