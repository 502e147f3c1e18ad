#include "models/reviews/review_item_fields.h"

namespace muniment {

namespace {

using Value = RecordValue;

Value ofInstantOrNone(const std::optional<Instant>& instant) {
    return instant ? Value::ofInstant(*instant) : Value();
}

Value ofTextOrNone(const std::string& text) {
    return text.empty() ? Value() : Value::ofText(text);
}

/// A value of the decision, where there is one.
template <class Read>
auto ofDecision(Read read) {
    return [read](const ReviewItem& item) { return item.decision ? read(*item.decision) : Value(); };
}

std::vector<ReviewItemField> grantPart() {
    using Item = const ReviewItem&;
    return {
        {"grantId", [](Item item) { return Value::ofText(item.grant.id.text()); }},
        {"roleId", [](Item item) { return Value::ofText(item.grant.role.text()); }},
        {"roleKey", [](Item item) { return Value::ofText(item.grant.roleKey); }},
        {"subjectType",
         [](Item item) {
             return Value::ofText(item.grant.subject.kind == GrantSubject::Kind::Team ? "team" : "user");
         }},
        {"subjectId", [](Item item) { return Value::ofText(item.grant.subject.id.text()); }},
        {"subjectName", [](Item item) { return Value::ofText(item.grant.subjectName); }},
        {"resourceId", [](Item item) { return ofTextOrNone(item.grant.resource.text()); }},
        {"resourceName", [](Item item) { return ofTextOrNone(item.grant.resourceName); }},
        {"from", [](Item item) { return ofInstantOrNone(item.grant.from); }},
        {"until", [](Item item) { return ofInstantOrNone(item.grant.until); }},
        {"grantSequence", [](Item item) { return Value::ofNumber(item.grant.sequence); }},
        {"since", [](Item item) { return Value::ofInstant(item.grant.createdAt); }},
        {"grantedAt", [](Item item) { return Value::ofInstant(item.grantedAt); }},
        {"granterId", [](Item item) { return ofTextOrNone(item.granterId); }},
        {"granterName", [](Item item) { return ofTextOrNone(item.granterName); }},
        {"grantReason", [](Item item) { return ofTextOrNone(item.grantReason); }},
        {"lastUse", [](Item item) { return ofInstantOrNone(item.lastUse); }},
    };
}

std::vector<ReviewItemField> reviewPart() {
    using Item = const ReviewItem&;
    using Decision = const ReviewDecisionRow&;
    return {
        {"otherHolders", [](Item item) { return Value::ofNumber(item.peers.holders); }},
        {"teamMates", [](Item item) { return Value::ofNumber(item.peers.mates); }},
        {"teamMatesHolding", [](Item item) { return Value::ofNumber(item.peers.matesHolding); }},
        {"change", [](Item item) { return Value::ofText(std::string(reviewChangeName(item.change))); }},
        {"signedOffAt", [](Item item) { return item.signOff ? Value::ofInstant(item.signOff->at) : Value(); }},
        {"signedOffIn", [](Item item) { return item.signOff ? Value::ofText(item.signOff->reviewName) : Value(); }},
        {"sequenceNow", [](Item item) { return Value::ofNumber((item.now ? *item.now : item.grant).sequence); }},
        {"standingNow",
         [](Item item) {
             return Value::ofText(std::string(grantStandingName((item.now ? *item.now : item.grant).standing)));
         }},
        {"decision",
         ofDecision([](Decision made) { return Value::ofText(std::string(reviewDecisionName(made.decision))); })},
        {"decisionReason", ofDecision([](Decision made) { return ofTextOrNone(made.reason); })},
        {"decidedAt", ofDecision([](Decision made) { return Value::ofInstant(made.at); })},
        {"decidedSequence", ofDecision([](Decision made) { return Value::ofNumber(made.grantSequence); })},
    };
}

} // namespace

const std::vector<ReviewItemField>& reviewItemFields() {
    static const std::vector<ReviewItemField> fields = [] {
        auto all = grantPart();
        for (auto& field : reviewPart())
            all.push_back(std::move(field));
        return all;
    }();
    return fields;
}

} // namespace muniment
