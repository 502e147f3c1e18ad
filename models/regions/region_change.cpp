#include "models/regions/region_change.h"

#include "models/eventstore/postgres/schema_text.h"

#include <algorithm>
#include <array>

namespace muniment {

namespace {

using Code = Precondition::Code;
using postgres::CockroachVersion;

constexpr CockroachVersion kFewerReplicas{26, 1, 0};
constexpr CockroachVersion kSuperRegionsHold{26, 2, 0};

const DatabaseRegion* find(const std::vector<DatabaseRegion>& regions, const std::string& name) {
    const auto found = std::ranges::find(regions, name, &DatabaseRegion::name);
    return found == regions.end() ? nullptr : &*found;
}

/// Collects what each change needs and what it brings with it.
struct Examiner {
    const DatabaseFacts& facts;
    RegionPlan& plan;

    void need(Code code, bool isMet, const std::string& subject = {}) const {
        plan.preconditions.push_back({code, isMet, subject});
    }

    void warn(ChangeWarning warning) const { plan.warnings.push_back(warning); }

    [[nodiscard]] bool hasPrimary() const { return std::ranges::any_of(facts.regions, &DatabaseRegion::isPrimary); }

    [[nodiscard]] bool isInCluster(const std::string& region) const {
        return std::ranges::find(facts.clusterRegions, region, &ClusterRegion::name) != facts.clusterRegions.end();
    }

    [[nodiscard]] bool isRestricted() const { return facts.placement == PlacementPolicy::Restricted; }

    [[nodiscard]] std::string superRegionWith(const std::string& region) const {
        for (const SuperRegion& super : facts.superRegions)
            if (std::ranges::find(super.regions, region) != super.regions.end())
                return super.name;
        return {};
    }

    void needQuietTables() const {
        const auto job = std::ranges::find_if(facts.jobs, isUnderWay);
        need(Code::NoJobUnderWay, job == facts.jobs.end(),
             job == facts.jobs.end() ? std::string() : std::to_string(job->id));
    }

    void operator()(const AddDatabaseRegion& change) const {
        need(Code::RegionNameUsable, postgres::isRegionName(change.region), change.region);
        need(Code::RegionInCluster, isInCluster(change.region), change.region);
        need(Code::DatabaseHasRegions, hasPrimary());
        need(Code::RegionNotInDatabase, find(facts.regions, change.region) == nullptr, change.region);
        needQuietTables();
        if (!isRestricted())
            warn(ChangeWarning::CopiesEverywhere);
    }

    void operator()(const DropDatabaseRegion& change) const {
        const DatabaseRegion* present = find(facts.regions, change.region);
        const std::string super = superRegionWith(change.region);
        need(Code::RegionInDatabase, present != nullptr, change.region);
        need(Code::NotPrimary, present == nullptr || !present->isPrimary || facts.regions.size() == 1, change.region);
        need(Code::NotSecondary, present == nullptr || !present->isSecondary, change.region);
        need(Code::NotInSuperRegion, super.empty(), super);
        need(Code::KeepsThreeRegions, facts.goal != SurvivalGoal::Region || facts.regions.size() > 3,
             std::to_string(facts.regions.size()));
        for (const auto& [table, holdsRows] : facts.holdsRows)
            need(Code::HoldsNoRows, !holdsRows, table);
        needQuietTables();
        warn(ChangeWarning::DropIsAJob);
    }

    void operator()(const SetPrimaryRegion& change) const {
        need(Code::RegionNameUsable, postgres::isRegionName(change.region), change.region);
        if (hasPrimary()) {
            need(Code::RegionInDatabase, find(facts.regions, change.region) != nullptr, change.region);
        } else {
            need(Code::RegionInCluster, isInCluster(change.region), change.region);
            warn(ChangeWarning::EveryTableIsRewritten);
        }
        needQuietTables();
    }

    void operator()(const SetSecondaryRegion& change) const {
        need(Code::DatabaseHasRegions, hasPrimary());
        if (!change.region.empty()) {
            const DatabaseRegion* present = find(facts.regions, change.region);
            need(Code::RegionInDatabase, present != nullptr, change.region);
            need(Code::NotPrimary, present == nullptr || !present->isPrimary, change.region);
            warn(ChangeWarning::SecondaryServesNoRows);
        }
        needQuietTables();
    }

    void operator()(const SetSurvivalGoal& change) const {
        need(Code::DatabaseHasRegions, hasPrimary());
        if (change.goal == SurvivalGoal::Region) {
            need(Code::HasThreeRegions, facts.regions.size() >= 3, std::to_string(facts.regions.size()));
            need(Code::NotRestricted, !isRestricted());
            for (const SuperRegion& super : facts.superRegions)
                need(Code::SuperRegionsHaveThree, super.regions.size() >= 3, super.name);
            warn(ChangeWarning::CopiesEverywhere);
        }
        needQuietTables();
    }

    void operator()(const SetPlacement& change) const {
        need(Code::DatabaseHasRegions, hasPrimary());
        if (change.policy == PlacementPolicy::Restricted) {
            need(Code::SurvivesZoneOnly, facts.goal != SurvivalGoal::Region);
            warn(ChangeWarning::RestrictedNotRecommended);
            warn(ChangeWarning::GlobalTablesEverywhere);
        } else {
            warn(ChangeWarning::CopiesEverywhere);
        }
        needQuietTables();
    }

