// What people call something.
#pragma once

#include "models/domain/event.h"
#include "models/replica/snapshot.h"

#include <map>
#include <optional>
#include <string>

namespace muniment {

/// Names as of one moment, each looked up once: user name, key of a role, else the name; the id where the file knows
/// none. Reads only the snapshot.
class EntityNamesAt {
public:
    EntityNamesAt(Snapshot& snapshot, std::optional<Moment> asOf) : m_snapshot(snapshot), m_asOf(std::move(asOf)) {}

    [[nodiscard]] const std::string& of(const TenantId& tenant, const AggregateKey& aggregate);

    /// From now on it is called so.
    void set(const TenantId& tenant, const AggregateKey& aggregate, const std::string& name) {
        m_names[{tenant, aggregate}] = name;
    }

private:
    [[nodiscard]] std::string lookedUp(const TenantId& tenant, const AggregateKey& aggregate) const;

    Snapshot& m_snapshot;
    std::optional<Moment> m_asOf;
    std::map<std::pair<TenantId, AggregateKey>, std::string> m_names;
};

} // namespace muniment
