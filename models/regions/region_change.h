// A change of the regions that a CockroachDB database lives in, as a value: what is asked of the server first, what it
// is told, and what its refusal means. Pure; region_change_run.h carries it out.
#pragma once

#include "models/regions/database_facts.h"

#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct AddDatabaseRegion {
    std::string region;
};

struct DropDatabaseRegion {
    std::string region;
};

/// The first primary region makes the database a multi-region one, and puts every table into it.
struct SetPrimaryRegion {
    std::string region;
};

/// Becomes the primary one when that is dropped. It does not serve REGIONAL BY ROW tables: their rows stay where they
/// are, and without their region they are not there.
struct SetSecondaryRegion {
    std::string region; ///< empty: none any more
};

struct SetSurvivalGoal {
    SurvivalGoal goal = SurvivalGoal::Zone;
};

struct SetPlacement {
    PlacementPolicy policy = PlacementPolicy::Default;
};

/// Empty `regions`: the super region goes.
struct SetSuperRegion {
    std::string name;
    std::vector<std::string> regions;
};

struct SetTableLocality {
    enum class Kind { ByRow, ByTable, Global };
    std::string table; ///< of schema muniment
    Kind kind = Kind::ByRow;
};

/// Only as many replicas as voters: no copies outside a home (from 26.1 on).
struct DropNonVoters {};

/// The layout without database regions: a partition for each, pinned by a zone configuration.
struct PartitionByRegion {
    std::vector<std::string> regions;
};

using RegionChange =
    std::variant<AddDatabaseRegion, DropDatabaseRegion, SetPrimaryRegion, SetSecondaryRegion, SetSurvivalGoal,
                 SetPlacement, SetSuperRegion, SetTableLocality, DropNonVoters, PartitionByRegion>;

/// Something that has to hold before, as the server says it. A code; the sentence is made elsewhere.
struct Precondition {
    enum class Code {
        RegionNameUsable, ///< a name that every server takes
        RegionInCluster,  ///< some node says that it stands there
        RegionInDatabase,
        RegionNotInDatabase,
        DatabaseHasRegions, ///< it has a primary region
        NotPrimary,         ///< or the last one
        NotSecondary,
        NotInSuperRegion,
        KeepsThreeRegions, ///< region survival wants three
        HasThreeRegions,
        SuperRegionsHaveThree, ///< region survival within each of them; a server bug otherwise (reference §3.1)
        HoldsNoRows,
        NotRestricted, ///< region survival and restricted placement exclude each other
        SurvivesZoneOnly,
        NoJobUnderWay, ///< changes of regions and of indexes block one another
        TableKnown,
        HasNoDatabaseRegions, ///< PARTITION BY and regions of the database exclude each other
        VersionHasIt,
    };
    Code code = Code::RegionNameUsable;
    bool isMet = true;
    std::string subject; ///< the region, table or number that it is about

    bool operator==(const Precondition&) const = default;
};

[[nodiscard]] std::string_view preconditionName(Precondition::Code code);

/// What a person should know before: the change is allowed, and has a consequence that its name does not tell.
enum class ChangeWarning {
    SecondaryServesNoRows,    ///< a secondary region does not serve REGIONAL BY ROW tables
    CopiesEverywhere,         ///< default placement puts copies into every region of the database
    GlobalTablesEverywhere,   ///< restricted placement and super regions leave GLOBAL tables where they are
    RestrictedNotRecommended, ///< the maker's documentation advises super regions instead
    SuperRegionLeaks,         ///< before 26.2 replicas may lie outside the super region
    DropIsAJob,               ///< the region is read-only while its rows are looked for
    EveryTableIsRewritten,
};
[[nodiscard]] std::string_view changeWarningName(ChangeWarning warning);

struct RegionPlan {
    std::vector<std::string> statements; ///< in this order, each in a transaction of its own
    std::vector<Precondition> preconditions;
    std::vector<ChangeWarning> warnings;

    [[nodiscard]] bool isPossible() const;
};

[[nodiscard]] RegionPlan planChange(const RegionChange& change, const DatabaseFacts& facts);
/// The statements alone, as planChange() gives them.
[[nodiscard]] std::vector<std::string> statementsOf(const RegionChange& change, const DatabaseFacts& facts);
/// The server shows what the change wanted: what is asked after an outcome that is not known. Absent where the facts do
/// not tell.
[[nodiscard]] std::optional<bool> isInEffect(const RegionChange& change, const DatabaseFacts& facts);

/// Why a server said no to a change of regions, by its words and state (reference §3.1).
enum class RegionRefusal {
    None, ///< not one of these: the error's own words have to do
    UnknownRegion,
    TooFewRegionsToSurvive,
    IsPrimary,
    IsSecondary,
    InSuperRegion,
    RowsRemain, ///< context "table" of the error
    RestrictedNeedsZoneGoal,
    RegionGoalForbidsRestricted,
    NoDatabaseRegions,
    NotMultiRegion,
    HasOwnPartitions,
    ProtectedZone,
    SettingNeeded, ///< a preview that a session variable switches on
    Privilege,
    UnsafeInternals,
    LicenceNeeded,
    JobInTheWay,
    CommittedInPart, ///< XXA00: the data part is committed, the schema change is not
    OutcomeUnknown,
};
[[nodiscard]] std::string_view regionRefusalName(RegionRefusal refusal);
[[nodiscard]] RegionRefusal refusalOf(const Error& error);

} // namespace muniment
