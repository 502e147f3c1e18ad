// Whether every tenant's data lie where they are meant to, as far as the servers tell: declared and actual side by
// side. Pure: what was read comes in, findings with their facts come out; the sentences are made elsewhere.
#pragma once

#include "models/regions/region_placement.h"
#include "models/regions/residency_rules.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace muniment {

struct PlacementFinding {
    enum class Code {
        // data are where they are not meant to be
        LeftBehind,  ///< rows in a region that is not the tenant's home; facts "home", "events", "claims", "state", and
                     ///< "counted" where that is not of now
        OutsideRule, ///< rows in a region that the tenant's rule does not name; "allowed"
        TwoHomes,    ///< "other"
        StrayRegion, ///< rows of a region in a database that is not the region's; "database"
        ReplicaOutside,     ///< "indexes", "place" (a region), "role", "allowed"
        LeaseholderOutside, ///< "indexes", "place", "allowed"
        DeclaredOutside,    ///< a zone configuration that allows more than is meant; "indexes", "zone", "allowed"
        // what cannot be told
        HomeUnknown,      ///< no region of the workspace says that it lives there; "movedTo" where known
        RegionNotAsked,   ///< "why"
        ReadFromAfar,     ///< "through", "ageMs", "why"
        FactUnknown,      ///< "fact", "privilege", "why"
        LocalityUnknown,  ///< a replica's place is not told, or names no region; "indexes"
        ForeignPartition, ///< the rows are on another server; "partition", "server"
        // what should be known
        CopiedElsewhere,   ///< a standby, slot or subscriber gets every change; "kind", "name", "place"
        MoveOpen,          ///< "from", "to"
        RegionNotFollowed, ///< the workspace has no endpoint for a region that the database holds
    };
    enum class Severity { Violation, Unproven, Notice };

    Code code = Code::LeftBehind;
    TenantId tenant; ///< empty: all of a region's
    RegionName region;
    std::map<std::string, std::string> facts = {};

    bool operator==(const PlacementFinding&) const = default;
};

/// "placement.leftBehind" …
[[nodiscard]] std::string_view placementFindingName(PlacementFinding::Code code);
[[nodiscard]] PlacementFinding::Severity severityOf(PlacementFinding::Code code);
[[nodiscard]] std::string_view severityName(PlacementFinding::Severity severity);

/// One tenant: what is declared, and what is there.
struct TenantPlacement {
    TenantId tenant;
    std::string name;
    RegionName home;   ///< empty: not known
    std::string state; ///< of its row there: "active", "moving" …
    std::set<RegionName> allowed;
    bool hasRule = false;
    std::vector<TenantRows> rows;
    /// Actual replicas of the sampled rows, by region of the node: "voter" … and how many.
    std::map<std::string, std::map<std::string, int>> replicas;
};

struct PlacementReport {
    std::vector<TenantPlacement> tenants;   ///< by name
    std::vector<PlacementFinding> findings; ///< violations first
    int sampledTenants = 0;

    [[nodiscard]] bool has(PlacementFinding::Severity severity) const;
};

/// `only`: tenants to tell about; empty: all.
[[nodiscard]] PlacementReport checkPlacement(const std::vector<RegionPlacement>& placements,
                                             const ResidencyRules& rules, const std::set<TenantId>& only);

} // namespace muniment
