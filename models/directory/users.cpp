#include "models/directory/directory.h"
#include "models/directory/rows.h"
#include "models/directory/statements.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

namespace muniment {

using namespace directory;

static UserLifecycle lifecycleNamed(const std::string& name) {
    for (const auto lifecycle :
         {UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive, UserLifecycle::Removed}) {
        if (userLifecycleName(lifecycle) == name)
            return lifecycle;
    }
    return UserLifecycle::None;
}

static UserRow rowAt(const SQLite::Statement& statement) {
    UserRow row;
    row.id = AggregateId(textAt(statement, 0));
    row.tenant = TenantId(textAt(statement, 1));
    row.region = RegionName(textAt(statement, 2));
    row.kind = textAt(statement, 3) == userKindName(UserKind::Machine) ? UserKind::Machine : UserKind::Human;
    row.lifecycle = lifecycleNamed(textAt(statement, 4));
    row.userName = textAt(statement, 5);
    row.firstName = textAt(statement, 6);
    row.lastName = textAt(statement, 7);
    row.displayName = textAt(statement, 8);
    row.email = textAt(statement, 9);
    row.phone = textAt(statement, 10);
    row.isEmailVerified = statement.getColumn(11).getInt() != 0;
    row.createdAt.micros = statement.getColumn(12).getInt64();
    row.changedAt.micros = statement.getColumn(13).getInt64();
    row.sequence = statement.getColumn(15).getInt64();
    row.tenantName = textAt(statement, 16);
    return row;
}

static std::vector<UserRow> readRows(SQLite::Statement& statement) {
    std::vector<UserRow> rows;
    while (statement.executeStep())
        rows.push_back(rowAt(statement));
    return rows;
}

static const ListStatements& statementsFor(const UserQuery& query) {
    if (query.asOf)
        return kUsersThen;
    return query.tenant ? kUsersOfTenantNow : kUsersNow;
}

static std::optional<std::string> textOf(const std::optional<TenantId>& tenant) {
    return tenant ? std::optional(tenant->text()) : std::nullopt;
}

static SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const UserQuery& query) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.text(":bounds", boundsParameter(snapshot, query.asOf)).text(":text", foldName(query.text));
    binder.optionalText(":tenant", textOf(query.tenant));
    binder.optionalText(":kind", query.kind ? std::optional(std::string(userKindName(*query.kind))) : std::nullopt);
    binder.optionalText(":state", query.lifecycle ? std::optional(std::string(userLifecycleName(*query.lifecycle)))
                                                  : std::nullopt);
    const PageKey after = query.after.value_or(PageKey{});
    binder.text(":after_name", after.name).text(":after_id", after.id).integer(":limit", query.limit);
    return statement;
}

Result<std::vector<UserRow>> listUsers(Snapshot& snapshot, const UserQuery& query) {
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, statementsFor(query).page, query);
        return readRows(statement);
    });
}

Result<std::int64_t> countUsers(Snapshot& snapshot, const UserQuery& query) {
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, statementsFor(query).count, query);
        statement.executeStep();
        return static_cast<std::int64_t>(statement.getColumn(0).getInt64());
    });
}

PageKey pageKeyOf(const UserRow& row) {
    return {foldName(row.userName), row.id.text()};
}

Result<UserRow> findUser(Snapshot& snapshot, const std::string& idOrName, std::optional<Instant> asOf,
                         const std::optional<TenantId>& tenant) {
    auto found = sqlite::guarded([&] {
        const std::string bounds = boundsParameter(snapshot, asOf);
        const auto matching = [&](const std::string& sql) {
            SQLite::Statement statement(snapshot.database(), sql);
            Binder binder(statement);
            binder.text(":bounds", bounds).optionalText(":tenant", textOf(tenant)).text(":id", idOrName);
            binder.text(":name", foldName(idOrName));
            binder.text(":prefix", idOrName)
                .text(":prefix_end", prefixEnd(idOrName))
                .integer(":limit", kMostCandidates);
            return readRows(statement);
        };
        const auto& find = asOf ? kFindUserThen : kFindUserNow;
        std::vector<std::function<std::vector<UserRow>()>> ways;
        if (!idOrName.empty())
            ways = {[&] { return matching(find.byId); }, [&] { return matching(find.byName); },
                    [&] { return matching(find.byPrefix); }, [&] { return matching(find.byLine); }};
        return chooseOne<UserRow>(
            "user", idOrName, ways, [](const UserRow& row) { return row.lifecycle == UserLifecycle::Removed; },
            [](const UserRow& row) { return row.id.text() + " (" + row.userName + ", " + row.tenantName + ")"; });
    });
    return found ? *found : tl::unexpected(found.error());
}

} // namespace muniment
