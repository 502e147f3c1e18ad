#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

bool hasSecret(const RecordedEvent& event) {
    const auto* entry = EventCatalogue::instance().find(event.type);
    return entry != nullptr && std::ranges::any_of(entry->fields, &CatalogueField::isSecret);
}

EventFact idFact(const QString& label, const std::string& id) {
    return {label, shortId(id, 18), plainText(id), true};
}

QString withId(const QString& name, const std::string& id) {
    const QString shown = shortId(id);
    return name == shown || id.empty() ? name : QStringLiteral("%1 · %2").arg(isolated(name), shown);
}

} // namespace

std::string maskedPayload(const RecordedEvent& event) {
    std::string bytes = event.payload.value_or(std::string());
    if (!hasSecret(event))
        return bytes;
    const auto members = readMembers(bytes);
    if (!members)
        return "\"" + maskedSecret().toStdString() + "\"";
    std::string out = "{";
    for (const auto& member : *members) {
        out += out.size() > 1 ? "," : "";
        appendCanonicalString(out, member.key);
        out += ":";
        if (EventCatalogue::instance().isSecret(event.type, member.key))
            appendCanonicalString(out, maskedSecret().toStdString());
        else if (member.kind == PayloadMember::Kind::Text)
            appendCanonicalString(out, member.value);
        else
            out += member.value;
    }
    return out + "}";
}

QString maskedSecret() {
    return QStringLiteral("••••••");
}

std::vector<EventFact> eventFacts(const TimelineRow& row, ClockZone zone) {
    const auto& event = row.event;
    std::vector<EventFact> facts{
        {Words::tr("Event"), plainText(event.type), {}, false},
        {Words::tr("When"), formatTimeWithZone(row.loggedAt, zone), formatTimeInBothZones(row.loggedAt), false},
        {Words::tr("Actor"), withId(actorText(row), event.actor.id.text()), plainText(event.actor.id.text()), false},
    };
    if (event.sourceIp && !event.sourceIp->empty())
        facts.push_back({Words::tr("From"), plainText(*event.sourceIp), {}, false});
    facts.push_back({Words::tr("Organization"), withId(tenantText(row), event.tenant.text()),
                     plainText(event.tenant.text()), false});
    facts.push_back({Words::tr("Region"), plainText(row.region.text()), {}, false});
    facts.push_back({Words::tr("Sequence"),
                     Words::tr("%1 of %2 %3")
                         .arg(formatCount(event.sequence), plainText(event.aggregate.type),
                              isolated(shortId(event.aggregate.id.text()))),
                     plainText(event.aggregate.id.text()), false});
    facts.push_back({Words::tr("Outcome"), outcomeText(event.outcome), {}, false});
    facts.push_back({Words::tr("Written by"), plainText(event.writer), {}, false});
    if (event.occurredAt != row.loggedAt)
        facts.push_back({Words::tr("Occurred"), formatTimeWithZone(event.occurredAt, zone),
                         formatTimeInBothZones(event.occurredAt), false});
    if (event.recordedAt != row.loggedAt)
        facts.push_back({Words::tr("Recorded"), formatTimeWithZone(event.recordedAt, zone),
                         formatTimeInBothZones(event.recordedAt), false});
    facts.push_back(idFact(Words::tr("Event id"), event.eventId.text()));
    if (event.commandId)
        facts.push_back(idFact(Words::tr("Command"), event.commandId->text()));
    if (event.correlationId)
        facts.push_back(idFact(Words::tr("Correlation"), event.correlationId->text()));
    return facts;
}

std::vector<FieldChange> payloadFields(const RecordedEvent& event) {
    std::vector<FieldChange> fields;
    if (!event.payload)
        return fields;
    const auto members = readMembers(*event.payload);
    if (!members)
        return fields;
    for (const auto& member : *members) {
        const bool isSecret = EventCatalogue::instance().isSecret(event.type, member.key);
        fields.push_back({member.key, {}, isSecret ? maskedSecret().toStdString() : member.value});
    }
    return fields;
}

QString prettyPayload(const RecordedEvent& event) {
    return event.payload ? plainLines(prettyJson(maskedPayload(event))) : QString();
}

QString exactPayload(const RecordedEvent& event) {
    return event.payload ? plainText(maskedPayload(event)) : QString();
}

} // namespace muniment
