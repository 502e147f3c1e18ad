#include "models/items/timeline_columns.h"

#include "models/domain/payload_fields.h"
#include "models/items/event_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimelineColumns)
};

QString idText(const std::string& id, bool isWhole) {
    return isWhole ? plainText(id) : shortId(id);
}

QString uuidText(const std::optional<Uuid>& id, bool isWhole) {
    return id ? idText(id->text(), isWhole) : QString();
}

QString timeText(Instant t, const TenantId& tenant, const ClockZone& zone, bool isWhole) {
    return isWhole ? formatTimeWithZone(t, zone.of(tenant)) : formatTime(t, zone.ofListed(tenant));
}

QString memberText(const TimelineRow& row, const char* member) {
    return plainText(PayloadFields(row.event.payload).textOrEmpty(member));
}

QString tagsText(const EventAnnotation& annotation) {
    QStringList tags;
    for (const std::string& tag : annotation.tags)
        tags << plainText(tag);
    return tags.join(QStringLiteral(", "));
}

std::optional<FilterTerm> termUnlessEmpty(FilterField field, const std::string& value) {
    return value.empty() ? std::nullopt : std::optional(termOf(field, value));
}

std::optional<FilterTerm> memberTerm(const TimelineRow& row, FilterField field, const char* member) {
    return termUnlessEmpty(field, PayloadFields(row.event.payload).textOrEmpty(member));
}

std::optional<FilterTerm> uuidTerm(FilterField field, const std::optional<Uuid>& id) {
    return id ? std::optional(termOf(field, id->text())) : std::nullopt;
}

} // namespace

QString timelineColumnKey(TimelineColumn column) {
    static constexpr const char* kKeys[timeline_column::Count]{
        "time",     "region", "event",   "what",        "actor",   "outcome",  "tenant",  "subject",
        "kind",     "ip",     "country", "os",          "browser", "sequence", "ordinal", "recorded",
        "occurred", "writer", "id",      "correlation", "command", "tags",     "note"};
    return QLatin1String(kKeys[column]);
}

QString timelineColumnTitle(TimelineColumn column) {
    using namespace timeline_column;
    switch (column) {
    case Time:
        return Words::tr("Time");
    case Region:
        return Words::tr("Region");
    case Event:
        return Words::tr("Event");
    case What:
        return Words::tr("What happened");
    case ActorName:
        return Words::tr("Actor");
    case Outcome:
        return Words::tr("Outcome");
    case Tenant:
        return Words::tr("Organization");
    case Subject:
        return Words::tr("Subject");
    case SubjectKind:
        return Words::tr("Kind");
    case Ip:
        return Words::tr("Address");
    case Country:
        return Words::tr("Country");
    case Os:
        return Words::tr("System");
    case Browser:
        return Words::tr("Browser");
    case Sequence:
        return Words::tr("Sequence");
    case Ordinal:
        return Words::tr("Ordinal");
    case Recorded:
        return Words::tr("Recorded");
    case Occurred:
        return Words::tr("Occurred");
    case Writer:
        return Words::tr("Written by");
    case EventId:
        return Words::tr("Event id");
    case Correlation:
        return Words::tr("Correlation");
    case Command:
        return Words::tr("Command");
    case Tags:
        return Words::tr("Tags");
    case Note:
        return Words::tr("Note");
    case Count:
        break;
    }
    return {};
}

QString timelineCellText(const TimelineRow& row, TimelineColumn column, const ClockZone& zone, bool isWhole) {
    using namespace timeline_column;
    const RecordedEvent& event = row.event;
    switch (column) {
    case Time:
        return timeText(row.loggedAt, event.tenant, zone, isWhole);
    case Region:
        return plainText(row.region.text());
    case Event:
        return plainText(event.type);
    case What:
        return eventSentence(row);
    case ActorName:
        return actorText(row);
    case Outcome:
        return outcomeText(event.outcome);
    case Tenant:
        return tenantText(row);
    case Subject:
        return subjectText(row);
    case SubjectKind:
        return plainText(event.aggregate.type);
    case Ip:
        return plainText(event.sourceIp.value_or(std::string()));
    case Country:
        return memberText(row, "country");
    case Os:
        return memberText(row, "os");
    case Browser:
        return memberText(row, "browser");
    case Sequence:
        return formatCount(event.sequence);
    case Ordinal:
        return formatCount(row.number.ordinal());
    case Recorded:
        return timeText(event.recordedAt, event.tenant, zone, isWhole);
    case Occurred:
        return timeText(event.occurredAt, event.tenant, zone, isWhole);
    case Writer:
        return plainText(event.writer);
    case EventId:
        return idText(event.eventId.text(), isWhole);
    case Correlation:
        return uuidText(event.correlationId, isWhole);
    case Command:
        return uuidText(event.commandId, isWhole);
    case Tags:
        return tagsText(row.annotation);
    case Note:
        return plainText(row.annotation.note);
    case Count:
        break;
    }
    return {};
}

std::optional<FilterTerm> timelineCellTerm(const TimelineRow& row, TimelineColumn column) {
    using namespace timeline_column;
    const RecordedEvent& event = row.event;
    switch (column) {
    case Region:
        return termOf(FilterField::Region, row.region.text());
    case Event:
        return termOf(FilterField::Type, event.type);
    case What:
    case Subject:
        return termOf(FilterField::Subject, event.aggregate.id.text());
    case ActorName:
        return termOf(FilterField::Actor, event.actor.id.text());
    case Outcome:
        return termOf(FilterField::Outcome, event.outcome);
    case Tenant:
        return termOf(FilterField::Tenant, event.tenant.text());
    case SubjectKind:
        return termOf(FilterField::AggregateType, event.aggregate.type);
    case Ip:
        return termUnlessEmpty(FilterField::Ip, event.sourceIp.value_or(std::string()));
    case Country:
        return memberTerm(row, FilterField::Country, "country");
    case Os:
        return memberTerm(row, FilterField::Os, "os");
    case Browser:
        return memberTerm(row, FilterField::Browser, "browser");
    case Sequence:
        return termOf(FilterField::Sequence, std::to_string(event.sequence));
    case Writer:
        return termUnlessEmpty(FilterField::Writer, event.writer);
    case EventId:
        return termOf(FilterField::Id, event.eventId.text());
    case Correlation:
        return uuidTerm(FilterField::Correlation, event.correlationId);
    case Command:
        return uuidTerm(FilterField::Command, event.commandId);
    case Tags:
        return termUnlessEmpty(FilterField::Tag,
                               row.annotation.tags.empty() ? std::string() : row.annotation.tags.front());
    case Time:
    case Ordinal:
    case Recorded:
    case Occurred:
    case Note:
    case Count:
        break;
    }
    return {};
}

} // namespace muniment
