#include "models/eventstore/postgres/append_statement.h"

#include "models/eventstore/append_parts.h"
#include "models/eventstore/postgres/claim_columns.h"
#include "models/eventstore/postgres/intake_statements.h"

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

    std::string bigints(const std::vector<std::int64_t>& list) {
        return number(values.integers(list)) + "::" + m_dialect.bigint + "[]";
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

/// Placeholders of the append's region and tenant.
struct Home {
    std::string region;
    std::string tenant;
};

std::string claimSource(Draft& draft, const std::vector<HashedClaim>& claims) {
    const ClaimColumns columns(claims);
    std::string source = "unnest(" + draft.texts(columns.tenants);
    source += ", " + draft.texts(columns.kinds);
    source += ", " + draft.byteStrings(columns.digests);
    source += ", " + draft.texts(columns.owners);
    return source + ") AS c (tenant_id, kind, digest, owner)";
}

std::string eventSource(Draft& draft, const std::vector<AppendPart>& parts) {
    std::vector<std::string> aggregateTypes, aggregateIds, types, outcomes;
    std::vector<std::int64_t> sequences, revisions;
    std::vector<std::optional<std::string>> payloads;
    for (const AppendPart& part : parts) {
        std::int64_t sequence = part.expectedSequence;
        for (const NewEvent& event : part.events) {
            aggregateTypes.push_back(part.aggregate.type);
            aggregateIds.push_back(part.aggregate.id.text());
            sequences.push_back(++sequence);
            types.push_back(event.type);
            revisions.push_back(event.revision);
            outcomes.push_back(event.outcome);
            payloads.push_back(event.payload);
        }
    }
    std::string source = "unnest(" + draft.texts(aggregateTypes);
    source += ", " + draft.texts(aggregateIds);
    source += ", " + draft.bigints(sequences);
    source += ", " + draft.texts(types);
    source += ", " + draft.smallints(revisions);
    source += ", " + draft.texts(outcomes);
    source += ", " + draft.byteStrings(payloads);
    return source + ")\n       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, "
                    "outcome, payload, place)";
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
    std::string values = "e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,\n       ";
    values += draft.typed(formatInstant(append.occurredAt), "timestamptz");
    values += ", " + draft.text(append.actor.type);
    values += ", " + draft.text(append.actor.id.text());
    values += ", e.outcome, " + draft.typed(append.sourceIp, "inet");
    values += ", " + draft.typed(append.commandId.text(), "uuid");
    values += ", " + draft.typed(uuidText(append.correlationId), "uuid");
    return values + ", e.payload";
}

bool isOfMove(const TenantChange& change) {
    return std::holds_alternative<StartMove>(change) || std::holds_alternative<CancelMove>(change) ||
           std::holds_alternative<CompleteMove>(change);
}

/// Changes the row only where its move allows it.
std::string moveOfTenant(Draft& draft, const TenantChange& change, const Home& home) {
    const std::string row = " WHERE t.region = " + home.region + " AND t.id = " + home.tenant;
    const char* const update = "UPDATE muniment.tenants AS t SET ";
    if (const auto* started = std::get_if<StartMove>(&change)) {
        std::string sql = update + std::string("state = 'moving', move_id = ") +
                          draft.typed(started->move.text(), "uuid") + ", move_record = ";
        sql += draft.text(started->record);
        return sql + row + " AND t.state = 'active'";
    }
    if (const auto* cancelled = std::get_if<CancelMove>(&change)) {
        const std::string move = draft.typed(cancelled->move.text(), "uuid");
        return update + std::string("state = 'active'") + row +
               " AND t.state IN ('moving', 'fenced') AND t.move_id = " + move;
    }
    const std::string move = draft.typed(std::get<CompleteMove>(change).move.text(), "uuid");
    return update + std::string("state = 'active'") + row + " AND t.state = 'arriving' AND t.move_id = " + move;
}

std::string changedTenant(Draft& draft, const TenantChange& change, const Home& home) {
    if (const auto* created = std::get_if<CreateTenant>(&change)) {
        const std::string name = draft.bare(created->name);
        return "INSERT INTO muniment.tenants (region, id, name, plan) VALUES (" + home.region + ", " + home.tenant +
               ", " + name + ", " + draft.bare(created->plan) + ")";
    }
    if (isOfMove(change))
        return moveOfTenant(draft, change, home);
    std::string assignment = "name = t.id";
    if (const auto* renamed = std::get_if<RenameTenant>(&change))
        assignment = "name = " + draft.bare(renamed->name);
    else if (const auto* replanned = std::get_if<ChangeTenantPlan>(&change))
        assignment = "plan = " + draft.bare(replanned->plan);
    return "UPDATE muniment.tenants AS t SET " + assignment + " WHERE t.region = " + home.region +
           " AND t.id = " + home.tenant;
}

/// That each aggregate which is said to exist has the event that the first new one follows. CockroachDB has no guard.
std::string predecessorConditions(Draft& draft, const std::vector<AppendPart>& parts, const Home& home) {
    std::vector<std::string> types, ids;
    std::vector<std::int64_t> sequences;
    for (const AppendPart& part : parts)
        if (part.expectedSequence > 0) {
            types.push_back(part.aggregate.type);
            ids.push_back(part.aggregate.id.text());
            sequences.push_back(part.expectedSequence);
        }
    if (types.empty())
        return {};
    const std::string event = "SELECT 1 FROM muniment.events AS p WHERE p.region = " + home.region +
                              " AND p.tenant_id = " + home.tenant + " AND p.aggregate_type = ";
    if (types.size() == 1) {
        std::string condition = "\n       AND EXISTS (" + event + draft.text(types.front());
        condition += " AND p.aggregate_id = " + draft.text(ids.front());
        return condition + " AND p.sequence = " + draft.bigint(sequences.front()) + ")";
    }
    std::string expected = "unnest(" + draft.texts(types);
    expected += ", " + draft.texts(ids);
    expected += ", " + draft.bigints(sequences);
    return "\n       AND NOT EXISTS (SELECT 1 FROM " + expected +
           ") AS x (aggregate_type, aggregate_id, sequence)\n                        WHERE NOT EXISTS (" + event +
           "x.aggregate_type AND p.aggregate_id = x.aggregate_id AND p.sequence = x.sequence))";
}

std::string thoseRecords(const std::string& records) {
    return "i.id IN (SELECT r.id::UUID FROM unnest(" + records + ") AS r (id)) AND i.state = 'new'";
}

/// What must hold of the tenant `t`, the aggregates and the records before anything is written.
std::string lifeConditions(Draft& draft, const Append& append, const Promotion* promotion, const Home& home) {
    std::string conditions = " AND t.epoch = " + draft.integer(append.epoch) + " AND t.state IN ('active', 'moving')";
    conditions += predecessorConditions(draft, partsOf(append), home);
    if (promotion == nullptr)
        return conditions;
    const std::string records = draft.texts(texts(promotion->records));
    return conditions + "\n       AND (SELECT count(*) FROM muniment.intake AS i WHERE i.region = " + home.region +
           " AND " + thoseRecords(records) + ") = " + draft.bigint(std::ssize(promotion->records));
}

std::string foundOrChanged(Draft& draft, const Append& append, const Promotion* promotion, const Home& home) {
    if (append.tenantChange) {
        std::string change = changedTenant(draft, *append.tenantChange, home);
        if (isOfMove(*append.tenantChange)) {
            change += " AND t.epoch = " + draft.integer(append.epoch);
            change += predecessorConditions(draft, partsOf(append), home);
        } else if (!std::holds_alternative<CreateTenant>(*append.tenantChange)) {
            change += lifeConditions(draft, append, promotion, home);
        }
        return change + "\n    RETURNING region, id, epoch";
    }
    return "SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t\n     WHERE t.region = " + home.region +
           " AND t.id = " + home.tenant + lifeConditions(draft, append, promotion, home);
}

std::string promotedRecords(Draft& draft, const Promotion& promotion, const Home& home) {
    std::string sql = "UPDATE muniment.intake AS i SET state = 'promoted', mapping = " + draft.text(promotion.mapping);
    sql += ", command_id = " + draft.typed(promotion.append.commandId.text(), "UUID");
    sql += "\n     WHERE i.region = " + home.region + " AND ";
    sql += thoseRecords(draft.texts(texts(promotion.records)));
    return sql + " AND EXISTS (SELECT 1 FROM home)\n    RETURNING 1";
}

} // namespace

