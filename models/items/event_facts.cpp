#include "models/items/event_facts.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

constexpr int kShortId = 18;

/// With the abbreviation of its zone only ("IST"), as room is scarce; the whole text has the id.
QString shortTime(Instant t, const ClockZone& zone) {
    const QString whole = formatTimeWithZone(t, zone);
    const auto id = QStringLiteral(" (%1)").arg(plainText(zone.id()));
    return whole.endsWith(id) ? whole.chopped(id.size()) : whole;
}

/// Lines under their labels; each value with the condition that finds it.
class FactList {
public:
    explicit FactList(ClockZone zone) : m_zone(std::move(zone)) {}

    void text(const QString& label, const char* field, FilterField condition, const std::string& value,
              const QString& shown) {
        add(label,
            {.text = shown, .field = field, .raw = RecordValue::ofText(value), .term = conditionOn(condition, value)});
    }

    void text(const QString& label, const char* field, FilterField condition, const std::string& value) {
        text(label, field, condition, value, plainText(value));
    }

    /// A name as it was, with the id that it stands for.
    void entity(const QString& label, const char* field, FilterField condition, const QString& name,
                const std::string& id) {
        const bool isNamed = !id.empty() && name != shortId(id);
        const auto pair = QStringLiteral("%1 · %2");
        add(label, {.text = isNamed ? pair.arg(isolated(name), shortId(id)) : name,
                    .whole = isNamed ? pair.arg(isolated(name), plainText(id)) : plainText(id),
                    .field = field,
                    .raw = RecordValue::ofText(id),
                    .term = conditionOn(condition, id)});
    }

    void id(const QString& label, const char* field, FilterField condition, const Uuid& id) {
        const auto text = id.text();
        add(label,
            {.text = shortId(text, kShortId),
             .whole = plainText(text),
             .field = field,
             .raw = RecordValue::ofText(text),
             .term = conditionOn(condition, text)},
            true);
    }

    void time(const QString& label, const char* field, Instant t, std::optional<FilterField> condition) {
        add(label, {.text = shortTime(t, m_zone),
                    .whole = formatTimeWithZone(t, m_zone),
                    .hint = formatTimeInZones(t, m_zone),
                    .field = field,
                    .raw = RecordValue::ofInstant(t),
                    .term = condition ? conditionOn(*condition, formatInstant(t)) : std::nullopt});
    }

    void number(const QString& label, const char* field, FilterField condition, std::int64_t number) {
        add(label, {.text = formatCount(number),
                    .field = field,
                    .raw = RecordValue::ofNumber(number),
                    .term = conditionOn(condition, std::to_string(number))});
    }

    std::vector<EventFact> take() { return std::move(m_facts); }

private:
    void add(const QString& label, ShownValue value, bool isId = false) {
        m_facts.push_back({label, std::move(value), isId});
    }

    ClockZone m_zone;
    std::vector<EventFact> m_facts;
};

} // namespace

std::vector<EventFact> eventFacts(const TimelineRow& row, const ClockZone& zone) {
    const auto& event = row.event;
    FactList facts(zone.of(event.tenant));
    facts.text(Words::tr("Event"), "type", FilterField::Type, event.type);
    facts.time(Words::tr("When"), "loggedAt", row.loggedAt, {});
    facts.entity(Words::tr("Actor"), "actorId", FilterField::Actor, actorText(row), event.actor.id.text());
    if (event.sourceIp && !event.sourceIp->empty())
        facts.text(Words::tr("From"), "sourceIp", FilterField::Ip, *event.sourceIp);
    facts.entity(Words::tr("Subject"), "aggregateId", FilterField::Subject, subjectText(row),
                 event.aggregate.id.text());
    facts.text(Words::tr("Kind"), "aggregateType", FilterField::AggregateType, event.aggregate.type);
    facts.number(Words::tr("Sequence"), "sequence", FilterField::Sequence, event.sequence);
    facts.entity(Words::tr("Organization"), "tenantId", FilterField::Tenant, tenantText(row), event.tenant.text());
    facts.text(Words::tr("Region"), "region", FilterField::Region, row.region.text());
    facts.text(Words::tr("Outcome"), "outcome", FilterField::Outcome, event.outcome, outcomeText(event.outcome));
    facts.text(Words::tr("Written by"), "writer", FilterField::Writer, event.writer);
    if (event.occurredAt != row.loggedAt)
        facts.time(Words::tr("Occurred"), "occurredAt", event.occurredAt, FilterField::Occurred);
    if (event.recordedAt != row.loggedAt)
        facts.time(Words::tr("Recorded"), "recordedAt", event.recordedAt, FilterField::Recorded);
    for (const auto& [mark, name] : kEventMarkNames)
        if (hasMark(row.marks, mark))
            facts.text(Words::tr("Mark"), "mark", FilterField::Mark, std::string(name));
    facts.id(Words::tr("Event id"), "eventId", FilterField::Id, event.eventId);
    if (event.commandId)
        facts.id(Words::tr("Command"), "commandId", FilterField::Command, *event.commandId);
    if (event.correlationId)
        facts.id(Words::tr("Correlation"), "correlationId", FilterField::Correlation, *event.correlationId);
    return facts.take();
}

} // namespace muniment
