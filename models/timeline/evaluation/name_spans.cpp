#include "models/timeline/evaluation/name_spans.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

/// What differs between the two version tables.
struct VersionTable {
    const char* everyName; ///< entity and its names
    const char* versions;  ///< of an entity, oldest first (by time: runs of a moved tenant are not numbered so)
    int names;
};

constexpr VersionTable kOrganizations{
    "SELECT entity, name FROM org_versions",
    "SELECT from_n, valid_from, name FROM org_versions WHERE entity = ? ORDER BY valid_from, from_n", 1};
constexpr VersionTable kUsers{"SELECT entity, user_name, email, display_name FROM user_versions",
                              "SELECT from_n, valid_from, user_name, email, display_name FROM user_versions WHERE "
                              "entity = ? ORDER BY valid_from, from_n",
                              3};

bool fitsAny(const std::vector<TextPattern>& patterns, std::string_view name) {
    return !name.empty() &&
           std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return pattern.matches(name); });
}

/// Whether one of the names from `column` on fits.
bool isNamed(const std::vector<TextPattern>& patterns, const sqlite::Statement& row, int column, int names) {
    for (int i = 0; i < names; ++i)
        if (fitsAny(patterns, foldName(row.bytes(column + i))))
            return true;
    return false;
}

/// Entities that were ever called so. All names are read: no index knows those of the past.
std::set<std::int64_t> entitiesEverNamed(Snapshot& snapshot, const VersionTable& table,
                                         const std::vector<TextPattern>& patterns) {
    std::set<std::int64_t> entities;
    auto& rows = snapshot.statement(table.everyName);
    while (rows.step())
        if (isNamed(patterns, rows, 1, table.names))
            entities.insert(rows.integer(0));
    rows.reset();
    return entities;
}

NameSpan entityOf(Snapshot& snapshot, std::int64_t code) {
    auto& row = snapshot.statement("SELECT id, tenant, region FROM aggregates WHERE code = ?");
    row.bind(1, code);
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "a version has no aggregate", {}});
    NameSpan entity;
    entity.entity = code;
    entity.id = aggregateIdOf(row, 0);
    entity.tenant = row.integer(1);
    entity.region = row.integer(2);
    row.reset();
    return entity;
}

void addSpans(Snapshot& snapshot, const VersionTable& table, const std::vector<TextPattern>& patterns,
              const NameSpan& entity, std::vector<NameSpan>& spans) {
    auto& versions = snapshot.statement(table.versions);
    versions.bind(1, entity.entity);
    bool isInside = false;
    while (versions.step()) {
        const bool fits = isNamed(patterns, versions, 2, table.names);
        if (fits == isInside)
            continue;
        const EventNumber n{versions.integer(0)};
        const Instant validFrom{versions.integer(1)};
        if (fits) {
            NameSpan& span = spans.emplace_back(entity);
            span.from = n;
            span.validFrom = validFrom;
        } else {
            spans.back().until = n;
            spans.back().validUntil = validFrom;
        }
        isInside = fits;
    }
    versions.reset();
}

} // namespace

std::int64_t NameSpan::firstIn(std::int64_t run) const {
    if (from.run() == run)
        return from.ordinal();
    return from.run() < run ? 1 : UINT32_MAX;
}

std::int64_t NameSpan::lastIn(std::int64_t run) const {
    if (!until || until->run() > run)
        return UINT32_MAX;
    return until->run() == run ? until->ordinal() - 1 : 0;
}

std::vector<NameSpan> spansOfNames(Snapshot& snapshot, NamedKind kind, const std::vector<TextPattern>& patterns) {
    const VersionTable& table = kind == NamedKind::Organization ? kOrganizations : kUsers;
    std::vector<NameSpan> spans;
    for (const std::int64_t entity : entitiesEverNamed(snapshot, table, patterns)) {
        throwIfStopped(snapshot);
        addSpans(snapshot, table, patterns, entityOf(snapshot, entity), spans);
    }
    return spans;
}

} // namespace muniment
