#include "models/items/export_columns.h"

#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment {

namespace {

/// The field of the command line that says the same as the column; empty where there is none.
std::string fieldNameOf(TimelineColumn column) {
    using namespace timeline_column;
    switch (column) {
    case Time:
        return "loggedAt";
    case Region:
        return "region";
    case Event:
        return "type";
    case ActorName:
        return "actor";
    case Outcome:
        return "outcome";
    case Tenant:
        return "tenant";
    case Subject:
        return "subject";
    case SubjectKind:
        return "aggregateType";
    case Ip:
        return "sourceIp";
    case Country:
        return "payload.country";
    case Os:
        return "payload.os";
    case Browser:
        return "payload.browser";
    case Sequence:
        return "sequence";
    case Recorded:
        return "recordedAt";
    case Occurred:
        return "occurredAt";
    case Writer:
        return "writer";
    case EventId:
        return "eventId";
    case Correlation:
        return "correlationId";
    case Command:
        return "commandId";
    default: // words of the window, and what only this file knows
        return {};
    }
}

RecordValue cellValue(const TimelineRow& row, TimelineColumn column) {
    if (column == timeline_column::Ordinal)
        return RecordValue::ofNumber(row.number.ordinal());
    const auto text = withoutIsolates(timelineCellText(row, column, ClockZone(), true)).toStdString();
    return text.empty() ? RecordValue() : RecordValue::ofText(text);
}

} // namespace

EventField exportFieldOf(TimelineColumn column) {
    const auto name = fieldNameOf(column);
    if (!name.empty())
        if (auto fields = eventFieldsNamed(name))
            return std::move(fields->front());
    return {timelineColumnKey(column).toStdString(),
            [column](const TimelineRow& row) { return cellValue(row, column); }, false};
}

EventField exportFieldOf(const std::string& payloadPath) {
    return payloadField(payloadPath);
}

} // namespace muniment
