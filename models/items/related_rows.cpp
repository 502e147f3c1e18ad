#include "models/items/related_rows.h"

#include "models/items/event_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RelatedRows)
};

using Kind = RelatedTarget::Kind;

int counted(std::int64_t n) {
    return static_cast<int>(std::min<std::int64_t>(n, 1'000'000'000));
}

class Rows {
public:
    Rows(const TimelineRow& chosen, const ClockZone& zone) : m_chosen(chosen), m_zone(zone) {}

    void heading(const QString& text) { words(text, CellTone::Heading); }

    void words(const QString& text, CellTone tone) { add({ValueCell::words(text, tone)}, {}); }

    void group(RelatedGroupKind kind, const RelatedGroup& group, bool showsChosen) {
        more(Kind::MoreLater, kind, group.moreLater, group.later.size());
        for (const auto& row : group.later)
            event(row);
        if (showsChosen)
            add({ValueCell::words(QStringLiteral("—"), CellTone::Quiet),
                 ValueCell::words(Words::tr("This event"), CellTone::Quiet)},
                {});
        for (const auto& row : group.earlier)
            event(row);
        more(Kind::MoreEarlier, kind, group.moreEarlier, group.earlier.size());
    }

    RelatedRows take() { return std::move(m_rows); }

private:
    void add(ValueRow row, RelatedTarget target) {
        m_rows.rows.push_back(std::move(row));
        m_rows.targets.push_back(target);
    }

    void event(const TimelineRow& row) {
        const auto& type = row.event.type;
        ShownValue value{.text = eventSentence(row),
                         .hint = formatTimeInZones(row.loggedAt, m_zone.of(row.event.tenant)) + QLatin1Char('\n') +
                                 withoutIsolates(eventSentence(row)),
                         .field = "type",
                         .raw = RecordValue::ofText(type),
                         .term = conditionOn(FilterField::Type, type)};
        add({ValueCell::words(timeDifference(m_chosen.loggedAt, row.loggedAt)), ValueCell{.value = std::move(value)}},
            {.kind = Kind::Event, .number = row.number});
    }

    void more(Kind kind, RelatedGroupKind group, std::int64_t left, std::size_t told) {
        if (left == 0)
            return;
        if (told >= kMostRelated)
            return words(Words::tr("… and %n more: F follows them all", nullptr, counted(left)), CellTone::Quiet);
        add({ValueCell::words(kind == Kind::MoreLater ? Words::tr("Show more of %n later", nullptr, counted(left))
                                                      : Words::tr("Show more of %n earlier", nullptr, counted(left)),
                              CellTone::Link)},
            {.kind = kind, .group = group});
    }

    const TimelineRow& m_chosen;
    const ClockZone& m_zone;
    RelatedRows m_rows;
};

} // namespace

RelatedRows relatedRows(const TimelineRow& chosen, const RelatedEvents& related, const ClockZone& zone) {
    Rows rows(chosen, zone);
    const auto& same = related.sameAggregate;
    rows.heading(Words::tr("%1 · %2").arg(plainText(chosen.event.aggregate.type), isolated(subjectText(chosen))));
    if (same.others() == 0)
        rows.words(Words::tr("Nothing else has happened to it."), CellTone::Quiet);
    else
        rows.group(RelatedGroupKind::SameAggregate, same, true);

    rows.heading(Words::tr("Same request"));
    if (!related.sameCorrelation)
        rows.words(Words::tr("The event names no request."), CellTone::Quiet);
    else if (related.sameCorrelation->others() == 0)
        rows.words(Words::tr("No other event belongs to it."), CellTone::Quiet);
    else
        rows.group(RelatedGroupKind::SameCorrelation, *related.sameCorrelation, false);

    rows.heading(Words::tr("Same command"));
    if (!related.sameCommand)
        rows.words(Words::tr("The event names no command."), CellTone::Quiet);
    else if (related.sameCommand->others() == 0)
        rows.words(Words::tr("It wrote no other event."), CellTone::Quiet);
    else
        rows.group(RelatedGroupKind::SameCommand, *related.sameCommand, false);
    return rows.take();
}

QString timeDifference(Instant from, Instant to) {
    const std::chrono::microseconds apart(to - from);
    const std::chrono::microseconds length(std::abs(apart.count()));
    const auto text = length < std::chrono::seconds(1)
                          ? formatRoundTrip(length)
                          : formatDuration(std::chrono::duration_cast<std::chrono::milliseconds>(length));
    return (apart.count() > 0   ? QStringLiteral("+%1")
            : apart.count() < 0 ? QStringLiteral("−%1")
                                : QStringLiteral("±%1"))
        .arg(text);
}

} // namespace muniment
