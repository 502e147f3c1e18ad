#include "models/regions/placement_check.h"

#include <array>

namespace muniment {

using Code = PlacementFinding::Code;
using Severity = PlacementFinding::Severity;

std::string_view placementFindingName(Code code) {
    static constexpr std::array names{
        "placement.leftBehind",       "placement.outsideRule",     "placement.twoHomes",
        "placement.strayRegion",      "placement.replicaOutside",  "placement.leaseholderOutside",
        "placement.declaredOutside",  "placement.homeUnknown",     "placement.regionNotAsked",
        "placement.readFromAfar",     "placement.factUnknown",     "placement.localityUnknown",
        "placement.foreignPartition", "placement.copiedElsewhere", "placement.moveOpen",
        "placement.regionNotFollowed"};
    return names[static_cast<std::size_t>(code)];
}

Severity severityOf(Code code) {
    if (code <= Code::DeclaredOutside)
        return Severity::Violation;
    return code <= Code::ForeignPartition ? Severity::Unproven : Severity::Notice;
}

std::string_view severityName(Severity severity) {
    static constexpr std::array names{"violation", "unproven", "notice"};
    return names[static_cast<std::size_t>(severity)];
}

bool PlacementReport::has(Severity severity) const {
    for (const PlacementFinding& finding : findings)
        if (severityOf(finding.code) == severity)
            return true;
    return false;
}

} // namespace muniment
