// A zone configuration as SHOW ZONE CONFIGURATION prints it: how many replicas a part of the data has, and where they
// are meant to be. What is meant; what is, only SHOW RANGE tells.
#pragma once

#include "models/regions/answer_table.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// "+region=eu": on nodes with this tier. "-region=eu": on none of them.
struct ZoneConstraint {
    bool isRequired = true;
    std::string key; ///< empty for a store's attribute ("+ssd"), which stands in `value`
    std::string value;

    bool operator==(const ZoneConstraint&) const = default;
};

/// All of the constraints hold together for `replicas` replicas; absent: for every one.
struct ConstrainedReplicas {
    std::vector<ZoneConstraint> constraints;
    std::optional<int> replicas;

    bool operator==(const ConstrainedReplicas&) const = default;
};

struct ZoneConfiguration {
    std::string target; ///< what supplies it, which may be an ancestor of what was asked about
    std::optional<int> replicas;
    std::optional<int> voters;
    std::optional<bool> isReadGlobally;
    std::optional<std::int64_t> gcSeconds; ///< how long deleted versions stay
    std::vector<ConstrainedReplicas> constraints;
    std::vector<ConstrainedReplicas> voterConstraints;
    std::vector<std::vector<ZoneConstraint>> leasePreferences;

    bool operator==(const ZoneConfiguration&) const = default;
};

/// From the first row. ServerError when the answer has no such columns, no row, or a text that is none.
[[nodiscard]] Result<ZoneConfiguration> parseZoneConfiguration(const AnswerTable& answer);
/// Both forms: the list "[+region=a]" and the map "{+region=a: 1, \"+region=b,+ssd\": 2}".
[[nodiscard]] Result<std::vector<ConstrainedReplicas>> parseConstraints(std::string_view text);
[[nodiscard]] Result<std::vector<std::vector<ZoneConstraint>>> parseLeasePreferences(std::string_view text);
/// As the server writes it: "{+region=a: 1}" or "[+region=a]".
[[nodiscard]] std::string formatConstraints(const std::vector<ConstrainedReplicas>& constraints);

/// The regions that a replica may be put into by this configuration; absent: anywhere, for some replica is constrained
/// to no region.
[[nodiscard]] std::optional<std::set<std::string>> regionsAllowedBy(const ZoneConfiguration& zone);

} // namespace muniment
