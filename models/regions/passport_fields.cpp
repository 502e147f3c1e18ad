#include "models/regions/passport_fields.h"

#include <algorithm>
#include <functional>

namespace muniment {

namespace {

using Value = RecordValue;

Value instant(const std::optional<Instant>& t) {
    return t ? Value::ofInstant(*t) : Value{};
}

Value number(const std::optional<std::int64_t>& n) {
    return n ? Value::ofNumber(*n) : Value{};
}

Value millis(const std::optional<std::int64_t>& micros) {
    return micros ? Value::ofNumber(*micros / 1000) : Value{};
}

Value unlessEmpty(const std::string& text) {
    return text.empty() ? Value{} : Value::ofText(text);
}

/// A text of whoever wrote it; absent when nobody is known to have.
template <class Text>
Value ofWord(const std::optional<MoveWord>& word, Text text) {
    return word ? unlessEmpty(std::invoke(text, *word)) : Value{};
}

std::string actorId(const MoveWord& word) {
    return word.actor.id.text();
}

RecordField<Stay> stepField(const char* name, MoveStep step) {
    return {name, [step](const Stay& stay) { return millis(lengthOf(stay, step)); }};
}

} // namespace

std::optional<std::int64_t> lengthOf(const Stay& stay, MoveStep step) {
    const auto found = std::ranges::find(stay.steps, step, &StepTime::step);
    return found == stay.steps.end() ? std::nullopt : std::optional(found->micros);
}

const std::vector<RecordField<Stay>>& stayFields() {
    static const auto reason = [](const MoveWord& word) { return word.reason; };
    static const std::vector<RecordField<Stay>> fields{
        {"epoch", [](const Stay& stay) { return Value::ofNumber(stay.epoch); }},
        {"region", [](const Stay& stay) { return Value::ofText(stay.region); }},
        {"from", [](const Stay& stay) { return instant(stay.from); }},
        {"until", [](const Stay& stay) { return instant(stay.until); }},
        {"removed", [](const Stay& stay) { return Value::ofJson(stay.isEnd ? "true" : "false"); }},
        {"moveId", [](const Stay& stay) { return unlessEmpty(stay.moveId); }},
        {"by", [](const Stay& stay) { return ofWord(stay.begun, &actorId); }},
        {"byName", [](const Stay& stay) { return ofWord(stay.begun, &MoveWord::name); }},
        {"reason", [](const Stay& stay) { return ofWord(stay.begun, reason); }},
        {"completedBy", [](const Stay& stay) { return ofWord(stay.settled, &actorId); }},
        {"events", [](const Stay& stay) { return number(stay.events); }},
        stepField("copyingMs", MoveStep::Copying),
        stepField("verifyingMs", MoveStep::Verifying),
        stepField("cuttingOverMs", MoveStep::CuttingOver),
        stepField("activatingMs", MoveStep::Activating),
        {"writersRefusedMs", [](const Stay& stay) { return millis(stay.refusedMicros); }},
    };
    return fields;
}

const std::vector<RecordField<OpenMove>>& openMoveFields() {
    using Row = const OpenMove&;
    static const std::vector<RecordField<OpenMove>> fields{
        {"moveId", [](Row move) { return unlessEmpty(move.moveId); }},
        {"from", [](Row move) { return Value::ofText(move.from); }},
        {"to", [](Row move) { return Value::ofText(move.to); }},
        {"state", [](Row move) { return Value::ofText(std::string(moveStateName(move.state))); }},
        {"startedAt", [](Row move) { return Value::ofInstant(move.started.at); }},
        {"by", [](Row move) { return unlessEmpty(actorId(move.started)); }},
        {"byName", [](Row move) { return unlessEmpty(move.started.name()); }},
        {"reason", [](Row move) { return unlessEmpty(move.started.reason); }},
        {"cancelledAt", [](Row move) { return move.cancelled ? Value::ofInstant(move.cancelled->at) : Value{}; }},
        {"cancelledBy", [](Row move) { return ofWord(move.cancelled, &actorId); }},
    };
    return fields;
}

} // namespace muniment