    void operator()(const SetSuperRegion& change) const {
        need(Code::DatabaseHasRegions, hasPrimary());
        for (const std::string& region : change.regions) {
            const std::string super = superRegionWith(region);
            need(Code::RegionInDatabase, find(facts.regions, region) != nullptr, region);
            need(Code::NotInSuperRegion, super.empty() || super == change.name, super);
        }
        if (!change.regions.empty()) {
            need(Code::SuperRegionsHaveThree, facts.goal != SurvivalGoal::Region || change.regions.size() >= 3,
                 change.name);
            warn(ChangeWarning::GlobalTablesEverywhere);
            if (facts.version < kSuperRegionsHold)
                warn(ChangeWarning::SuperRegionLeaks);
        }
        needQuietTables();
    }

    void operator()(const SetTableLocality& change) const {
        need(Code::DatabaseHasRegions, hasPrimary());
        need(Code::TableKnown,
             std::ranges::find(facts.tables, change.table, &TableLocality::table) != facts.tables.end(), change.table);
        needQuietTables();
        if (change.kind == SetTableLocality::Kind::Global)
            warn(ChangeWarning::GlobalTablesEverywhere);
        warn(ChangeWarning::EveryTableIsRewritten);
    }

    void operator()(const DropNonVoters&) const {
        need(Code::VersionHasIt, facts.version >= kFewerReplicas, postgres::describe(facts.version));
        need(Code::DatabaseHasRegions, hasPrimary());
        warn(ChangeWarning::GlobalTablesEverywhere);
    }

    void operator()(const PartitionByRegion& change) const {
        need(Code::HasNoDatabaseRegions, facts.regions.empty());
        for (const std::string& region : change.regions) {
            need(Code::RegionNameUsable, postgres::isRegionName(region), region);
            need(Code::RegionInCluster, isInCluster(region), region);
        }
        needQuietTables();
        warn(ChangeWarning::EveryTableIsRewritten);
    }
};

std::optional<bool> shows(const AddDatabaseRegion& change, const DatabaseFacts& facts) {
    return find(facts.regions, change.region) != nullptr;
}

std::optional<bool> shows(const DropDatabaseRegion& change, const DatabaseFacts& facts) {
    return find(facts.regions, change.region) == nullptr;
}

std::optional<bool> shows(const SetPrimaryRegion& change, const DatabaseFacts& facts) {
    const DatabaseRegion* present = find(facts.regions, change.region);
    return present != nullptr && present->isPrimary;
}

std::optional<bool> shows(const SetSecondaryRegion& change, const DatabaseFacts& facts) {
    const DatabaseRegion* present = find(facts.regions, change.region);
    if (change.region.empty())
        return std::ranges::none_of(facts.regions, &DatabaseRegion::isSecondary);
    return present != nullptr && present->isSecondary;
}

std::optional<bool> shows(const SetSurvivalGoal& change, const DatabaseFacts& facts) {
    return facts.goal ? std::optional(*facts.goal == change.goal) : std::nullopt;
}

std::optional<bool> shows(const SetPlacement& change, const DatabaseFacts& facts) {
    return facts.placement ? std::optional(*facts.placement == change.policy) : std::nullopt;
}

std::optional<bool> shows(const SetSuperRegion& change, const DatabaseFacts& facts) {
    const auto present = std::ranges::find(facts.superRegions, change.name, &SuperRegion::name);
    if (present == facts.superRegions.end() || change.regions.empty())
        return change.regions.empty() == (present == facts.superRegions.end());
    return std::ranges::is_permutation(present->regions, change.regions);
}

std::optional<bool> shows(const SetTableLocality& change, const DatabaseFacts& facts) {
    const auto present = std::ranges::find(facts.tables, change.table, &TableLocality::table);
    if (present == facts.tables.end())
        return std::nullopt;
    static constexpr std::array beginnings{"REGIONAL BY ROW", "REGIONAL BY TABLE", "GLOBAL"};
    return present->locality.starts_with(beginnings[static_cast<std::size_t>(change.kind)]);
}

std::optional<bool> shows(const DropNonVoters&, const DatabaseFacts&) {
    return std::nullopt;
}

std::optional<bool> shows(const PartitionByRegion&, const DatabaseFacts&) {
    return std::nullopt;
}

} // namespace

bool RegionPlan::isPossible() const {
    return std::ranges::all_of(preconditions, &Precondition::isMet);
}

RegionPlan planChange(const RegionChange& change, const DatabaseFacts& facts) {
    RegionPlan plan;
    plan.statements = statementsOf(change, facts);
    std::visit(Examiner{facts, plan}, change);
    return plan;
}

std::optional<bool> isInEffect(const RegionChange& change, const DatabaseFacts& facts) {
    return std::visit([&](const auto& value) { return shows(value, facts); }, change);
}

std::string_view preconditionName(Precondition::Code code) {
    static constexpr std::array names{"regionNameUsable",    "regionInCluster",       "regionInDatabase",
                                      "regionNotInDatabase", "databaseHasRegions",    "notPrimary",
                                      "notSecondary",        "notInSuperRegion",      "keepsThreeRegions",
                                      "hasThreeRegions",     "superRegionsHaveThree", "holdsNoRows",
                                      "notRestricted",       "survivesZoneOnly",      "noJobUnderWay",
                                      "tableKnown",          "hasNoDatabaseRegions",  "versionHasIt"};
    return names[static_cast<std::size_t>(code)];
}

std::string_view changeWarningName(ChangeWarning warning) {
    static constexpr std::array names{"secondaryServesNoRows",    "copiesEverywhere", "globalTablesEverywhere",
                                      "restrictedNotRecommended", "superRegionLeaks", "dropIsAJob",
                                      "everyTableIsRewritten"};
    return names[static_cast<std::size_t>(warning)];
}

} // namespace muniment
