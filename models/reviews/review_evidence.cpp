#include "models/reviews/review_evidence.h"

#include "models/directory/export_fields.h"
#include "models/export/record_writer.h"
#include "models/reviews/review_item_fields.h"

#include <algorithm>

namespace muniment {

namespace {

using Value = RecordValue;

const std::vector<RecordField<MadeDecision>>& decisionFields() {
    using Made = const MadeDecision&;
    static const std::vector<RecordField<MadeDecision>> fields{
        {"grantId", [](Made made) { return Value::ofText(made.row.grant.text()); }},
        {"decision", [](Made made) { return Value::ofText(std::string(reviewDecisionName(made.row.decision))); }},
        {"grantSequence", [](Made made) { return Value::ofNumber(made.row.grantSequence); }},
        {"reason", [](Made made) { return Value::ofText(made.row.reason); }},
        {"decidedBy", [](Made made) { return Value::ofText(made.by); }},
        {"at", [](Made made) { return Value::ofInstant(made.row.at); }},
        {"counts", [](Made made) { return Value::ofJson(made.row.counts ? "true" : "false"); }},
    };
    return fields;
}

/// A JSON array of objects.
template <class Row>
std::string objectsJson(const std::vector<Row>& rows, const std::vector<RecordField<Row>>& fields) {
    const auto writer = makeJsonLinesWriter(namesOf(fields));
    std::string json = "[";
    for (const Row& row : rows) {
        json += json.size() > 1 ? "," : "";
        writer->add(json, recordOf(row, fields));
        json.pop_back(); // the line's end
    }
    return json + ']';
}

} // namespace

std::string driftJson(const std::optional<ReviewDrift>& drift) {
    if (!drift)
        return "null";
    return "{\"began\":" + std::to_string(drift->began) + ",\"changed\":" + std::to_string(drift->changed) +
           ",\"ended\":" + std::to_string(drift->ended) + "}";
}

Result<ReviewEvidence> readEvidence(Snapshot& snapshot, const AccessProjection& access, const ReviewRow& review,
                                    ItemsShown shown, std::optional<Moment> asOf) {
    auto read = readReviewItems(snapshot, access, review, shown, asOf);
    if (!read)
        return tl::unexpected(read.error());
    const auto decisions = reviewDecisions(snapshot, review.tenant, review.id, asOf);
    if (!decisions)
        return tl::unexpected(decisions.error());
    ReviewEvidence evidence{review, {}, std::move(read->items), {}};
    if (const auto drift = readDrift(snapshot, review, asOf))
        evidence.drift = *drift;
    for (const ReviewDecisionRow& row : *decisions) {
        const auto event = snapshot.event(row.number);
        evidence.decisions.push_back({row, event ? event->actor.id.text() : std::string()});
    }
    return evidence;
}

const std::vector<RecordField<ReviewEvidence>>& evidenceFields() {
    using Evidence = const ReviewEvidence&;
    static const std::vector<RecordField<ReviewEvidence>> fields = [] {
        std::vector<RecordField<ReviewEvidence>> all;
        for (const auto& field : reviewFields())
            all.push_back({field.name, [read = field.valueOf](Evidence evidence) { return read(evidence.review); }});
        all.push_back({"drift", [](Evidence evidence) { return Value::ofJson(driftJson(evidence.drift)); }});
        all.push_back({"grants", [](Evidence evidence) {
                           return Value::ofJson(objectsJson(evidence.items, reviewItemFields()));
                       }});
        all.push_back({"decisions", [](Evidence evidence) {
                           return Value::ofJson(objectsJson(evidence.decisions, decisionFields()));
                       }});
        return all;
    }();
    return fields;
}

std::vector<DecidedItem> decidedItems(const ReviewEvidence& evidence) {
    std::vector<DecidedItem> items;
    for (const ReviewItem& item : evidence.items) {
        auto& decided = items.emplace_back(DecidedItem{item, {}});
        const auto made = !item.decision ? evidence.decisions.end()
                                         : std::ranges::find_if(evidence.decisions, [&](const MadeDecision& each) {
                                               return each.row.number == item.decision->number;
                                           });
        if (made != evidence.decisions.end())
            decided.decidedBy = made->by;
    }
    return items;
}

const std::vector<RecordField<DecidedItem>>& decidedItemFields() {
    using Decided = const DecidedItem&;
    static const std::vector<RecordField<DecidedItem>> fields = [] {
        std::vector<RecordField<DecidedItem>> all;
        for (const auto& field : reviewItemFields())
            all.push_back({field.name, [read = field.valueOf](Decided decided) { return read(decided.item); }});
        all.push_back({"decidedBy", [](Decided decided) {
                           return decided.decidedBy.empty() ? Value() : Value::ofText(decided.decidedBy);
                       }});
        return all;
    }();
    return fields;
}

} // namespace muniment
