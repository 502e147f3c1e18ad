#include "models/commands/loaded_aggregates.h"

#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/team.h"
#include "models/domain/user.h"

#include <set>

namespace muniment {

Result<std::optional<TenantHome>> LoadedAggregates::home() {
    if (!m_home) {
        auto asked = m_store.tenantHome(m_region, m_tenant);
        if (!asked)
            return tl::unexpected(asked.error());
        m_home = std::move(*asked);
    }
    return *m_home;
}

bool LoadedAggregates::isNew(const AggregateKey& key) const {
    const auto known = m_loaded.find(key);
    return known != m_loaded.end() && known->second.storedSequence == 0 && !known->second.history.events.empty();
}

void LoadedAggregates::set(const AggregateKey& key, AggregateHistory history) {
    const std::int64_t sequence = history.events.empty() ? 0 : history.events.back().sequence;
    m_loaded.insert_or_assign(key, Loaded{std::move(history), sequence});
}

Result<const AggregateHistory*> LoadedAggregates::of(const AggregateKey& key) {
    if (!m_loaded.contains(key)) {
        auto history = m_store.load(m_region, m_tenant, key);
        if (!history)
            return tl::unexpected(history.error());
        set(key, std::move(*history));
    }
    return &m_loaded.at(key).history;
}

Result<std::int64_t> LoadedAggregates::storedSequence(const AggregateKey& key) {
    return of(key).map([&](const AggregateHistory*) { return m_loaded.at(key).storedSequence; });
}

void LoadedAggregates::extend(const AggregateKey& key, const std::vector<NewEvent>& events) {
    Loaded& loaded = m_loaded[key];
    std::int64_t sequence = loaded.history.events.empty() ? 0 : loaded.history.events.back().sequence;
    for (const NewEvent& event : events) {
        RecordedEvent& row = loaded.history.events.emplace_back();
        row.aggregate = key;
        row.sequence = ++sequence;
        row.type = event.type;
        row.revision = event.revision;
        row.payload = event.payload;
        row.outcome = event.outcome;
    }
}

Result<bool> LoadedAggregates::isUserThere(const AggregateId& id) {
    return of({"user", id}).map([](const AggregateHistory* history) {
        const UserLifecycle lifecycle = foldUser(history->events).lifecycle;
        return lifecycle != UserLifecycle::None && lifecycle != UserLifecycle::Removed;
    });
}

Result<bool> LoadedAggregates::isTeamThere(const AggregateId& id) {
    return of({"team", id}).map([](const AggregateHistory* history) {
        return foldTeam(history->events).lifecycle == TeamLifecycle::Active;
    });
}

Result<bool> LoadedAggregates::isRoleThere(const AggregateId& id) {
    return of({"role", id}).map([](const AggregateHistory* history) {
        return foldRole(history->events).lifecycle == RoleLifecycle::Active;
    });
}

Result<bool> LoadedAggregates::isResourceThere(const AggregateId& id) {
    return of({"resource", id}).map([](const AggregateHistory* history) {
        return foldResource(history->events).lifecycle == ResourceLifecycle::Active;
    });
}

Result<bool> LoadedAggregates::isTeamWithin(const AggregateId& team, const AggregateId& within) {
    // From the larger one down; writers other than we may have made a circle already.
    std::set<AggregateId> seen{within};
    std::vector<AggregateId> open{within};
    while (!open.empty()) {
        const AggregateId next = std::move(open.back());
        open.pop_back();
        if (next == team)
            return true;
        const auto history = of({"team", next});
        if (!history)
            return tl::unexpected(history.error());
        for (const TeamMember& member : foldTeam((*history)->events).members)
            if (member.kind == TeamMember::Kind::Team && seen.insert(member.id).second)
                open.push_back(member.id);
    }
    return false;
}

Result<bool> LoadedAggregates::isResourceBelow(const AggregateId& resource, const AggregateId& above) {
    std::set<AggregateId> seen;
    AggregateId next = resource;
    while (!next.isEmpty() && seen.insert(next).second) {
        if (next == above)
            return true;
        const auto history = of({"resource", next});
        if (!history)
            return tl::unexpected(history.error());
        next = foldResource((*history)->events).parent;
    }
    return false;
}

} // namespace muniment
