#include "models/tracing/trace_fields.h"

#include "models/base/canonical_json.h"
#include "models/commands/command_text.h"

namespace muniment {

namespace {

using Value = RecordValue;

std::string idsJson(const std::vector<NamedThing>& things) {
    std::string json = "[";
    for (const NamedThing& thing : things) {
        json += json.size() > 1 ? "," : "";
        appendCanonicalString(json, thing.id.text());
    }
    return json + ']';
}

} // namespace

std::string hoursOf(const Exposure& exposure, Instant now) {
    const auto micros = exposure.until.value_or(now).micros - exposure.from.micros;
    const auto tenths = micros / (360 * kMicrosPerSecond);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::vector<TracedExposure> tracedExposures(const PoisonTrace& trace, Instant now) {
    std::vector<TracedExposure> traced;
    traced.reserve(trace.exposures.size());
    for (const Exposure& exposure : trace.exposures)
        traced.push_back({trace.acts[exposure.act].row.event.eventId, exposure, hoursOf(exposure, now)});
    return traced;
}

const std::vector<RecordField<PoisonedAct>>& poisonedActFields() {
    using Act = const PoisonedAct&;
    static const std::vector<RecordField<PoisonedAct>> fields{
        {"eventId", [](Act act) { return Value::ofText(act.row.event.eventId.text()); }},
        {"type", [](Act act) { return Value::ofText(act.row.event.type); }},
        {"at", [](Act act) { return Value::ofInstant(act.row.event.recordedAt); }},
        {"byId", [](Act act) { return Value::ofText(act.by.id.text()); }},
        {"by", [](Act act) { return Value::ofText(act.by.name); }},
        {"step", [](Act act) { return Value::ofNumber(static_cast<std::int64_t>(act.depth)); }},
        {"empowered", [](Act act) { return Value::ofJson(idsJson(act.empowered)); }},
        {"stands", [](Act act) { return Value::ofJson(act.stands ? "true" : "false"); }},
    };
    return fields;
}

const std::vector<RecordField<TracedExposure>>& exposureFields() {
    using Line = const TracedExposure&;
    static const std::vector<RecordField<TracedExposure>> fields{
        {"eventId", [](Line line) { return Value::ofText(line.eventId.text()); }},
        {"userId", [](Line line) { return Value::ofText(line.exposure.user.id.text()); }},
        {"user", [](Line line) { return Value::ofText(line.exposure.user.name); }},
        {"action", [](Line line) { return Value::ofText(line.exposure.right.action); }},
        {"on", [](Line line) { return Value::ofText(targetWords(line.exposure.right)); }},
        {"from", [](Line line) { return Value::ofInstant(line.exposure.from); }},
        {"until", [](Line line) { return line.exposure.until ? Value::ofInstant(*line.exposure.until) : Value(); }},
        {"hours",
         [](Line line) {
             return Value{Value::Kind::Number, line.hours};
         },
         false},
    };
    return fields;
}

const std::vector<RecordField<CommandRequest>>& draftFields() {
    static const std::vector<RecordField<CommandRequest>> fields{
        {"line", [](const CommandRequest& request) { return Value::ofJson(printCommand(request)); }},
    };
    return fields;
}

} // namespace muniment
