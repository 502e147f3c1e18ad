#include "models/timeline/export/event_fields.h"

#include "models/base/canonical_json.h"
#include "models/timeline/filter/filter_fields.h"

#include <algorithm>

namespace muniment {

namespace {

using Row = const TimelineRow&;

std::optional<std::string> textOf(const std::optional<Uuid>& id) {
    return id ? std::optional(id->text()) : std::nullopt;
}

/// A name as it was, or the id when there never was one.
RecordValue nameOr(const std::string& name, const std::string& id) {
    return RecordValue::ofText(name.empty() ? id : name);
}

std::vector<EventField> makeFields() {
    using Value = RecordValue;
    return {
        {"region", [](Row row) { return Value::ofText(row.region.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.event.tenant.text()); }},
        {"epoch", [](Row row) { return Value::ofNumber(row.event.epoch); }},
        {"aggregateType", [](Row row) { return Value::ofText(row.event.aggregate.type); }},
        {"aggregateId", [](Row row) { return Value::ofText(row.event.aggregate.id.text()); }},
        {"sequence", [](Row row) { return Value::ofNumber(row.event.sequence); }},
        {"eventId", [](Row row) { return Value::ofText(row.event.eventId.text()); }},
        {"type", [](Row row) { return Value::ofText(row.event.type); }},
        {"revision", [](Row row) { return Value::ofNumber(row.event.revision); }},
        {"occurredAt", [](Row row) { return Value::ofInstant(row.event.occurredAt); }},
        {"recordedAt", [](Row row) { return Value::ofInstant(row.event.recordedAt); }},
        {"actorType", [](Row row) { return Value::ofText(row.event.actor.type); }},
        {"actorId", [](Row row) { return Value::ofText(row.event.actor.id.text()); }},
        {"writer", [](Row row) { return Value::ofText(row.event.writer); }},
        {"outcome", [](Row row) { return Value::ofText(row.event.outcome); }},
        {"sourceIp", [](Row row) { return Value::ofOptional(row.event.sourceIp); }},
        {"commandId", [](Row row) { return Value::ofOptional(textOf(row.event.commandId)); }},
        {"payload",
         [](Row row) { return row.event.payload ? Value::ofJson(payloadJson(row.event.payload)) : Value(); }},
        {"tenant", [](Row row) { return nameOr(row.tenantName, row.event.tenant.text()); }, false},
        {"actor", [](Row row) { return nameOr(row.actorName, row.event.actor.id.text()); }, false},
        {"subject", [](Row row) { return nameOr(row.subjectName, row.event.aggregate.id.text()); }, false},
        {"correlationId", [](Row row) { return Value::ofOptional(textOf(row.event.correlationId)); }, false},
        {"loggedAt", [](Row row) { return Value::ofInstant(row.loggedAt); }, false},
    };
}

/// The first value at the path; a member whose own name holds dots is found as well.
RecordValue memberAt(const std::string& object, std::string_view path) {
    const auto members = readMembers(object);
    if (!members)
        return {};
    for (const PayloadMember& member : *members) {
        if (path == member.key)
            return valueOfMember(member);
        const std::string_view key = member.key;
        const bool leadsOn = path.size() > key.size() && path.starts_with(key) && path[key.size()] == '.';
        if (leadsOn && member.kind == PayloadMember::Kind::Object)
            if (auto found = memberAt(member.value, path.substr(key.size() + 1)); found != RecordValue())
                return found;
    }
    return {};
}

std::optional<EventField> fieldNamed(const std::string& name) {
    const auto& all = eventFields();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const EventField& field) { return field.name == name; });
    if (found != all.end())
        return *found;
    if (!name.starts_with(kPayloadPrefix) || name.size() == kPayloadPrefix.size())
        return std::nullopt;
    return payloadField(name.substr(kPayloadPrefix.size()));
}

} // namespace

const std::vector<EventField>& eventFields() {
    static const std::vector<EventField> fields = makeFields();
    return fields;
}

std::vector<EventField> contractEventFields() {
    std::vector<EventField> fields = eventFields();
    std::erase_if(fields, [](const EventField& field) { return !field.isContract; });
    return fields;
}

EventField payloadField(const std::string& path) {
    return {std::string(kPayloadPrefix) + path,
            [path](Row row) { return row.event.payload ? memberAt(*row.event.payload, path) : RecordValue(); }, false};
}

Result<std::vector<EventField>> eventFieldsNamed(const std::string& commaList) {
    std::vector<EventField> picked;
    for (std::size_t from = 0; from <= commaList.size();) {
        const auto to = std::min(commaList.find(',', from), commaList.size());
        const auto name = commaList.substr(from, to - from);
        auto field = fieldNamed(name);
        if (!field) {
            std::string known;
            for (const EventField& one : eventFields())
                known += one.name + ", ";
            return failure(ErrorCode::InvalidInput,
                           "there is no column '" + name + "'; there are " + known + "payload.…",
                           {{"field", "--columns"}});
        }
        picked.push_back(std::move(*field));
        from = to + 1;
    }
    return picked;
}

RecordValue valueOfMember(const PayloadMember& member) {
    switch (member.kind) {
    case PayloadMember::Kind::Null:
        return {};
    case PayloadMember::Kind::Text:
        return RecordValue::ofText(member.value);
    case PayloadMember::Kind::Number:
        return {RecordValue::Kind::Number, member.value};
    case PayloadMember::Kind::Boolean:
    case PayloadMember::Kind::Array:
    case PayloadMember::Kind::Object:
        break;
    }
    return RecordValue::ofJson(member.value);
}

} // namespace muniment
