// The server's words for a refused change of regions, and what they mean: reference §2.1 and §3.1.
#include "models/regions/region_change.h"

#include <array>

namespace muniment {

namespace {

struct Words {
    std::string_view part;
    RegionRefusal meaning;
};

// The first that fits decides, so the narrower words stand before the wider ones.
constexpr std::array kWords{
    Words{"regions are required for surviving a region failure", RegionRefusal::TooFewRegionsToSurvive},
    Words{"only has 1 region", RegionRefusal::TooFewRegionsToSurvive}, // 26.2.3, of a small super region
    Words{"PLACEMENT RESTRICTED can only be used with SURVIVE ZONE FAILURE", RegionRefusal::RestrictedNeedsZoneGoal},
    Words{"cannot also have a restricted placement policy", RegionRefusal::RegionGoalForbidsRestricted},
    Words{"must have associated regions before", RegionRefusal::NoDatabaseRegions},
    Words{"that is not multi-region enabled", RegionRefusal::NotMultiRegion},
    Words{"containing PARTITION BY are not supported", RegionRefusal::HasOwnPartitions},
    Words{"modify protected field", RegionRefusal::ProtectedZone},
    Words{"is part of super region", RegionRefusal::InSuperRegion},
    Words{"could not remove enum value", RegionRefusal::RowsRemain},
    Words{"primary region", RegionRefusal::IsPrimary},
    Words{"secondary region", RegionRefusal::IsSecondary},
    Words{"allow_unsafe_internals", RegionRefusal::UnsafeInternals},
    Words{"Access to crdb_internal and system is restricted", RegionRefusal::UnsafeInternals},
};

} // namespace

std::string_view regionRefusalName(RegionRefusal refusal) {
    static constexpr std::array names{"none",
                                      "unknownRegion",
                                      "tooFewRegionsToSurvive",
                                      "isPrimary",
                                      "isSecondary",
                                      "inSuperRegion",
                                      "rowsRemain",
                                      "restrictedNeedsZoneGoal",
                                      "regionGoalForbidsRestricted",
                                      "noDatabaseRegions",
                                      "notMultiRegion",
                                      "hasOwnPartitions",
                                      "protectedZone",
                                      "settingNeeded",
                                      "privilege",
                                      "unsafeInternals",
                                      "licenceNeeded",
                                      "jobInTheWay",
                                      "committedInPart",
                                      "outcomeUnknown"};
    return names[static_cast<std::size_t>(refusal)];
}

RegionRefusal refusalOf(const Error& error) {
    const std::string state = error.get("sqlstate");
    const std::string words = error.detail + "\n" + error.get("hint");
    if (error.isOutcomeUnknown())
        return RegionRefusal::OutcomeUnknown;
    if (state == "XXA00")
        return RegionRefusal::CommittedInPart;
    if (state == "XCEXF")
        return RegionRefusal::SettingNeeded;
    if (state == "XXC01" || state == "XXC02")
        return RegionRefusal::LicenceNeeded;
    for (const Words& known : kWords)
        if (words.find(known.part) != std::string::npos)
            return known.meaning;
    if (state == "2BP01")
        return RegionRefusal::RowsRemain;
    if (words.find("region \"") != std::string::npos && words.find("does not exist") != std::string::npos)
        return RegionRefusal::UnknownRegion;
    if (state == "55000" || state == "55006")
        return RegionRefusal::JobInTheWay;
    return error.code == ErrorCode::PermissionDenied ? RegionRefusal::Privilege : RegionRefusal::None;
}

} // namespace muniment
