#include "models/eventstore/postgres/append_statement.h"

#include "models/eventstore/postgres/claim_digest.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

struct Dialect {
    const char* text;
    const char* bytes;
    const char* bigint;
    const char* integer;
    const char* smallint;
};

constexpr Dialect kPostgres{"text", "bytea", "bigint", "integer", "smallint"};
constexpr Dialect kCockroach{"STRING", "BYTES", "INT8", "INT4", "INT2"};

/// A statement whose placeholders are numbered as values come in.
class Draft {
public:
    explicit Draft(const Dialect& dialect) : m_dialect(dialect) {}

    [[nodiscard]] const Dialect& dialect() const { return m_dialect; }

    std::string text(const std::string& value) { return number(values.text(value)) + "::" + m_dialect.text; }

    std::string bare(const std::string& value) { return number(values.text(value)); }

    std::string bigint(std::int64_t value) { return number(values.integer(value)) + "::" + m_dialect.bigint; }

    std::string integer(std::int64_t value) { return number(values.integer(value)) + "::" + m_dialect.integer; }

    std::string typed(const std::optional<std::string>& value, const char* type) {
        return number(values.text(value)) + "::" + type;
    }

    std::string texts(const std::vector<std::string>& list) {
        return number(values.texts(list)) + "::" + m_dialect.text + "[]";
    }

    std::string smallints(const std::vector<std::int64_t>& list) {
        return number(values.integers(list)) + "::" + m_dialect.smallint + "[]";
    }

    std::string byteStrings(const std::vector<std::optional<std::string>>& list) {
        return number(values.byteStrings(list)) + "::" + m_dialect.bytes + "[]";
    }

    Parameters values;

private:
    std::string number(const Parameters& parameters) const { return "$" + std::to_string(parameters.values().size()); }

    const Dialect& m_dialect;
};

std::string claimSource(Draft& draft, const std::vector<HashedClaim>& claims) {
    std::vector<std::string> kinds;
    std::vector<std::optional<std::string>> digests;
    for (const HashedClaim& claim : claims) {
        kinds.push_back(claim.kind);
        digests.emplace_back(claim.digest);
    }
    const std::string kindList = draft.texts(kinds);
    return "unnest(" + kindList + ", " + draft.byteStrings(digests) + ") AS c (kind, digest)";
}

std::string eventSource(Draft& draft, const std::vector<NewEvent>& events) {
    std::vector<std::string> types;
    std::vector<std::int64_t> revisions;
    std::vector<std::string> outcomes;
    std::vector<std::optional<std::string>> payloads;
    for (const NewEvent& event : events) {
        types.push_back(event.type);
        revisions.push_back(event.revision);
        outcomes.push_back(event.outcome);
        payloads.push_back(event.payload);
    }
    std::string source = "unnest(" + draft.texts(types);
    source += ", " + draft.smallints(revisions);
    source += ", " + draft.texts(outcomes);
    source += ", " + draft.byteStrings(payloads);
    return source + ")\n       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)";
}

const char* const kInsertEvents = "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, "
                                  "aggregate_id, sequence, event_type, revision,\n"
                                  "                             occurred_at, actor_type, actor_id, outcome, source_ip, "
                                  "command_id, correlation_id, payload)\n";

std::optional<std::string> uuidText(const std::optional<Uuid>& uuid) {
    return uuid ? std::optional(uuid->text()) : std::nullopt;
}

/// From the aggregate's type to the payload; what stands before is the home's.
std::string eventValues(Draft& draft, const Append& append) {
    std::string values = draft.text(append.aggregate.type);
    values += ", " + draft.text(append.aggregate.id.text());
    values += ", " + draft.bigint(append.expectedSequence) + " + e.place, e.event_type, e.revision,\n       ";
    values += draft.typed(formatInstant(append.occurredAt), "timestamptz");
    values += ", " + draft.text(append.actor.type);
    values += ", " + draft.text(append.actor.id.text());
    values += ", e.outcome, " + draft.typed(append.sourceIp, "inet");
    values += ", " + draft.typed(append.commandId.text(), "uuid");
    values += ", " + draft.typed(uuidText(append.correlationId), "uuid");
    return values + ", e.payload";
}

std::string changedTenant(Draft& draft, const Append& append) {
    const std::string region = draft.bare(append.region.text());
    const std::string tenant = draft.bare(append.tenant.text());
    if (const auto* created = std::get_if<CreateTenant>(&*append.tenantChange)) {
        const std::string name = draft.bare(created->name);
        return "INSERT INTO muniment.tenants (region, id, name, plan) VALUES (" + region + ", " + tenant + ", " + name +
               ", " + draft.bare(created->plan) + ")";
    }
    const auto* renamed = std::get_if<RenameTenant>(&*append.tenantChange);
    const std::string assignment = renamed != nullptr
                                       ? "name = " + draft.bare(renamed->name)
                                       : "plan = " + draft.bare(std::get<ChangeTenantPlan>(*append.tenantChange).plan);
    return "UPDATE muniment.tenants AS t SET " + assignment + " WHERE t.region = " + region + " AND t.id = " + tenant;
}

