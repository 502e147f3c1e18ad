#include "models/regions/placement_check.h"

#include <algorithm>
#include <tuple>

namespace muniment {

namespace {

using Code = PlacementFinding::Code;

std::string listed(const std::set<RegionName>& regions) {
    std::string text;
    for (const RegionName& region : regions)
        text += (text.empty() ? "" : ",") + region.text();
    return text;
}

/// The rest of what stays unknown changes nothing in where the rows are.
bool bearsOnPlacement(const std::string& fact) {
    return fact != "dataDirectory" && fact != "machine" && fact != "jobs" && fact != "clusterRegions";
}

struct Checker {
    const std::vector<RegionPlacement>& placements;
    const ResidencyRules& rules;
    const std::set<TenantId>& only;
    PlacementReport report = {};
    std::map<TenantId, TenantPlacement> tenants = {};

    void find(Code code, const TenantId& tenant, const RegionName& region,
              std::map<std::string, std::string> facts = {}) {
        PlacementFinding finding{code, tenant, region, std::move(facts)};
        if (std::ranges::find(report.findings, finding) == report.findings.end())
            report.findings.push_back(std::move(finding));
    }

    /// The same of another index is the same finding: it names them all.
    void findIn(const std::string& index, Code code, const TenantId& tenant, const RegionName& region,
                std::map<std::string, std::string> facts = {}) {
        PlacementFinding wanted{code, tenant, region, std::move(facts)};
        for (PlacementFinding& known : report.findings) {
            auto indexes = known.facts.extract("indexes");
            const bool isSame = known == wanted;
            if (!indexes.empty() && isSame &&
                ("," + indexes.mapped() + ",").find("," + index + ",") == std::string::npos)
                indexes.mapped() += "," + index;
            known.facts.insert(std::move(indexes));
            if (isSame)
                return;
        }
        wanted.facts["indexes"] = index;
        report.findings.push_back(std::move(wanted));
    }

    [[nodiscard]] bool isWanted(const TenantId& tenant) const { return only.empty() || only.contains(tenant); }

    [[nodiscard]] const RegionPlacement* endpointOf(const RegionName& region) const {
        const auto found = std::ranges::find(placements, region, &RegionPlacement::region);
        return found == placements.end() ? nullptr : &*found;
    }

    /// What lies in each database. Rows that two endpoints of one database tell of are taken once; rows of a region in
    /// a database that is not the region's are nobody's home.
    void collectRows() {
        std::set<std::tuple<std::string, std::string, RegionName, TenantId>> taken;
        for (const RegionPlacement& placement : placements)
            for (const TenantRows& rows : placement.rows) {
                if (!isWanted(rows.tenant) || !taken
                                                   .emplace(placement.mark.installation,
                                                            placement.mark.systemIdentifier, rows.region, rows.tenant)
                                                   .second)
                    continue;
                const RegionPlacement* owner = endpointOf(rows.region);
                if (owner != nullptr && !owner->error && owner->mark != placement.mark) {
                    find(Code::StrayRegion, rows.tenant, rows.region, {{"database", placement.region.text()}});
                    continue;
                }
                if (owner == nullptr)
                    find(Code::RegionNotFollowed, {}, rows.region, {{"database", placement.region.text()}});
                TenantPlacement& tenant = tenants[rows.tenant];
                tenant.tenant = rows.tenant;
                if (rows.home && (tenant.name.empty() || !rows.isLeft()))
                    tenant.name = rows.home->name;
                tenant.rows.push_back(rows);
            }
    }

