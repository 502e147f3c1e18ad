#include "models/timeline/evaluation/name_spans.h"

#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

/// What differs between the two version tables. `search` holds the folded names and the id, one a line.
struct VersionTable {
    const char* namedNow; ///< entities with a line equal to ?1
    const char* everyName;
    const char* versions; ///< of entity ?1, oldest first: from_n, valid_from, names
    int names;
};

constexpr VersionTable kOrganizations{
    "SELECT DISTINCT entity FROM org_versions"
    " WHERE instr(char(10) || search || char(10), char(10) || ?1 || char(10)) > 0",
    "SELECT entity, search FROM org_versions",
    "SELECT from_n, valid_from, name FROM org_versions WHERE entity = ? ORDER BY from_n", 1};
constexpr VersionTable kUsers{
    "SELECT DISTINCT entity FROM user_versions"
    " WHERE instr(char(10) || search || char(10), char(10) || ?1 || char(10)) > 0",
    "SELECT entity, search FROM user_versions",
    "SELECT from_n, valid_from, user_name, email, display_name FROM user_versions WHERE entity = ? ORDER BY from_n", 3};

bool fitsAny(const std::vector<TextPattern>& patterns, std::string_view name) {
    return !name.empty() &&
           std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return pattern.matches(name); });
}

bool holdsFittingLine(const std::vector<TextPattern>& patterns, std::string_view lines) {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        if (fitsAny(patterns, lines.substr(0, end)))
            return true;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return false;
}

/// Entities that may have had such a name; more than do.
std::set<std::int64_t> candidates(Snapshot& snapshot, const VersionTable& table,
                                  const std::vector<TextPattern>& patterns) {
    std::set<std::int64_t> entities;
    std::vector<TextPattern> open;
    for (const TextPattern& pattern : patterns) {
        if (pattern.hasWildcard()) {
            open.push_back(pattern);
            continue;
        }
        auto& rows = snapshot.statement(table.namedNow);
        rows.bindText(1, pattern.beginning());
        while (rows.step())
            entities.insert(rows.integer(0));
        rows.clear();
    }
    if (!open.empty()) {
        auto& rows = snapshot.statement(table.everyName);
        while (rows.step())
            if (holdsFittingLine(open, rows.bytes(1)))
                entities.insert(rows.integer(0));
        rows.reset();
    }
    return entities;
}

NameSpan entityOf(Snapshot& snapshot, std::int64_t code) {
    auto& row = snapshot.statement("SELECT id, tenant, region FROM aggregates WHERE code = ?");
    row.bind(1, code);
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "a version has no aggregate", {}});
    NameSpan entity;
    entity.entity = code;
    entity.id = row.text(0);
    entity.tenant = row.integer(1);
    entity.region = row.integer(2);
    row.reset();
    return entity;
}

void addSpans(Snapshot& snapshot, const VersionTable& table, const std::vector<TextPattern>& patterns,
              const NameSpan& entity, std::vector<NameSpan>& spans) {
    auto& versions = snapshot.statement(table.versions);
    versions.bind(1, entity.entity);
    bool isNamed = false;
    while (versions.step()) {
        bool fits = false;
        for (int i = 0; i < table.names && !fits; ++i)
            fits = fitsAny(patterns, foldName(versions.bytes(2 + i)));
        if (fits == isNamed)
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
        isNamed = fits;
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
    for (const std::int64_t entity : candidates(snapshot, table, patterns)) {
        throwIfStopped(snapshot);
        addSpans(snapshot, table, patterns, entityOf(snapshot, entity), spans);
    }
    return spans;
}

} // namespace muniment
