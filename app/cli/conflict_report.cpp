#include "app/cli/conflict_report.h"

#include "app/cli/text.h"
#include "models/commands/review_surroundings.h"

namespace muniment::cli {

std::optional<ThreeWays> conflictOf(EventStore& store, const CommandRequest& request, const Error& error) {
    const bool hasSeen = request.ifSequence.has_value() || reviewDecisionOf(request) != nullptr;
    if (error.code != ErrorCode::Conflict || !hasSeen)
        return std::nullopt;
    auto ways = compareThreeWays(store, request, systemClock());
    return ways ? std::optional(std::move(*ways)) : std::nullopt;
}

void tellConflict(const ThreeWays& ways, Output& output) {
    Table table(
        {{"FIELD"}, {"SEEN AT " + std::to_string(ways.seen)}, {"IS AT " + std::to_string(ways.is)}, {"WANTED"}});
    for (const ThreeWayRow& row : ways.rows)
        table.add({row.field, row.seen, row.is, row.wanted});
    for (const auto& line : table.lines())
        output.message(line);
    for (const RecordedEvent& event : ways.between)
        output.message("In between: " + escaped(event.type) + " by " + escaped(event.actor.id.text()) + ", " +
                       formatInstant(event.recordedAt) + ".");
}

std::vector<JsonObject> conflictJson(const ThreeWays& ways) {
    std::vector<JsonObject> rows;
    for (const ThreeWayRow& row : ways.rows)
        rows.push_back(
            JsonObject().text("field", row.field).text("seen", row.seen).text("is", row.is).text("wanted", row.wanted));
    return rows;
}

} // namespace muniment::cli
