// Where the replicas of one row's range are, as SHOW RANGE … FOR ROW tells: the nearest thing to a proof that there is.
//
// Ids in the answer are of stores, not of nodes, whatever the documentation says (reference §4.4). So a replica's place
// is taken from replica_localities, which stand at the same places as `replicas`, and never looked up by an id.
#pragma once

#include "models/regions/answer_table.h"
#include "models/regions/locality.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Unknown: the version does not tell voters from the others (22.2).
enum class ReplicaRole { Unknown, Voter, NonVoter };
[[nodiscard]] std::string_view replicaRoleName(ReplicaRole role); ///< "replica", "voter", "non-voter"

struct RangeReplica {
    std::int64_t store = 0;
    std::optional<Locality> locality; ///< absent: the server did not tell
    ReplicaRole role = ReplicaRole::Unknown;

    bool operator==(const RangeReplica&) const = default;
};

struct RowRange {
    std::int64_t range = 0;
    std::vector<RangeReplica> replicas;
    std::optional<std::int64_t> leaseholder; ///< a store
    std::optional<Locality> leaseholderLocality;

    bool operator==(const RowRange&) const = default;
};

/// Seven columns (to 22.2) or nine. ServerError where there is no row, or where the localities are not as many as the
/// replicas: then nobody can tell which belongs to which.
[[nodiscard]] Result<RowRange> parseRowRange(const AnswerTable& answer);

} // namespace muniment