/// What must hold of the tenant `t` and the aggregate before anything is written.
std::string lifeConditions(Draft& draft, const Append& append) {
    std::string conditions = " AND t.epoch = " + draft.integer(append.epoch) + " AND t.state IN ('active', 'moving')";
    if (append.expectedSequence == 0)
        return conditions;
    conditions +=
        "\n       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = t.region AND p.tenant_id = t.id";
    conditions += " AND p.aggregate_type = " + draft.text(append.aggregate.type);
    conditions += " AND p.aggregate_id = " + draft.text(append.aggregate.id.text());
    return conditions + " AND p.sequence = " + draft.bigint(append.expectedSequence) + ")";
}

std::string home(Draft& draft, const Append& append) {
    if (append.tenantChange) {
        std::string change = changedTenant(draft, append);
        if (!std::holds_alternative<CreateTenant>(*append.tenantChange))
            change += lifeConditions(draft, append);
        return change + "\n    RETURNING region, id, epoch";
    }
    const std::string region = draft.bare(append.region.text());
    const std::string tenant = draft.bare(append.tenant.text());
    return "SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t\n     WHERE t.region = " + region +
           " AND t.id = " + tenant + lifeConditions(draft, append);
}

} // namespace

HashedClaims hashClaims(const std::vector<ClaimChange>& claims, const std::string& key) {
    const auto hashed = [&key](const ClaimChange& change) {
        return HashedClaim{change.claim, claimDigest(change.value, key)};
    };
    const auto hasOpposite = [&claims](const ClaimChange& change) {
        return std::any_of(claims.begin(), claims.end(), [&change](const ClaimChange& other) {
            return other.kind != change.kind && other.claim == change.claim && other.value == change.value;
        });
    };
    HashedClaims result;
    for (const ClaimChange& change : claims)
        if (!hasOpposite(change))
            (change.kind == ClaimChange::Kind::Take ? result.taken : result.released).push_back(hashed(change));
    return result;
}

Statement postgresAppend(const Append& append, const HashedClaims& claims) {
    Draft draft(kPostgres);
    const std::string region = draft.text(append.region.text());
    const std::string tenant = draft.text(append.tenant.text());
    const std::string owner =
        claims.taken.empty() && claims.released.empty() ? std::string() : draft.text(append.aggregate.id.text());
    std::string sql;
    const auto with = [&sql](const char* name) {
        return (sql.empty() ? "WITH " : ",\n") + std::string(name) + " AS (\n    ";
    };
    if (append.tenantChange)
        sql += with("home") + changedTenant(draft, append) + "\n)";
    if (!claims.released.empty())
        sql += with("released") + "DELETE FROM muniment.claims AS held USING " + claimSource(draft, claims.released) +
               "\n     WHERE held.region = " + region + " AND held.tenant_id = " + tenant +
               " AND held.kind = c.kind AND held.digest = c.digest AND held.owner = " + owner + "\n)";
    if (!claims.taken.empty())
        sql += with("taken") + "INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)\n    SELECT " +
               region + ", " + tenant + ", c.kind, c.digest, " + owner + " FROM " + claimSource(draft, claims.taken) +
               "\n)";
    sql += std::string(sql.empty() ? "" : "\n") + kInsertEvents + "SELECT " + region + ", " + tenant + ", " +
           draft.integer(append.epoch) + ", " + eventValues(draft, append) + "\n  FROM ";
    sql += eventSource(draft, append.events) +
           "\n ORDER BY e.place\nRETURNING event_id, sequence, position, in_tx_order, pg_current_xact_id()";
    return {.sql = sql, .parameters = draft.values};
}

std::vector<Statement> cockroachAppend(const Append& append, const HashedClaims& claims) {
    std::vector<Statement> statements;
    if (!claims.released.empty()) {
        // Its own statement: one may not change a table twice. It looks at the same home and predecessor as the next.
        Draft draft(kCockroach);
        const std::string source = claimSource(draft, claims.released);
        const std::string owner = draft.text(append.aggregate.id.text());
        const std::string region = draft.bare(append.region.text());
        const std::string tenant = draft.bare(append.tenant.text());
        statements.push_back({.sql = "DELETE FROM muniment.claims AS held\n WHERE held.region = " + region +
                                     " AND held.tenant_id = " + tenant + " AND held.owner = " + owner +
                                     "\n   AND (held.kind, held.digest) IN (SELECT c.kind, c.digest FROM " + source +
                                     ")\n   AND EXISTS (SELECT 1 FROM muniment.tenants AS t WHERE t.region = " +
                                     region + " AND t.id = " + tenant + lifeConditions(draft, append) + ")",
                              .parameters = draft.values});
    }
    Draft draft(kCockroach);
    std::string sql = "WITH home AS (\n    " + home(draft, append) + "\n)";
    if (!claims.taken.empty()) {
        const std::string owner = draft.text(append.aggregate.id.text());
        sql += ",\ntaken AS (\n    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)\n"
               "    SELECT h.region, h.id, c.kind, c.digest, " +
               owner + " FROM home AS h, " + claimSource(draft, claims.taken) + "\n    RETURNING 1\n)";
    }
    sql += std::string("\n") + kInsertEvents + "SELECT h.region, h.id, h.epoch, " + eventValues(draft, append) +
           "\n  FROM home AS h, ";
    sql += eventSource(draft, append.events) +
           "\n ORDER BY e.place\nRETURNING event_id, sequence, position::STRING, in_tx_order";
    statements.push_back({.sql = sql, .parameters = draft.values});
    return statements;
}

} // namespace muniment::postgres
