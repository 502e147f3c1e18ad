#include "app/cli/history.h"

#include "app/cli/text.h"

namespace muniment::cli {

Result<std::vector<VersionRow>> upTo(std::optional<Moment> asOf, Result<std::vector<VersionRow>> versions) {
    if (asOf && versions)
        std::erase_if(*versions, [&](const VersionRow& version) {
            return version.validFrom > asOf->at ||
                   (asOf->before && version.number.run() == asOf->before->run() && version.number >= *asOf->before);
        });
    return versions;
}

std::vector<JsonObject> historyJson(Snapshot& snapshot, const std::vector<VersionRow>& versions) {
    std::vector<JsonObject> history;
    for (const auto& version : versions) {
        std::vector<JsonObject> changes;
        for (const auto& change : version.changes)
            changes.push_back(
                JsonObject().text("field", change.field).text("before", change.before).text("after", change.after));
        const auto event = snapshot.event(version.number);
        history.push_back(JsonObject()
                              .optionalText("eventId", event ? std::optional(event->eventId.text()) : std::nullopt)
                              .text("type", version.eventType)
                              .instant("at", version.validFrom)
                              .text("actorType", version.actor.type)
                              .text("actorId", version.actor.id.text())
                              .objects("changes", changes));
    }
    return history;
}

static std::string shown(const std::string& value) {
    return value.empty() ? "\u2013" : value;
}

void printHistory(const std::vector<VersionRow>& versions, Output& output) {
    Table table({{"AT"}, {"EVENT"}, {"BY"}, {"CHANGE"}});
    for (const auto& version : versions) {
        const auto& actor = version.actorName.empty() ? version.actor.id.text() : version.actorName;
        std::vector<std::string> cells{formatInstant(version.validFrom), version.eventType, actor, ""};
        for (const auto& change : version.changes) {
            cells[3] = change.field + ": " + shown(change.before) + " -> " + shown(change.after);
            table.add(cells);
            cells = {"", "", "", ""};
        }
        if (version.changes.empty())
            table.add(cells);
    }
    for (const auto& line : table.lines())
        output.line(line);
}

} // namespace muniment::cli
