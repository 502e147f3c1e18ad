#include "app/cli/event_columns.h"

#include <algorithm>

namespace muniment::cli {

namespace {

using TextOf = std::function<std::string(const TimelineRow&)>;
using OptionalTextOf = std::function<std::optional<std::string>(const TimelineRow&)>;
using IntegerOf = std::function<std::int64_t(const TimelineRow&)>;
using InstantOf = std::function<Instant(const TimelineRow&)>;

EventColumn textColumn(const std::string& name, const TextOf& of) {
    return {name, of, [name, of](const TimelineRow& row, JsonObject& json) { json.text(name, of(row)); }};
}

EventColumn optionalColumn(const std::string& name, const OptionalTextOf& of) {
    return {name, [of](const TimelineRow& row) { return of(row).value_or(""); },
            [name, of](const TimelineRow& row, JsonObject& json) { json.optionalText(name, of(row)); }};
}

EventColumn integerColumn(const std::string& name, const IntegerOf& of) {
    return {name, [of](const TimelineRow& row) { return std::to_string(of(row)); },
            [name, of](const TimelineRow& row, JsonObject& json) { json.integer(name, of(row)); }};
}

EventColumn instantColumn(const std::string& name, const InstantOf& of) {
    return {name, [of](const TimelineRow& row) { return formatInstant(of(row)); },
            [name, of](const TimelineRow& row, JsonObject& json) { json.instant(name, of(row)); }};
}

// A name as it was when the event was logged, or the id when it never had one; not in the JSON object unless picked.
EventColumn nameColumn(const std::string& name, const TextOf& nameOf, const TextOf& idOf) {
    auto column = textColumn(name, [nameOf, idOf](const TimelineRow& row) {
        const auto text = nameOf(row);
        return text.empty() ? idOf(row) : text;
    });
    column.isContract = false;
    return column;
}

std::optional<std::string> textOf(const std::optional<Uuid>& id) {
    return id ? std::optional(id->text()) : std::nullopt;
}

std::vector<EventColumn> makeColumns() {
    return {
        textColumn("region", [](const TimelineRow& row) { return row.region.text(); }),
        textColumn("tenantId", [](const TimelineRow& row) { return row.event.tenant.text(); }),
        integerColumn("epoch", [](const TimelineRow& row) { return row.event.epoch; }),
        textColumn("aggregateType", [](const TimelineRow& row) { return row.event.aggregate.type; }),
        textColumn("aggregateId", [](const TimelineRow& row) { return row.event.aggregate.id.text(); }),
        integerColumn("sequence", [](const TimelineRow& row) { return row.event.sequence; }),
        textColumn("eventId", [](const TimelineRow& row) { return row.event.eventId.text(); }),
        textColumn("type", [](const TimelineRow& row) { return row.event.type; }),
        integerColumn("revision", [](const TimelineRow& row) { return row.event.revision; }),
        instantColumn("occurredAt", [](const TimelineRow& row) { return row.event.occurredAt; }),
        instantColumn("recordedAt", [](const TimelineRow& row) { return row.event.recordedAt; }),
        textColumn("actorType", [](const TimelineRow& row) { return row.event.actor.type; }),
        textColumn("actorId", [](const TimelineRow& row) { return row.event.actor.id.text(); }),
        textColumn("writer", [](const TimelineRow& row) { return row.event.writer; }),
        textColumn("outcome", [](const TimelineRow& row) { return row.event.outcome; }),
        optionalColumn("sourceIp", [](const TimelineRow& row) { return row.event.sourceIp; }),
        optionalColumn("commandId", [](const TimelineRow& row) { return textOf(row.event.commandId); }),
        {"payload",
         [](const TimelineRow& row) { return row.event.payload ? payloadJson(row.event.payload) : std::string(); },
         [](const TimelineRow& row, JsonObject& json) { json.raw("payload", payloadJson(row.event.payload)); }},
        nameColumn(
            "tenant", [](const TimelineRow& row) { return row.tenantName; },
            [](const TimelineRow& row) { return row.event.tenant.text(); }),
        nameColumn(
            "actor", [](const TimelineRow& row) { return row.actorName; },
            [](const TimelineRow& row) { return row.event.actor.id.text(); }),
        nameColumn(
            "subject", [](const TimelineRow& row) { return row.subjectName; },
            [](const TimelineRow& row) { return row.event.aggregate.id.text(); }),
    };
}

std::string knownNames() {
    std::string names;
    for (const auto& column : eventColumns())
        names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

} // namespace

const std::vector<EventColumn>& eventColumns() {
    static const std::vector<EventColumn> columns = makeColumns();
    return columns;
}

Result<std::vector<EventColumn>> eventColumnsNamed(const std::string& commaList) {
    std::vector<EventColumn> picked;
    for (std::size_t from = 0; from <= commaList.size();) {
        const auto to = std::min(commaList.find(',', from), commaList.size());
        const auto name = commaList.substr(from, to - from);
        const auto& all = eventColumns();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& column) { return column.name == name; });
        if (found == all.end())
            return failure(ErrorCode::InvalidInput, "there is no column '" + name + "'; there are " + knownNames(),
                           {{"field", "--columns"}});
        picked.push_back(*found);
        from = to + 1;
    }
    return picked;
}

std::vector<EventColumn> contractColumns() {
    std::vector<EventColumn> columns = eventColumns();
    std::erase_if(columns, [](const EventColumn& column) { return !column.isContract; });
    return columns;
}

std::vector<EventColumn> tableColumns() {
    return *eventColumnsNamed("recordedAt,region,tenant,type,subject,actor,outcome");
}

} // namespace muniment::cli
