#include "models/regions/range_answer.h"

#include "models/regions/server_array.h"

#include <algorithm>

namespace muniment {

namespace {

/// Stores of a column that older versions lack; absent then.
Result<std::optional<std::vector<std::int64_t>>> storesAt(const AnswerTable& answer, std::string_view column) {
    const auto text = answer.at(0, column);
    if (!text)
        return std::nullopt;
    auto stores = parseIntegers(*text);
    if (!stores)
        return tl::unexpected(stores.error());
    return std::optional(std::move(*stores));
}

bool holds(const std::optional<std::vector<std::int64_t>>& stores, std::int64_t store) {
    return stores && std::find(stores->begin(), stores->end(), store) != stores->end();
}

} // namespace

std::string_view replicaRoleName(ReplicaRole role) {
    switch (role) {
    case ReplicaRole::Voter:
        return "voter";
    case ReplicaRole::NonVoter:
        return "non-voter";
    case ReplicaRole::Unknown:
        break;
    }
    return "replica";
}

Result<RowRange> parseRowRange(const AnswerTable& answer) {
    if (auto complete = answer.needs({"range_id", "replicas", "replica_localities"}); !complete)
        return tl::unexpected(complete.error());
    if (answer.rowCount() == 0)
        return failure(ErrorCode::ServerError, "the answer has no row", {{"column", "range_id"}});
    const auto stores = parseIntegers(answer.text(0, "replicas"));
    const auto localities = parseArray(answer.text(0, "replica_localities"));
    const auto voters = storesAt(answer, "voting_replicas");
    const auto nonVoters = storesAt(answer, "non_voting_replicas");
    if (!stores || !localities)
        return tl::unexpected(stores ? localities.error() : stores.error());
    if (!voters || !nonVoters)
        return tl::unexpected(voters ? nonVoters.error() : voters.error());
    if (stores->size() != localities->size())
        return failure(ErrorCode::ServerError, "there are not as many localities as replicas",
                       {{"column", "replica_localities"}});
    RowRange range;
    range.range = answer.integer(0, "range_id").value_or(0);
    for (std::size_t i = 0; i < stores->size(); ++i) {
        RangeReplica replica;
        replica.store = (*stores)[i];
        if (const auto& text = (*localities)[i])
            replica.locality = parseLocality(*text);
        replica.role = holds(*nonVoters, replica.store) ? ReplicaRole::NonVoter
                       : holds(*voters, replica.store)  ? ReplicaRole::Voter
                                                        : ReplicaRole::Unknown;
        range.replicas.push_back(std::move(replica));
    }
    range.leaseholder = answer.integer(0, "lease_holder");
    if (const auto text = answer.at(0, "lease_holder_locality"))
        range.leaseholderLocality = parseLocality(*text);
    return range;
}

} // namespace muniment
