#include "models/replica/projections/review_decisions.h"

#include "models/domain/payload_fields.h"

namespace muniment {

ReadModelDescription ReviewDecisionTraits::description() {
    return {"reviewDecisions", "review", "review_decisions", 1, "review_decisions_v1.sql"};
}

std::optional<ReviewDecisionTraits::Change> ReviewDecisionTraits::decode(std::string_view type,
                                                                         const std::optional<std::string>& payload) {
    auto event = decodeReviewEvent(type, payload);
    auto* const decided = event ? std::get_if<ReviewItemDecided>(&*event) : nullptr;
    if (decided == nullptr)
        return std::nullopt;
    return Change{Change::Kind::Put,
                  std::move(decided->grant),
                  {decided->decision, decided->grantSequence, PayloadFields(payload).textOrEmpty("reason")}};
}

ReviewDecisionTraits::Derived ReviewDecisionTraits::derive(const Key& key, const Value&) {
    return {StoredId(key)};
}

void ReviewDecisionTraits::bind(sqlite::Statement& row, int first, const Key&, const Value& value,
                                const Derived& derived) {
    derived.grant.bindTo(row, first);
    row.bindText(first + 1, reviewDecisionName(value.decision));
    row.bind(first + 2, value.grantSequence);
    row.bindText(first + 3, value.reason);
}

void ReviewDecisionTraits::read(const sqlite::Statement& row, int first, Key& key, Value& value) {
    key = storedIdAt(row, first);
    value.decision = reviewDecisionNamed(row.bytes(first + 1)).value_or(ReviewDecision::Keep);
    value.grantSequence = row.integer(first + 2);
    value.reason = row.text(first + 3);
}

} // namespace muniment