    void decideHome(TenantPlacement& tenant) {
        const TenantRows* arriving = nullptr;
        std::string movedTo;
        for (const TenantRows& rows : tenant.rows) {
            if (rows.isLeft()) {
                movedTo = rows.home ? rows.home->movedTo : movedTo;
            } else if (rows.isArriving()) {
                arriving = &rows;
            } else if (tenant.home.isEmpty()) {
                tenant.home = rows.region;
                tenant.state = rows.home->state;
            } else {
                find(Code::TwoHomes, tenant.tenant, tenant.home, {{"other", rows.region.text()}});
            }
        }
        if (arriving != nullptr && tenant.home.isEmpty()) {
            tenant.home = arriving->region; // decided, and about to open there
            tenant.state = arriving->home->state;
        } else if (arriving != nullptr && tenant.state != "active") {
            find(Code::MoveOpen, tenant.tenant, tenant.home,
                 {{"from", tenant.home.text()}, {"to", arriving->region.text()}});
        }
        if (tenant.home.isEmpty())
            find(Code::HomeUnknown, tenant.tenant, {}, {{"movedTo", movedTo}});
    }

    void applyRule(TenantPlacement& tenant) const {
        const auto rule = rules.find(tenant.tenant);
        tenant.hasRule = rule != rules.end();
        if (tenant.hasRule)
            tenant.allowed = rule->second;
        else if (!tenant.home.isEmpty())
            tenant.allowed = {tenant.home};
    }

    void foundLeftBehind(const TenantPlacement& tenant, const TenantRows& rows) {
        std::map<std::string, std::string> facts{{"home", tenant.home.text()},
                                                 {"events", std::to_string(rows.events)},
                                                 {"claims", std::to_string(rows.claims)},
                                                 {"state", rows.home ? rows.home->state : "none"}};
        if (rows.areCountsOfCopies)
            facts["counted"] = "copies";
        find(Code::LeftBehind, tenant.tenant, rows.region, std::move(facts));
    }

    void checkRows(const TenantPlacement& tenant) {
        for (const TenantRows& rows : tenant.rows) {
            const bool isHere = rows.region == tenant.home;
            // Where nobody moves, what once arrived is left of a move that was given up.
            const bool isArriving = rows.isArriving() && tenant.state != "active";
            const bool isSecondHome = !rows.isLeft() && !rows.isArriving(); // found already
            if (!isHere && !isArriving && !isSecondHome && rows.holdsData() && !tenant.home.isEmpty())
                foundLeftBehind(tenant, rows);
            if (tenant.hasRule && !tenant.allowed.contains(rows.region) && (rows.holdsData() || isHere))
                find(Code::OutsideRule, tenant.tenant, rows.region, {{"allowed", listed(tenant.allowed)}});
        }
    }

    void checkReplica(const TenantPlacement& tenant, const SampledRange& sample, const RangeReplica& replica) {
        const auto region = replica.locality ? regionOf(*replica.locality) : std::nullopt;
        if (!region)
            return findIn(sample.index, Code::LocalityUnknown, tenant.tenant, sample.region);
        if (!tenant.allowed.contains(RegionName(*region)))
            findIn(sample.index, Code::ReplicaOutside, tenant.tenant, sample.region,
                   {{"place", *region},
                    {"role", std::string(replicaRoleName(replica.role))},
                    {"allowed", listed(tenant.allowed)}});
    }

    void checkRange(const SampledRange& sample) {
        const auto found = tenants.find(sample.tenant);
        if (found == tenants.end() || found->second.allowed.empty())
            return;
        TenantPlacement& tenant = found->second;
        for (const RangeReplica& replica : sample.range.replicas) {
            const auto region = replica.locality ? regionOf(*replica.locality) : std::nullopt;
            ++tenant.replicas[region.value_or("")][std::string(replicaRoleName(replica.role))];
            checkReplica(tenant, sample, replica);
        }
        const auto& lease = sample.range.leaseholderLocality;
        const auto leased = lease ? regionOf(*lease) : std::nullopt;
        if (leased && !tenant.allowed.contains(RegionName(*leased)))
            findIn(sample.index, Code::LeaseholderOutside, tenant.tenant, sample.region,
                   {{"place", *leased}, {"allowed", listed(tenant.allowed)}});
    }

