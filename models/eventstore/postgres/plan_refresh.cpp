#include "models/eventstore/postgres/plan_refresh.h"

#include "models/eventstore/plan_row.h"

namespace muniment::postgres {

namespace {

Statement eventsOfPlan(PositionForm form, const RegionName& primary, const std::string& key) {
    return {.sql = "SELECT " + eventColumns(form, "e") +
                   "\n  FROM muniment.events AS e\n WHERE e.region = $1 AND e.aggregate_type = 'plan' AND "
                   "e.aggregate_id = $2\n   AND e.tenant_id = (SELECT m.value FROM muniment.meta_public AS m WHERE "
                   "m.key = 'installation')\n ORDER BY e.sequence",
            .parameters = Parameters().text(primary.text()).text(key),
            .hasBinaryResult = true};
}

Result<void> writeRow(Connection& connection, PositionForm form, const RegionName& primary, const std::string& key) {
    auto rows = connection.run(eventsOfPlan(form, primary, key));
    if (!rows)
        return tl::unexpected(rows.error());
    auto events = readEventRows(*rows, form);
    if (!events)
        return tl::unexpected(events.error());
    const auto row = planRowOf(*events);
    if (!row)
        return {};
    auto written = connection.run(row->isOffered ? offerPlan(key, row->name) : withdrawPlan(key));
    return written ? Result<void>() : tl::unexpected(written.error());
}

} // namespace

Statement offerPlan(const std::string& key, const std::string& name) {
    return {.sql = "INSERT INTO muniment.plans (key, name) VALUES ($1, $2)\n"
                   "ON CONFLICT (key) DO UPDATE SET name = excluded.name",
            .parameters = Parameters().text(key).text(name)};
}

Statement withdrawPlan(const std::string& key) {
    return {.sql = "DELETE FROM muniment.plans WHERE key = $1", .parameters = Parameters().text(key)};
}

Result<void> refreshPlanRow(Session& session, PositionForm form, const RegionName& primary, const std::string& key) {
    Connection& connection = *session.connection;
    const bool takesTurns = session.flavour == StoreFlavour::PostgreSql;
    auto begun = connection.runScript(takesTurns ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE" : "BEGIN");
    if (begun && takesTurns)
        begun = connection.run({.sql = "SELECT pg_advisory_xact_lock(hashtextextended('muniment plan ' || $1, 0))",
                                .parameters = Parameters().text(key)});
    Result<void> done = begun ? writeRow(connection, form, primary, key) : tl::unexpected(begun.error());
    if (done) {
        auto committed = connection.runScript("COMMIT");
        if (committed)
            return {};
        done = tl::unexpected(committed.error());
    }
    if (connection.isOpen() && connection.isInTransaction()) [[maybe_unused]]
        auto rolledBack = connection.runScript("ROLLBACK");
    return done;
}

} // namespace muniment::postgres