Statement postgresAppend(const Append& append, const HashedClaims& claims) {
    Draft draft(kPostgres);
    const Home home{draft.text(append.region.text()), draft.text(append.tenant.text())};
    std::string sql;
    const auto with = [&sql](const char* name) {
        return (sql.empty() ? "WITH " : ",\n") + std::string(name) + " AS (\n    ";
    };
    const bool isMoving = append.tenantChange && isOfMove(*append.tenantChange);
    if (append.tenantChange)
        sql += with("home") + changedTenant(draft, *append.tenantChange, home) +
               (isMoving ? "\n    RETURNING 1\n)" : "\n)");
    if (!claims.released.empty())
        sql += with("released") + "DELETE FROM muniment.claims AS held USING " + claimSource(draft, claims.released) +
               "\n     WHERE held.region = " + home.region +
               " AND held.tenant_id = c.tenant_id AND held.kind = c.kind AND held.digest = c.digest AND held.owner = "
               "c.owner\n    RETURNING 1\n)";
    if (!claims.taken.empty())
        sql += with("taken") + "INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)\n    SELECT " +
               home.region + ", c.tenant_id, c.kind, c.digest, c.owner FROM " + claimSource(draft, claims.taken) +
               // Parts of a statement run in no order of their own; reading one makes the other wait for it.
               (claims.released.empty() ? "" : "\n     WHERE (SELECT count(*) FROM released) >= 0") + "\n)";
    sql += std::string(sql.empty() ? "" : "\n") + kInsertEvents + "SELECT " + home.region + ", " + home.tenant + ", " +
           draft.integer(append.epoch);
    sql += ", " + eventValues(draft, append) + "\n  FROM ";
    sql += eventSource(draft, partsOf(append)) + (isMoving ? "\n WHERE EXISTS (SELECT 1 FROM home)" : "") +
           "\n ORDER BY e.place\nRETURNING event_id, position, in_tx_order, pg_current_xact_id()";
    // Nearly all appends have this one text: planned once for a session.
    const bool isUsual = !append.tenantChange && claims.released.empty() && claims.taken.empty();
    return {.sql = sql, .parameters = draft.values, .isReused = isUsual};
}

