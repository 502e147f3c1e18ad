#include "models/eventstore/embedded/claim_table.h"

#include "models/eventstore/append_parts.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace muniment {

namespace {

QByteArray view(const std::string& text) {
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ClaimTable::ClaimTable(EmbeddedConnection& connection, std::int64_t region)
    : m_connection(connection),
      m_region(region),
      m_release(connection.database(),
                "DELETE FROM claims WHERE region = ? AND tenant_id = ? AND kind = ? AND digest = ? AND owner = ?"),
      m_take(connection.database(),
             "INSERT INTO claims (region, tenant_id, kind, digest, owner) VALUES (?, ?, ?, ?, ?) "
             "ON CONFLICT DO NOTHING") {}

void ClaimTable::release(const TenantId& tenant, const AggregateId& owner, const ClaimChange& change) {
    bind(m_release, tenant, owner, change);
    m_release.exec();
}

Result<void> ClaimTable::take(const TenantId& tenant, const AggregateId& owner, const ClaimChange& change) {
    bind(m_take, tenant, owner, change);
    if (m_take.exec() == 0)
        return failure(ErrorCode::NameTaken, {}, {{"kind", change.claim}});
    return {};
}

void ClaimTable::bind(SQLite::Statement& statement, const TenantId& tenant, const AggregateId& owner,
                      const ClaimChange& change) {
    const QByteArray digest =
        QMessageAuthenticationCode::hash(view(change.value), view(m_connection.claimKey()), QCryptographicHash::Sha256);
    statement.reset();
    statement.bind(1, m_region);
    statement.bind(2, claimTenant(tenant, change.scope));
    statement.bind(3, change.claim);
    statement.bind(4, static_cast<const void*>(digest.constData()), static_cast<int>(digest.size()));
    statement.bind(5, owner.text());
}

} // namespace muniment