    /// For tenants with rules, whether the zone of their home stays within them; for all others, within the home.
    void checkZone(const RegionPlacement& placement, const IndexZone& zone) {
        const auto regions = regionsAllowedBy(zone.zone);
        const auto staysIn = [&regions](const std::set<RegionName>& allowed) {
            return regions && std::ranges::all_of(*regions, [&allowed](const std::string& region) {
                       return allowed.contains(RegionName(region));
                   });
        };
        const auto outside = [&](const TenantId& tenant, const std::set<RegionName>& allowed) {
            findIn(zone.index, Code::DeclaredOutside, tenant, placement.region,
                   {{"zone", formatConstraints(zone.zone.constraints)}, {"allowed", listed(allowed)}});
        };
        bool hasOthers = tenants.empty();
        for (const auto& [id, tenant] : tenants) {
            if (tenant.home != placement.region)
                continue;
            hasOthers = hasOthers || !tenant.hasRule;
            if (tenant.hasRule && !staysIn(tenant.allowed))
                outside(id, tenant.allowed);
        }
        if (hasOthers && !staysIn({placement.region}))
            outside({}, {placement.region});
    }

    void checkServer(const RegionPlacement& placement) {
        if (placement.error)
            return find(Code::RegionNotAsked, {}, placement.region,
                        {{"why", std::string(errorCodeName(placement.error->code))}});
        if (placement.afar)
            find(Code::ReadFromAfar, {}, placement.region,
                 {{"through", placement.afar->through.text()},
                  {"ageMs", std::to_string(placement.afar->age.count())},
                  {"why", std::string(errorCodeName(placement.afar->why.code))}});
        for (const UnknownFact& unknown : placement.unknown)
            if (bearsOnPlacement(unknown.fact))
                find(Code::FactUnknown, {}, placement.region,
                     {{"fact", unknown.fact},
                      {"privilege", unknown.privilege},
                      {"why", std::string(errorCodeName(unknown.error.code))}});
        for (const IndexZone& zone : placement.zones)
            checkZone(placement, zone);
        for (const SampledRange& sample : placement.ranges)
            checkRange(sample);
        report.sampledTenants += placement.sampledTenants;
        if (placement.cockroach)
            for (const DatabaseRegion& region : placement.cockroach->regions)
                if (endpointOf(RegionName(region.name)) == nullptr)
                    find(Code::RegionNotFollowed, {}, RegionName(region.name), {{"database", placement.region.text()}});
        if (!placement.postgres)
            return;
        for (const DataCopy& copy : placement.postgres->copies)
            find(Code::CopiedElsewhere, {}, placement.region,
                 {{"kind", std::string(dataCopyName(copy.kind))}, {"name", copy.name}, {"place", copy.place}});
        for (const TablePartition& partition : placement.postgres->partitions)
            if (!partition.foreignServer.empty())
                find(Code::ForeignPartition, {}, placement.region,
                     {{"partition", partition.partition}, {"server", partition.foreignServer}});
    }

    PlacementReport check() {
        collectRows();
        for (auto& [id, tenant] : tenants) {
            decideHome(tenant);
            applyRule(tenant);
            checkRows(tenant);
        }
        for (const RegionPlacement& placement : placements)
            checkServer(placement);
        for (auto& [id, tenant] : tenants)
            report.tenants.push_back(std::move(tenant));
        std::ranges::stable_sort(report.tenants, {}, &TenantPlacement::name);
        std::ranges::stable_sort(report.findings, {},
                                 [](const PlacementFinding& finding) { return severityOf(finding.code); });
        return std::move(report);
    }
};

} // namespace

PlacementReport checkPlacement(const std::vector<RegionPlacement>& placements, const ResidencyRules& rules,
                               const std::set<TenantId>& only) {
    return Checker{placements, rules, only}.check();
}

} // namespace muniment