std::vector<Statement> cockroachAppend(const Append& append, const HashedClaims& claims, const Promotion* promotion) {
    std::vector<Statement> statements;
    if (!claims.released.empty()) {
        // Its own statement: one may not change a table twice. It looks at the same home and predecessors as the next.
        Draft draft(kCockroach);
        const Home home{draft.bare(append.region.text()), draft.bare(append.tenant.text())};
        const std::string source = claimSource(draft, claims.released);
        statements.push_back(
            {.sql = "DELETE FROM muniment.claims AS held\n WHERE held.region = " + home.region +
                    "\n   AND (held.tenant_id, held.kind, held.digest, held.owner) IN\n"
                    "       (SELECT c.tenant_id, c.kind, c.digest, c.owner FROM " +
                    source + ")\n   AND EXISTS (SELECT 1 FROM muniment.tenants AS t WHERE t.region = " + home.region +
                    " AND t.id = " + home.tenant + lifeConditions(draft, append, promotion, home) + ")",
             .parameters = draft.values});
    }
    Draft draft(kCockroach);
    const Home home{draft.bare(append.region.text()), draft.bare(append.tenant.text())};
    std::string sql = "WITH home AS (\n    " + foundOrChanged(draft, append, promotion, home) + "\n)";
    if (promotion != nullptr)
        sql += ",\npromoted AS (\n    " + promotedRecords(draft, *promotion, home) + "\n)";
    if (!claims.taken.empty())
        sql += ",\ntaken AS (\n    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)\n"
               "    SELECT h.region, c.tenant_id, c.kind, c.digest, c.owner FROM home AS h, " +
               claimSource(draft, claims.taken) + "\n    RETURNING 1\n)";
    sql += std::string("\n") + kInsertEvents + "SELECT h.region, h.id, h.epoch, " + eventValues(draft, append) +
           "\n  FROM home AS h, ";
    sql +=
        eventSource(draft, partsOf(append)) + "\n ORDER BY e.place\nRETURNING event_id, position::STRING, in_tx_order";
    statements.push_back({.sql = sql, .parameters = draft.values});
    return statements;
}

} // namespace muniment::postgres
