// The histories a command is decided on: each is loaded once, and grows by what the command is about to write.
#pragma once

#include "models/eventstore/event_store.h"

#include <map>
#include <optional>
#include <vector>

namespace muniment {

/// Of one tenant in one region. References stay valid as long as the object.
class LoadedAggregates {
public:
    LoadedAggregates(EventStore& store, RegionName region, TenantId tenant)
        : m_store(store),
          m_region(std::move(region)),
          m_tenant(std::move(tenant)) {}

    /// The tenant's row in the region, asked for once; absent: there is none.
    [[nodiscard]] Result<std::optional<TenantHome>> home();

    /// An aggregate whose id was drawn just now: nothing can be loaded for it.
    void setNew(const AggregateKey& key) { m_loaded[key]; }

    /// As if it had been loaded.
    void set(const AggregateKey& key, AggregateHistory history);

    /// It was not in the store, and what is to be written makes it.
    [[nodiscard]] bool isNew(const AggregateKey& key) const;

    /// With what it has grown by.
    [[nodiscard]] Result<const AggregateHistory*> of(const AggregateKey& key);
    /// The sequence it has in the store; 0 where it does not exist.
    [[nodiscard]] Result<std::int64_t> storedSequence(const AggregateKey& key);
    /// Events that are to be written; what is decided next sees them.
    void extend(const AggregateKey& key, const std::vector<NewEvent>& events);

    // Whether it exists and is not removed.
    [[nodiscard]] Result<bool> isUserThere(const AggregateId& id);
    [[nodiscard]] Result<bool> isTeamThere(const AggregateId& id);
    [[nodiscard]] Result<bool> isRoleThere(const AggregateId& id);
    [[nodiscard]] Result<bool> isResourceThere(const AggregateId& id);

    /// `team` is `within`, or is a member of it through any number of teams.
    [[nodiscard]] Result<bool> isTeamWithin(const AggregateId& team, const AggregateId& within);
    /// `resource` is `above`, or lies anywhere below it.
    [[nodiscard]] Result<bool> isResourceBelow(const AggregateId& resource, const AggregateId& above);

private:
    EventStore& m_store;
    RegionName m_region;
    TenantId m_tenant;

    struct Loaded {
        AggregateHistory history;
        std::int64_t storedSequence = 0;
    };

    std::map<AggregateKey, Loaded> m_loaded;
    std::optional<std::optional<TenantHome>> m_home; ///< absent outside: not asked for yet
};

} // namespace muniment
