// What tenants, actors, subjects and whom an event names were called when it was logged, from the version tables.
#pragma once

#include "models/replica/event_rows.h"
#include "models/replica/snapshot.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace muniment {

/// Names by the payload member that holds the id: "userId", "teamId", "roleId", "resourceId", "parentId".
using NamedMembers = std::map<std::string, std::string, std::less<>>;

/// Over one snapshot, for one page of rows; remembers whom it has looked up. Functions throw sqlite::Failure.
class NamesAtEvent {
public:
    explicit NamesAtEvent(Snapshot& snapshot) : m_snapshot(snapshot) {}

    /// Empty when the name was not known then.
    [[nodiscard]] std::string tenant(const StoredEvent& stored);
    [[nodiscard]] std::string actor(const StoredEvent& stored);
    /// A grant is called by its role and by who has it.
    [[nodiscard]] std::string subject(const StoredEvent& stored);
    /// Of events of teams, roles, resources and grants; without those that were not known then.
    [[nodiscard]] NamedMembers members(const StoredEvent& stored);

private:
    struct Candidate {
        std::int64_t entity, tenant, region;
    };

    [[nodiscard]] const std::vector<Candidate>& aggregates(std::string_view type, const std::string& id);
    /// Of the version that the entity had at the event; `sql` selects names by (entity, from_n).
    [[nodiscard]] std::string nameAt(const char* sql, std::int64_t entity, std::int64_t bound);
    /// The same of a tenant that has moved, too.
    [[nodiscard]] std::string nameBefore(const char* sql, std::int64_t entity, const StoredEvent& stored);
    [[nodiscard]] bool hasMoved(std::int64_t tenant);
    /// Of an aggregate of the event's own tenant and region.
    [[nodiscard]] std::string nameOf(std::string_view type, const std::string& id, const StoredEvent& stored);
    [[nodiscard]] std::string grantAt(const StoredEvent& stored);

    Snapshot& m_snapshot;
    std::unordered_map<std::string, std::vector<Candidate>> m_aggregates;
    std::optional<std::set<std::int64_t>> m_moved; ///< tenants.code; once it was asked for
};

} // namespace muniment
