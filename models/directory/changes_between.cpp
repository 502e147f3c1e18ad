#include "models/directory/changes_between.h"

#include "models/directory/named_entities.h"
#include "models/directory/rows.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace muniment {

using namespace directory;

namespace {

/// More versions of one entity are not read: of them the newest count.
constexpr int kMostVersions = 10'000;

struct Relation {
    const char* table;
    const char* column; ///< from_n: that a row began; to_n: that it ended
};

struct Kind {
    const char* type;
    const char* table;
    std::string name; ///< SQL: what people call the version `v`
    std::vector<Relation> relations;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{
        {"org", "org_versions", "v.name", {{"org_domains", "from_n"}, {"org_domains", "to_n"}}},
        {"user",
         "user_versions",
         "coalesce(nullif(v.display_name, ''), v.user_name)",
         {{"user_credentials", "from_n"}, {"user_credentials", "to_n"}}},
        {"team", "team_versions", "v.name", {{"team_members", "from_n"}, {"team_members", "to_n"}}},
        {"role",
         "role_versions",
         "coalesce(nullif(v.display_name, ''), v.role_key)",
         {{"role_permissions", "from_n"}, {"role_permissions", "to_n"}}},
        {"resource", "resource_versions", "v.name", {}},
        {"grant", "grant_versions", memberNameOf("v.subject_kind", "v.subject"), {}},
        {"separation", "separation_versions", "v.name", {}},
        {"plan", "plan_versions", "v.name", {}}};
    return all;
}

struct NumberRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

std::vector<NumberRange> rangesOf(Snapshot& snapshot, const MomentSpan& span) {
    const auto from = span.from ? snapshot.bounds(span.from) : Result<RunBounds>(RunBounds());
    const auto to = snapshot.bounds(span.to);
    for (const auto* bounds : {&from, &to})
        if (!*bounds)
            throw sqlite::Failure(bounds->error());
    std::vector<NumberRange> ranges;
    for (const auto& [run, last] : to->lastOrdinal) {
        const auto before = from->lastOrdinal.find(run);
        const std::int64_t first = before == from->lastOrdinal.end() ? 0 : before->second;
        if (first < last)
            ranges.push_back({EventNumber::of(run, first + 1).value, EventNumber::of(run, last).value});
    }
    return ranges;
}

void noteEntities(Snapshot& snapshot, const char* table, const char* column, const std::vector<NumberRange>& ranges,
                  std::set<std::int64_t>& entities) {
    SQLite::Statement changed(snapshot.database(), std::string("SELECT DISTINCT entity FROM ") + table + " WHERE " +
                                                       column + " BETWEEN :first AND :last");
    for (const auto& [first, last] : ranges) {
        Binder(changed).integer(":first", first).integer(":last", last);
        while (changed.executeStep())
            entities.insert(changed.getColumn(0).getInt64());
        changed.reset();
    }
}

void readNamed(Snapshot& snapshot, const Kind& kind, const std::set<std::int64_t>& entities,
               const std::optional<std::string>& bounds, std::vector<ChangedEntity>& found) {
    SQLite::Statement named(snapshot.database(),
                            "SELECT a.id, (SELECT id FROM tenants WHERE code = v.tenant), " + tenantName() + ", " +
                                kind.name + "\n  FROM " + kind.table +
                                " AS v CROSS JOIN aggregates AS a ON a.code = v.entity"
                                "\n WHERE v.entity = :entity AND seen(:bounds, v.from_n, v.to_n) LIMIT 1");
    for (const std::int64_t entity : entities) {
        Binder(named).integer(":entity", entity).optionalBytes(":bounds", bounds);
        if (named.executeStep())
            found.push_back({TenantId(textAt(named, 1)), textAt(named, 2), AggregateKey{kind.type, idAt(named, 0)},
                             textAt(named, 3)});
        named.reset();
    }
}

std::size_t rankOf(const std::string& type) {
    return static_cast<std::size_t>(std::ranges::find_if(kinds(), [&](const Kind& kind) { return type == kind.type; }) -
                                    kinds().begin());
}

} // namespace

Result<ChangedEntities> changedBetween(Snapshot& snapshot, const MomentSpan& span, int most) {
    return sqlite::guarded([&] {
        const auto ranges = rangesOf(snapshot, span);
        const auto bounds = boundsOf(snapshot, span.to);
        ChangedEntities changed;
        auto& found = changed.entities;
        for (const Kind& kind : kinds()) {
            std::set<std::int64_t> entities;
            noteEntities(snapshot, kind.table, "from_n", ranges, entities);
            for (const Relation& relation : kind.relations)
                noteEntities(snapshot, relation.table, relation.column, ranges, entities);
            const auto room = static_cast<std::size_t>(most) - found.size();
            changed.isCut |= entities.size() > room;
            while (entities.size() > room)
                entities.erase(std::prev(entities.end()));
            readNamed(snapshot, kind, entities, bounds, found);
        }
        const auto key = [](const ChangedEntity& entity) {
            return std::tuple(entity.tenantName, entity.tenant, rankOf(entity.aggregate.type), entity.name,
                              entity.aggregate.id);
        };
        std::ranges::sort(found, {}, key);
        // An entity that has moved has a code in each of its regions.
        const auto again = std::ranges::unique(found);
        found.erase(again.begin(), again.end());
        return changed;
    });
}

std::vector<FieldChange> netChanges(const std::vector<VersionRow>& versions) {
    std::vector<FieldChange> net;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        for (const FieldChange& change : version->changes) {
            // What came goes with what it came as: of two members that came, another one stays.
            const auto earlier = std::ranges::find_if(net, [&](const FieldChange& one) {
                return !change.before.empty() && one.field == change.field && one.after == change.before;
            });
            const auto back = std::ranges::find_if(net, [&](const FieldChange& one) {
                return change.before.empty() && one.field == change.field && one.after.empty() &&
                       one.before == change.after;
            });
            if (back != net.end())
                net.erase(back);
            else if (earlier == net.end())
                net.push_back(change);
            else if (earlier->before == change.after)
                net.erase(earlier);
            else
                earlier->after = change.after;
        }
    }
    return net;
}

Result<std::vector<EntityChange>> changesOf(Snapshot& snapshot, const MomentSpan& span,
                                            const std::vector<ChangedEntity>& entities) {
    const auto from = span.from ? snapshot.bounds(span.from) : Result<RunBounds>(RunBounds());
    const auto to = snapshot.bounds(span.to);
    for (const auto* bounds : {&from, &to})
        if (!*bounds)
            return tl::unexpected(bounds->error());
    std::vector<EntityChange> changes;
    for (const ChangedEntity& entity : entities) {
        if (snapshot.isStopped())
            return failure(ErrorCode::Cancelled, "stopped");
        auto versions = entityHistory(snapshot, entity.tenant, entity.aggregate, kMostVersions);
        if (!versions)
            return tl::unexpected(versions.error());
        std::erase_if(*versions, [&](const VersionRow& version) {
            return !to->holds(version.number) || from->holds(version.number);
        });
        auto net = netChanges(*versions);
        if (net.empty())
            continue;
        VersionRow last = versions->front();
        last.changes = std::move(net);
        changes.push_back({entity, std::move(last)});
    }
    return changes;
}

} // namespace muniment
