#include "models/regions/database_facts.h"

namespace muniment {

namespace {

Result<std::string> firstText(const AnswerTable& answer, std::string_view column) {
    if (auto complete = answer.needs({column}); !complete)
        return tl::unexpected(complete.error());
    return answer.text(0, column);
}

} // namespace

DatabaseFacts readDatabaseFacts(Inquiry& inquiry, const postgres::CockroachVersion& version) {
    namespace ask = cockroach;
    DatabaseFacts facts;
    facts.version = version;
    const auto database = [](const AnswerTable& answer) { return firstText(answer, "database"); };
    if (!inquiry.learn("database", "CONNECT", ask::currentDatabase(), database, facts.name))
        return facts;
    inquiry.learn("clusterRegions", "admin", ask::clusterRegions(), parseClusterRegions, facts.clusterRegions);
    inquiry.learn("databaseRegions", "admin", ask::databaseRegions(facts.name), parseDatabaseRegions, facts.regions);
    inquiry.learn("survivalGoal", "admin", ask::survivalGoal(facts.name), parseSurvivalGoal, facts.goal);
    inquiry.learn("placement", "CONNECT", ask::createDatabase(facts.name), parsePlacement, facts.placement);
    inquiry.learn("superRegions", "admin", ask::superRegions(facts.name), parseSuperRegions, facts.superRegions);
    inquiry.learn("tables", "USAGE on schema muniment", ask::tableLocalities(), parseTableLocalities, facts.tables);
    inquiry.learn("zone", "ZONECONFIG on the database", ask::databaseZone(facts.name), parseZoneConfiguration,
                  facts.zone);
    inquiry.learn("jobs", "VIEWJOB", ask::schemaJobs(version), parseSchemaJobs, facts.jobs);
    return facts;
}

void readRowsOfRegion(Inquiry& inquiry, const std::string& region, DatabaseFacts& facts) {
    for (const char* table : {"tenants", "events", "claims", "intake", "checkpoints", "copies"}) {
        const auto held = [](const AnswerTable& answer) -> Result<bool> {
            if (auto complete = answer.needs({"held"}); !complete)
                return tl::unexpected(complete.error());
            return answer.boolean(0, "held").value_or(true);
        };
        const auto answer = inquiry.server().ask(cockroach::holdsRows(table, region));
        const bool isMissing = !answer && answer.error().code == ErrorCode::SchemaMissing; // of an older schema
        const auto holds = answer ? held(*answer) : Result<bool>(tl::unexpected(answer.error()));
        if (holds || isMissing)
            facts.holdsRows[table] = holds.value_or(false);
        else
            inquiry.miss("rows", "SELECT on the tables of muniment", holds.error());
    }
}

} // namespace muniment
