#include "models/directory/users.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"

namespace muniment {

using namespace directory;

const NamedEntities& directory::userEntities() {
    static const NamedEntities entities{"user",
                                        "user_versions",
                                        "(SELECT id FROM aggregates WHERE code = v.entity)",
                                        "v.kind, v.user_name, v.first_name, v.last_name, v.display_name, v.email,"
                                        " v.phone, v.email_verified, v.phone_verified, v.password_change_required",
                                        {}};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(userEntities());
    return made;
}

static UserRow rowAt(const SQLite::Statement& statement) {
    UserRow row;
    row.id = AggregateId(textAt(statement, Id));
    row.tenant = TenantId(textAt(statement, Tenant));
    row.tenantName = textAt(statement, TenantName);
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle =
        valueNamed(textAt(statement, State), userLifecycleName,
                   {UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive, UserLifecycle::Removed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    int column = FirstOwnColumn;
    row.kind = valueNamed(textAt(statement, column++), userKindName, {UserKind::Human, UserKind::Machine});
    for (std::string* field : {&row.userName, &row.firstName, &row.lastName, &row.displayName, &row.email, &row.phone})
        *field = textAt(statement, column++);
    for (bool* flag : {&row.isEmailVerified, &row.isPhoneVerified, &row.isPasswordChangeRequired})
        *flag = statement.getColumn(column++).getInt() != 0;
    return row;
}

static ListQuestion questionFor(const UserQuery& query) {
    ListQuestion question = questionOf(query);
    question.tenant = query.tenant;
    if (query.lifecycle)
        question.state = userLifecycleName(*query.lifecycle);
    question.conditions.emplace_back(":kind",
                                     query.kind ? std::optional(std::string(userKindName(*query.kind))) : std::nullopt);
    return question;
}

Result<std::vector<UserRow>> listUsers(Snapshot& snapshot, const UserQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countUsers(Snapshot& snapshot, const UserQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<UserRow>> listCounted(Snapshot& snapshot, const UserQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const UserRow& row) {
    return {foldName(row.userName), row.id.text()};
}

Result<UserRow> findUser(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf,
                         const std::optional<TenantId>& tenant) {
    return findEntity<UserRow>(
        snapshot, statements(), {"user", idOrName, asOf, tenant, true}, &rowAt,
        [](const UserRow& row) { return row.lifecycle == UserLifecycle::Removed; },
        [](const UserRow& row) { return row.id.text() + " (" + row.userName + ", " + row.tenantName + ")"; });
}

Result<std::vector<VersionRow>> userHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user,
                                            int limit) {
    static const HistoryStatements history(
        "user", "user_versions",
        {{"userName", "v.user_name"},
         {"firstName", "v.first_name"},
         {"lastName", "v.last_name"},
         {"displayName", "v.display_name"},
         {"email", "v.email"},
         {"emailVerified", "CASE v.email_verified WHEN 0 THEN 'no' ELSE 'yes' END"},
         {"phone", "v.phone"},
         {"phoneVerified", "CASE v.phone_verified WHEN 0 THEN '' ELSE 'yes' END"},
         {"passwordChangeRequired", "CASE v.password_change_required WHEN 0 THEN '' ELSE 'yes' END"},
         {"description", "v.description"},
         {"state", "v.state"}},
        {{"user_credentials", "v.kind",
          "trim(coalesce(nullif(v.name, ''), v.credential_id) || ' ' || v.fingerprint)"}});
    return readHistory(snapshot, history, tenant, user, limit);
}

} // namespace muniment
