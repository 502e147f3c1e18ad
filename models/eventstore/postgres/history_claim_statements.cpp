#include "models/eventstore/postgres/history_claim_statements.h"

#include "models/eventstore/postgres/claim_columns.h"

namespace muniment::postgres {

namespace {

struct Dialect {
    const char* region;
    const char* rows;
};

constexpr Dialect kPostgres{"$1::text", "unnest($2::text[], $3::text[], $4::bytea[], $5::text[])"};
constexpr Dialect kCockroach{"$1", "unnest($2::STRING[], $3::STRING[], $4::BYTES[], $5::STRING[])"};

Parameters valuesOf(const RegionName& region, const std::vector<HashedClaim>& claims) {
    const ClaimColumns columns(claims);
    return Parameters()
        .text(region.text())
        .texts(columns.tenants)
        .texts(columns.kinds)
        .byteStrings(columns.digests)
        .texts(columns.owners);
}

std::vector<Statement> statements(const RegionName& region, const HashedClaims& claims, const Dialect& dialect) {
    const std::string rows = std::string(dialect.rows) + " AS c (tenant_id, kind, digest, owner)";
    std::vector<Statement> all;
    if (!claims.released.empty())
        all.push_back(
            {.sql = "DELETE FROM muniment.claims AS held\n WHERE held.region = " + std::string(dialect.region) +
                    "\n   AND (held.tenant_id, held.kind, held.digest, held.owner) IN\n"
                    "       (SELECT c.tenant_id, c.kind, c.digest, c.owner FROM " +
                    rows + ")",
             .parameters = valuesOf(region, claims.released)});
    if (!claims.taken.empty())
        all.push_back({.sql = "INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)\nSELECT " +
                              std::string(dialect.region) + ", c.tenant_id, c.kind, c.digest, c.owner\n  FROM " + rows,
                       .parameters = valuesOf(region, claims.taken)});
    return all;
}

} // namespace

std::vector<Statement> postgresHistoryClaims(const RegionName& region, const HashedClaims& claims) {
    return statements(region, claims, kPostgres);
}

std::vector<Statement> cockroachHistoryClaims(const RegionName& region, const HashedClaims& claims) {
    return statements(region, claims, kCockroach);
}

} // namespace muniment::postgres
