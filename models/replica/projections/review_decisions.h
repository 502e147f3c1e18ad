// Read model "reviewDecisions": resources/replica/review_decisions_v1.sql says what its rows hold.
#pragma once

#include "models/domain/review.h"
#include "models/replica/projections/relation.h"
#include "models/replica/stored_id.h"

#include <string>

namespace muniment {

struct StoredReviewDecision {
    ReviewDecision decision = ReviewDecision::Keep;
    std::int64_t grantSequence = 0;
    std::string reason;

    bool operator==(const StoredReviewDecision&) const = default;
};

struct ReviewDecisionTraits {
    using Key = AggregateId; ///< of the grant
    using Value = StoredReviewDecision;
    using Change = RelationChange<Key, Value>;

    struct Derived {
        StoredId grant;
    };

    static constexpr const char* kColumns = "grant_id, decision, grant_sequence, reason";
    static constexpr int kColumnCount = 4;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<Change> decode(std::string_view type, const std::optional<std::string>& payload);
    [[nodiscard]] static Derived derive(const Key& key, const Value& value);
    static void bind(sqlite::Statement& row, int first, const Key& key, const Value& value, const Derived& derived);
    static void read(const sqlite::Statement& row, int first, Key& key, Value& value);
};

} // namespace muniment
