#include "models/eventstore/postgres/history_claim_statements.h"

#include "models/eventstore/postgres/claim_digest.h"

namespace muniment::postgres {

namespace {

struct Dialect {
    const char* region;
    const char* rows;
};

constexpr Dialect kPostgres{"$1::text", "unnest($2::text[], $3::text[], $4::bytea[], $5::text[])"};
constexpr Dialect kCockroach{"$1", "unnest($2::STRING[], $3::STRING[], $4::BYTES[], $5::STRING[])"};

HashedHistoryClaims::Columns hashed(const std::vector<const HistoryClaim*>& claims, const std::string& key) {
    HashedHistoryClaims::Columns columns;
    for (const HistoryClaim* claim : claims) {
        columns.tenants.push_back(claim->tenant.text());
        columns.kinds.push_back(claim->change.claim);
        columns.digests.emplace_back(claimDigest(claim->change.value, key));
        columns.owners.push_back(claim->owner.text());
    }
    return columns;
}

Parameters valuesOf(const RegionName& region, const HashedHistoryClaims::Columns& columns) {
    return Parameters()
        .text(region.text())
        .texts(columns.tenants)
        .texts(columns.kinds)
        .byteStrings(columns.digests)
        .texts(columns.owners);
}

std::vector<Statement> statements(const RegionName& region, const HashedHistoryClaims& claims, const Dialect& dialect) {
    const std::string rows = std::string(dialect.rows) + " AS c (tenant_id, kind, digest, owner)";
    std::vector<Statement> all;
    if (!claims.released.owners.empty())
        all.push_back(
            {.sql = "DELETE FROM muniment.claims AS held\n WHERE held.region = " + std::string(dialect.region) +
                    "\n   AND (held.tenant_id, held.kind, held.digest, held.owner) IN\n"
                    "       (SELECT c.tenant_id, c.kind, c.digest, c.owner FROM " +
                    rows + ")",
             .parameters = valuesOf(region, claims.released)});
    if (!claims.taken.owners.empty())
        all.push_back({.sql = "INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)\nSELECT " +
                              std::string(dialect.region) + ", c.tenant_id, c.kind, c.digest, c.owner\n  FROM " + rows,
                       .parameters = valuesOf(region, claims.taken)});
    return all;
}

} // namespace

HashedHistoryClaims hashClaims(const SettledClaims& claims, const std::string& key) {
    return {hashed(claims.released, key), hashed(claims.taken, key)};
}

std::vector<Statement> postgresHistoryClaims(const RegionName& region, const HashedHistoryClaims& claims) {
    return statements(region, claims, kPostgres);
}

std::vector<Statement> cockroachHistoryClaims(const RegionName& region, const HashedHistoryClaims& claims) {
    return statements(region, claims, kCockroach);
}

} // namespace muniment::postgres
