#include "models/directory/credentials.h"

#include "models/base/named_value.h"
#include "models/directory/rows.h"
#include "models/replica/projections/user_credentials.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>

namespace muniment {

using namespace directory;

namespace {

constexpr const char* kOfUser = R"(
  FROM aggregates AS a CROSS JOIN user_credentials AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'user')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant)
   AND v.is_end = 0 AND seen(:bounds, v.from_n, v.to_n))";

SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const CredentialQuery& query) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, query.asOf)).text(":id", query.user.text());
    binder.text(":tenant", query.tenant.text());
    const PageKey after = query.after.value_or(PageKey{});
    binder.text(":after_kind", after.name).text(":after_id", after.id).integer(":limit", query.limit);
    return statement;
}

CredentialRow rowAt(const SQLite::Statement& statement) {
    CredentialRow row;
    row.key.kind =
        valueNamed(textAt(statement, 0), credentialKindName,
                   {CredentialKind::Token, CredentialKind::Key, CredentialKind::Otp, CredentialKind::Passkey});
    row.key.id = textAt(statement, 1);
    row.credential.name = textAt(statement, 2);
    row.credential.fingerprint = textAt(statement, 3);
    row.credential.expiration = optionalTimeAt(statement, 4);
    row.credential.scopes = scopesIn(textAt(statement, 5));
    row.since = timeAt(statement, 6);
    return row;
}

} // namespace

Result<std::vector<CredentialRow>> listCredentials(Snapshot& snapshot, const CredentialQuery& query) {
    static const std::string sql =
        std::string("SELECT v.kind, v.credential_id, v.name, v.fingerprint, v.expires_at, v.scopes, v.since") +
        kOfUser + R"(
   AND (v.kind, v.credential_id) > (:after_kind, :after_id)
 ORDER BY v.kind, v.credential_id
 LIMIT :limit)";
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, sql, query);
        std::vector<CredentialRow> rows;
        while (statement.executeStep())
            rows.push_back(rowAt(statement));
        return rows;
    });
}

Result<std::int64_t> countCredentials(Snapshot& snapshot, const CredentialQuery& query) {
    static const std::string sql = std::string("SELECT count(*)") + kOfUser;
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, sql, query);
        statement.executeStep();
        return static_cast<std::int64_t>(statement.getColumn(0).getInt64());
    });
}

PageKey pageKeyOf(const CredentialRow& row) {
    return {std::string(credentialKindName(row.key.kind)), row.key.id};
}

} // namespace muniment
