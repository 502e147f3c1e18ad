#include "models/directory/resources.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"

#include <algorithm>
#include <map>
#include <set>

namespace muniment {

using namespace directory;

const NamedEntities& directory::resourceEntities() {
    static const NamedEntities entities{
        "resource", "resource_versions", "v.resource_id",
        "v.name, v.type, v.parent,"
        " (SELECT count(*) FROM resource_versions AS c WHERE c.parent = packed_id(v.resource_id) AND c.parent <> ''"
        " AND c.tenant = v.tenant AND c.region = v.region AND c.state <> 'removed'"
        " AND seen(:bounds, c.from_n, c.to_n))",
        "\n   AND (:parent IS NULL OR EXISTS (SELECT 1 FROM resource_versions AS p WHERE p.entity = l.entity"
        " AND p.parent = :parent AND seen(:bounds, p.from_n, p.to_n)))"};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(resourceEntities());
    return made;
}

static ResourceRow rowAt(const SQLite::Statement& statement) {
    ResourceRow row;
    row.id = AggregateId(textAt(statement, Id));
    row.tenant = TenantId(textAt(statement, Tenant));
    row.tenantName = textAt(statement, TenantName);
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle = valueNamed(textAt(statement, State), resourceLifecycleName,
                               {ResourceLifecycle::Active, ResourceLifecycle::Removed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    row.name = textAt(statement, FirstOwnColumn);
    row.type = textAt(statement, FirstOwnColumn + 1);
    row.parent = idAt(statement, FirstOwnColumn + 2);
    row.children = statement.getColumn(FirstOwnColumn + 3).getInt64();
    return row;
}

namespace {

/// What resources lie in, as of an instant; each is looked up once.
class Paths {
public:
    Paths(Snapshot& snapshot, std::optional<Moment> asOf)
        : m_find(snapshot.database(), R"(
SELECT v.name, v.parent
  FROM aggregates AS a CROSS JOIN resource_versions AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'resource')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant) AND seen(:bounds, v.from_n, v.to_n)
 LIMIT 1)") {
        Binder(m_find).optionalBytes(":bounds", boundsOf(snapshot, asOf));
    }

    /// Names from the outermost to `parent`. A circle, which no decider makes, is gone through once.
    [[nodiscard]] std::vector<std::string> of(const TenantId& tenant, AggregateId parent) {
        std::vector<std::string> path;
        std::set<AggregateId> seen;
        while (!parent.isEmpty() && seen.insert(parent).second) {
            const Place& place = placeOf(tenant, parent);
            path.push_back(place.name.empty() ? parent.text() : place.name);
            parent = place.parent;
        }
        std::reverse(path.begin(), path.end());
        return path;
    }

private:
    struct Place {
        std::string name;
        AggregateId parent;
    };

    const Place& placeOf(const TenantId& tenant, const AggregateId& id) {
        const auto [found, isNew] = m_known.try_emplace({tenant, id});
        if (isNew) {
            Binder(m_find).text(":id", id.text()).text(":tenant", tenant.text());
            if (m_find.executeStep())
                found->second = {textAt(m_find, 0), idAt(m_find, 1)};
            m_find.reset();
        }
        return found->second;
    }

    SQLite::Statement m_find;
    std::map<std::pair<TenantId, AggregateId>, Place> m_known;
};

Result<std::vector<ResourceRow>> withPaths(Snapshot& snapshot, std::optional<Moment> asOf,
                                           Result<std::vector<ResourceRow>> rows) {
    if (!rows)
        return rows;
    return sqlite::guarded([&] {
        Paths paths(snapshot, asOf);
        for (ResourceRow& row : *rows)
            row.path = paths.of(row.tenant, row.parent);
        return std::move(*rows);
    });
}

ListQuestion questionFor(const ResourceQuery& query) {
    ListQuestion question = questionOf(query);
    question.tenant = query.tenant;
    if (query.lifecycle)
        question.state = resourceLifecycleName(*query.lifecycle);
    question.conditions.emplace_back(":kind", query.type);
    question.ids.emplace_back(":parent", query.parent);
    return question;
}

} // namespace

Result<std::vector<ResourceRow>> listResources(Snapshot& snapshot, const ResourceQuery& query) {
    return withPaths(snapshot, query.asOf, listEntities(snapshot, statements(), questionFor(query), &rowAt));
}

Result<std::int64_t> countResources(Snapshot& snapshot, const ResourceQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<ResourceRow>> listCounted(Snapshot& snapshot, const ResourceQuery& query) {
    auto counted = listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
    if (!counted)
        return counted;
    return withPaths(snapshot, query.asOf, std::move(counted->rows)).map([&](std::vector<ResourceRow> rows) {
        return CountedRows<ResourceRow>{counted->total, std::move(rows)};
    });
}

PageKey pageKeyOf(const ResourceRow& row) {
    return {foldName(row.name), row.id.text()};
}

Result<ResourceRow> findResource(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf,
                                 const std::optional<TenantId>& tenant) {
    auto found = findEntity<ResourceRow>(
        snapshot, statements(), {"resource", idOrName, asOf, tenant}, &rowAt,
        [](const ResourceRow& row) { return row.lifecycle == ResourceLifecycle::Removed; },
        [](const ResourceRow& row) { return row.id.text() + " (" + row.name + ", " + row.tenantName + ")"; });
    if (!found)
        return found;
    return withPaths(snapshot, asOf, std::vector{std::move(*found)}).map([](auto rows) {
        return std::move(rows.front());
    });
}

Result<std::vector<VersionRow>> resourceHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& resource,
                                                int limit) {
    // What it lies in by the name that has now.
    static const std::string parent =
        "coalesce(" + nameOf("resource", "resource_versions", "n.name", "v.parent") + ", stored_id_text(v.parent))";
    static const HistoryStatements history(
        "resource", "resource_versions",
        {{"name", "v.name"}, {"type", "v.type"}, {"parent", parent.c_str()}, {"state", "v.state"}});
    return readHistory(snapshot, history, tenant, resource, limit);
}

} // namespace muniment
