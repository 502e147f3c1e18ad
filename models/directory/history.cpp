#include "models/directory/directory.h"
#include "models/directory/rows.h"
#include "models/directory/statements.h"
#include "models/replica/sqlite.h"

#include <map>
#include <span>

namespace muniment {

using namespace directory;

namespace {

// A version as read: its entity, the compared fields, and what is told of its event.
struct ReadVersion {
    std::int64_t entity = 0;
    std::vector<std::string> fields;
    VersionRow row;
};

ReadVersion versionAt(const SQLite::Statement& statement, int fieldCount) {
    ReadVersion version;
    version.entity = statement.getColumn(0).getInt64();
    for (int i = 1; i <= fieldCount; ++i)
        version.fields.push_back(textAt(statement, i));
    const int tail = fieldCount + 1;
    version.row.number.value = statement.getColumn(tail).getInt64();
    version.row.validFrom.micros = statement.getColumn(tail + 1).getInt64();
    version.row.eventType = textAt(statement, tail + 2);
    version.row.actor = Actor{textAt(statement, tail + 3), ActorId(textAt(statement, tail + 4))};
    version.row.actorName = textAt(statement, tail + 5);
    return version;
}

std::vector<FieldChange> changesBetween(std::span<const char* const> names, const ReadVersion* before,
                                        const ReadVersion& after) {
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string old = before != nullptr ? before->fields[i] : std::string();
        if (old != after.fields[i])
            changes.push_back({names[i], old, after.fields[i]});
    }
    return changes;
}

// Newest first; the version before a row is the next one of the same entity. One more row than wanted is read, so that
// the last row shown has one to be compared with.
std::vector<VersionRow> readHistory(SQLite::Statement& statement, std::span<const char* const> names, int limit) {
    std::vector<ReadVersion> versions;
    while (statement.executeStep())
        versions.push_back(versionAt(statement, static_cast<int>(names.size())));
    std::map<std::int64_t, const ReadVersion*> olderOf;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        const ReadVersion*& older = olderOf[version->entity];
        version->row.changes = changesBetween(names, older, *version);
        older = &*version;
    }
    std::vector<VersionRow> rows;
    for (auto& version : versions) {
        if (static_cast<int>(rows.size()) < limit)
            rows.push_back(std::move(version.row));
    }
    return rows;
}

constexpr const char* kOrganizationFields[] = {"name", "plan", "state", "region"};
constexpr const char* kUserFields[] = {"userName",      "firstName", "lastName",    "displayName", "email",
                                       "emailVerified", "phone",     "description", "state"};

} // namespace

Result<std::vector<VersionRow>> organizationHistory(Snapshot& snapshot, const TenantId& org, int limit) {
    return sqlite::guarded([&] {
        SQLite::Statement statement(snapshot.database(), kOrganizationHistory);
        Binder(statement).text(":id", org.text()).integer(":limit", limit + 1);
        return readHistory(statement, kOrganizationFields, limit);
    });
}

Result<std::vector<VersionRow>> userHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user,
                                            int limit) {
    return sqlite::guarded([&] {
        SQLite::Statement statement(snapshot.database(), kUserHistory);
        Binder(statement).text(":id", user.text()).text(":tenant", tenant.text()).integer(":limit", limit + 1);
        return readHistory(statement, kUserFields, limit);
    });
}

} // namespace muniment
