#include "models/regions/placement_round.h"

#include "models/regions/residency_settings.h"

#include <limits>

namespace muniment {

namespace {

/// All regions of an embedded store are in one file; what can be checked is where its organizations are at home.
void fillEmbedded(std::vector<RegionPlacement>& placements, const std::vector<OrgRow>& organizations) {
    for (RegionPlacement& placement : placements) {
        if (placement.error || placement.flavour != StoreFlavour::Embedded)
            continue;
        for (const OrgRow& org : organizations) {
            if (org.region != placement.region)
                continue;
            TenantRows rows{org.id, org.region, TenantHome{org.id, org.name, org.plan, "active", 1, {}}};
            rows.hasEvents = true;
            placement.rows.push_back(std::move(rows));
        }
    }
}

std::vector<PlacementLimit> limitsOf(const std::vector<RegionPlacement>& placements) {
    std::set<StoreFlavour> flavours;
    for (const RegionPlacement& placement : placements)
        if (!placement.error)
            flavours.insert(placement.flavour);
    return placementLimits(flavours);
}

} // namespace

Result<PlacementQuestion> placementQuestion(Snapshot& snapshot) {
    PlacementQuestion question;
    const auto records = snapshot.regions();
    if (!records)
        return tl::unexpected(records.error());
    for (const RegionRecord& record : *records)
        question.regions.push_back({record.region, record.endpoint});
    OrgQuery everybody;
    everybody.limit = std::numeric_limits<int>::max();
    auto organizations = listOrganizations(snapshot, everybody);
    if (!organizations)
        return tl::unexpected(organizations.error());
    question.organizations = std::move(*organizations);
    auto rules = keptRules(snapshot);
    if (!rules)
        return tl::unexpected(rules.error());
    question.rules = std::move(*rules);
    return question;
}

PlacementRound askPlacement(const PlacementQuestion& question, const std::shared_ptr<SecretSource>& secrets,
                            std::chrono::milliseconds patience) {
    PlacementRound round;
    round.placements = readPlacements(question.regions, secrets, question.only, patience);
    fillEmbedded(round.placements, question.organizations);
    round.report = checkPlacement(round.placements, question.rules, question.only);
    round.limits = limitsOf(round.placements);
    return round;
}

} // namespace muniment
