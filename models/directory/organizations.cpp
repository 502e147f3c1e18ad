#include "models/directory/directory.h"
#include "models/directory/rows.h"
#include "models/directory/statements.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

namespace muniment {

using namespace directory;

static OrgLifecycle lifecycleNamed(const std::string& name) {
    for (const auto lifecycle : {OrgLifecycle::Active, OrgLifecycle::Inactive, OrgLifecycle::Removed}) {
        if (orgLifecycleName(lifecycle) == name)
            return lifecycle;
    }
    return OrgLifecycle::None;
}

static OrgRow rowAt(const SQLite::Statement& statement) {
    OrgRow row;
    row.id = TenantId(textAt(statement, 0));
    row.region = RegionName(textAt(statement, 1));
    row.name = textAt(statement, 2);
    row.plan = textAt(statement, 3);
    row.lifecycle = lifecycleNamed(textAt(statement, 4));
    row.createdAt.micros = statement.getColumn(5).getInt64();
    row.changedAt.micros = statement.getColumn(6).getInt64();
    row.epoch = statement.getColumn(7).getInt();
    row.sequence = statement.getColumn(9).getInt64();
    return row;
}

static std::vector<OrgRow> readRows(SQLite::Statement& statement) {
    std::vector<OrgRow> rows;
    while (statement.executeStep())
        rows.push_back(rowAt(statement));
    return rows;
}

static SQLite::Statement prepare(Snapshot& snapshot, const ListStatements& statements, bool isCount,
                                 const OrgQuery& query) {
    SQLite::Statement statement(snapshot.database(), isCount ? statements.count : statements.page);
    Binder binder(statement);
    binder.text(":bounds", boundsParameter(snapshot, query.asOf)).text(":text", foldName(query.text));
    binder.optionalText(":region", query.region ? std::optional(query.region->text()) : std::nullopt);
    binder.optionalText(":state", query.lifecycle ? std::optional(std::string(orgLifecycleName(*query.lifecycle)))
                                                  : std::nullopt);
    const PageKey after = query.after.value_or(PageKey{});
    binder.text(":after_name", after.name).text(":after_id", after.id).integer(":limit", query.limit);
    return statement;
}

Result<std::vector<OrgRow>> listOrganizations(Snapshot& snapshot, const OrgQuery& query) {
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, query.asOf ? kOrganizationsThen : kOrganizationsNow, false, query);
        return readRows(statement);
    });
}

Result<std::int64_t> countOrganizations(Snapshot& snapshot, const OrgQuery& query) {
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, query.asOf ? kOrganizationsThen : kOrganizationsNow, true, query);
        statement.executeStep();
        return static_cast<std::int64_t>(statement.getColumn(0).getInt64());
    });
}

PageKey pageKeyOf(const OrgRow& row) {
    return {foldName(row.name), row.id.text()};
}

Result<OrgRow> findOrganization(Snapshot& snapshot, const std::string& idOrName, std::optional<Instant> asOf) {
    auto found = sqlite::guarded([&] {
        const std::string bounds = boundsParameter(snapshot, asOf);
        const auto matching = [&](const std::string& sql) {
            SQLite::Statement statement(snapshot.database(), sql);
            Binder binder(statement);
            binder.text(":bounds", bounds).text(":id", idOrName).text(":name", foldName(idOrName));
            binder.text(":prefix", idOrName)
                .text(":prefix_end", prefixEnd(idOrName))
                .integer(":limit", kMostCandidates);
            return readRows(statement);
        };
        const auto& find = asOf ? kFindOrganizationThen : kFindOrganizationNow;
        std::vector<std::function<std::vector<OrgRow>()>> ways;
        if (!idOrName.empty())
            ways = {[&] { return matching(find.byId); }, [&] { return matching(find.byName); },
                    [&] { return matching(find.byPrefix); }};
        return chooseOne<OrgRow>(
            "org", idOrName, ways, [](const OrgRow& row) { return row.lifecycle == OrgLifecycle::Removed; },
            [](const OrgRow& row) { return row.id.text() + " (" + row.name + ", " + row.region.text() + ")"; });
    });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return *found;
    UserQuery users;
    users.asOf = asOf;
    users.tenant = (*found)->id;
    return countUsers(snapshot, users).map([&](std::int64_t count) {
        (*found)->users = count;
        return **found;
    });
}

} // namespace muniment
