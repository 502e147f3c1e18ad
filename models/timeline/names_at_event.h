// What tenants, actors and subjects were called when an event was logged, from the version tables.
#pragma once

#include "models/replica/event_rows.h"
#include "models/replica/snapshot.h"

#include <string>
#include <unordered_map>

namespace muniment {

/// Over one snapshot, for one page of rows; remembers whom it has looked up. Functions throw sqlite::Failure.
class NamesAtEvent {
public:
    explicit NamesAtEvent(Snapshot& snapshot) : m_snapshot(snapshot) {}

    /// Empty when the name was not known then.
    [[nodiscard]] std::string tenant(const StoredEvent& stored);
    [[nodiscard]] std::string actor(const StoredEvent& stored);
    [[nodiscard]] std::string subject(const StoredEvent& stored);

private:
    struct Candidate {
        std::int64_t entity, tenant, region;
    };

    [[nodiscard]] const std::vector<Candidate>& aggregates(const char* type, const std::string& id);
    /// Of the version that the entity had at the event; `sql` selects names by (entity, from_n).
    [[nodiscard]] std::string nameAt(const char* sql, std::int64_t entity, std::int64_t n);

    Snapshot& m_snapshot;
    std::unordered_map<std::string, std::vector<Candidate>> m_aggregates;
};

} // namespace muniment
