// The SQL of each change of regions, in the form that the server's version takes: reference §3.1 to §3.4.
#include "models/eventstore/postgres/cockroach_layout.h"
#include "models/eventstore/postgres/schema_text.h"
#include "models/regions/region_change.h"

namespace muniment {

namespace {

using postgres::CockroachVersion;
using postgres::quotedIdentifier;

constexpr CockroachVersion kSuperRegionsWithoutSetting{26, 2, 0};
constexpr CockroachVersion kTablesAreLocked{26, 1, 0};

std::string listed(const std::vector<std::string>& regions) {
    std::string list;
    for (const std::string& region : regions)
        list += (list.empty() ? "" : ", ") + quotedIdentifier(region);
    return list;
}

bool hasSuperRegion(const DatabaseFacts& facts, const std::string& name) {
    for (const SuperRegion& present : facts.superRegions)
        if (present.name == name)
            return true;
    return false;
}

struct Writer {
    const DatabaseFacts& facts;

    [[nodiscard]] std::string alter(const std::string& change) const {
        return "ALTER DATABASE " + quotedIdentifier(facts.name) + " " + change;
    }

    std::vector<std::string> operator()(const AddDatabaseRegion& change) const {
        return {alter("ADD REGION IF NOT EXISTS " + quotedIdentifier(change.region))};
    }

    std::vector<std::string> operator()(const DropDatabaseRegion& change) const {
        return {alter("DROP REGION IF EXISTS " + quotedIdentifier(change.region))};
    }

    std::vector<std::string> operator()(const SetPrimaryRegion& change) const {
        return {alter("SET PRIMARY REGION " + quotedIdentifier(change.region))};
    }

    std::vector<std::string> operator()(const SetSecondaryRegion& change) const {
        return {alter(change.region.empty() ? "DROP SECONDARY REGION"
                                            : "SET SECONDARY REGION " + quotedIdentifier(change.region))};
    }

    std::vector<std::string> operator()(const SetSurvivalGoal& change) const {
        return {alter(change.goal == SurvivalGoal::Zone ? "SURVIVE ZONE FAILURE" : "SURVIVE REGION FAILURE")};
    }

    std::vector<std::string> operator()(const SetPlacement& change) const {
        return {"SET enable_multiregion_placement_policy = on",
                alter(change.policy == PlacementPolicy::Restricted ? "PLACEMENT RESTRICTED" : "PLACEMENT DEFAULT")};
    }

    std::vector<std::string> operator()(const SetSuperRegion& change) const {
        std::vector<std::string> statements;
        if (facts.version < kSuperRegionsWithoutSetting)
            statements.emplace_back("SET enable_super_regions = 'on'");
        const std::string name = quotedIdentifier(change.name);
        if (change.regions.empty())
            statements.push_back(alter("DROP SUPER REGION " + name));
        else
            statements.push_back(
                alter((hasSuperRegion(facts, change.name) ? "ALTER SUPER REGION " : "ADD SUPER REGION ") + name +
                      " VALUES " + listed(change.regions)));
        return statements;
    }

    std::vector<std::string> operator()(const SetTableLocality& change) const {
        const std::string table = "ALTER TABLE muniment." + quotedIdentifier(change.table) + " ";
        const std::string locality = change.kind == SetTableLocality::Kind::ByRow     ? "REGIONAL BY ROW AS region"
                                     : change.kind == SetTableLocality::Kind::ByTable ? "REGIONAL BY TABLE"
                                                                                      : "GLOBAL";
        std::vector<std::string> statements{table + "SET LOCALITY " + locality};
        if (facts.version >= kTablesAreLocked) {
            statements.insert(statements.begin(), table + "SET (schema_locked = false)");
            statements.push_back(table + "SET (schema_locked = true)");
        }
        return statements;
    }

    std::vector<std::string> operator()(const DropNonVoters&) const {
        const int voters = facts.goal == SurvivalGoal::Region ? 5 : 3;
        return {alter("ALTER LOCALITY REGIONAL CONFIGURE ZONE USING num_replicas = " + std::to_string(voters))};
    }

    std::vector<std::string> operator()(const PartitionByRegion& change) const {
        auto statements = postgres::cockroachRepartitioning(change.regions, facts.version);
        for (std::string& zone : postgres::cockroachZones(change.regions))
            statements.push_back(std::move(zone));
        return statements;
    }
};

} // namespace

std::vector<std::string> statementsOf(const RegionChange& change, const DatabaseFacts& facts) {
    return std::visit(Writer{facts}, change);
}

} // namespace muniment
