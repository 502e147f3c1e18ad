// Times of formats.h: by whose clocks, and how that is said.
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimeFormats)
};

const QString kUtc = QStringLiteral("UTC");
/// Says that the times are not in the zone that was asked for.
const QString kUtcInstead = QStringLiteral("UTC (!)");

const QString kToMillis = QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz");
const QString kToMinute = QStringLiteral("yyyy-MM-dd HH:mm");
constexpr std::int64_t kMinute = 60 * kMicrosPerSecond;

bool isUtcById(const ClockZone& zone) {
    return zone.id() == "UTC" || zone.id() == "Etc/UTC";
}

/// "CET"; zones without one have their offset.
QString abbreviation(const ClockZone& zone, Instant t) {
    const QString name = zone.clock(t).timeZoneAbbreviation();
    const bool isName = std::ranges::any_of(name, [](QChar c) { return c.isLetter(); });
    return isName ? name : offsetText(zone.offsetAt(t));
}

QString nameWithId(const ClockZone& zone, Instant t) {
    return isUtcById(zone) ? kUtc : QStringLiteral("%1 (%2)").arg(abbreviation(zone, t), plainText(zone.id()));
}

QString withZone(Instant t, const ClockZone& zone, const QString& format) {
    return zone.clock(t).toString(format) + QLatin1Char(' ') + zoneName(zone, t);
}

QString underHeader(Instant t, const ClockZone& zone, const QString& format) {
    const QString reading = zone.clock(t).toString(format);
    if (zone.isAmongOthers())
        return reading + QLatin1Char(' ') + zoneName(zone, t);
    return zone.isDoubledAt(t) ? reading + QLatin1Char(' ') + abbreviation(zone, t) : reading;
}

} // namespace

QString offsetText(std::int64_t micros) {
    const std::int64_t seconds = std::abs(micros) / kMicrosPerSecond;
    const auto two = [](std::int64_t n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    QString text = (micros < 0 ? QLatin1Char('-') : QLatin1Char('+')) + two(seconds / 3600) + QLatin1Char(':') +
                   two(seconds / 60 % 60);
    if (seconds % 60 != 0) // local mean times of long ago
        text += QLatin1Char(':') + two(seconds % 60);
    return text;
}

QString zoneName(const ClockZone& zone, Instant t) {
    if (!zone.isKnown())
        return kUtcInstead;
    if (zone.id().empty())
        return kUtc;
    if (zone.isAmongOthers())
        return offsetText(zone.offsetAt(t));
    return zone.kind() == ClockZone::Kind::Local ? abbreviation(zone, t) : nameWithId(zone, t);
}

QString zoneTitle(const ClockZone& zone) {
    if (zone.kind() == ClockZone::Kind::PerTenant)
        return Words::tr("zone per row", "the zones of a list of times");
    if (!zone.isKnown())
        return kUtcInstead;
    return zone.id().empty() || isUtcById(zone) ? kUtc : plainText(zone.id());
}

QString zoneWords(const ClockZone& zone) {
    if (!zone.isKnown())
        return Words::tr("This machine does not know the zone %1: its times are shown in UTC, marked (!).")
            .arg(isolated(plainText(zone.id())));
    switch (zone.kind()) {
    case ClockZone::Kind::Utc:
        return Words::tr("Times are in UTC.");
    case ClockZone::Kind::Local:
        return Words::tr("Times are in this machine's zone, %1.").arg(zoneTitle(zone));
    case ClockZone::Kind::PerTenant:
        return Words::tr("Each time is in its organization's zone, its offset beside it; in UTC where the "
                         "organization has none. Charts, and what concerns several organizations, are in UTC.");
    case ClockZone::Kind::Named:
        break;
    }
    return Words::tr("Times are in the zone %1.").arg(zoneTitle(zone));
}

QString formatTime(Instant t, const ClockZone& zone) {
    return underHeader(t, zone, kToMillis);
}

QString formatTimeInYear(Instant t, const ClockZone& zone) {
    return underHeader(t, zone, QStringLiteral("MM-dd HH:mm:ss.zzz"));
}

int yearOf(Instant t, const ClockZone& zone) {
    return zone.clock(t).date().year();
}

QString formatTimeToMinute(Instant t, const ClockZone& zone) {
    return underHeader(t, zone, kToMinute);
}

QString formatClockWithZone(Instant t, const ClockZone& zone) {
    return withZone(t, zone, QStringLiteral("HH:mm:ss"));
}

QString formatTimeWithZone(Instant t, const ClockZone& zone) {
    return withZone(t, zone, kToMillis);
}

QString formatTimeToMinuteWithZone(Instant t, const ClockZone& zone) {
    return withZone(t, zone, kToMinute);
}

QString formatSpan(Instant from, Instant to, const ClockZone& zone) {
    const QString& format = (to - from) % kMinute == 0 ? kToMinute : kToMillis;
    const QString name = zoneName(zone, from);
    if (name != zoneName(zone, to)) // clocks are changed in between
        return Words::tr("%1 to %2", "a span of time").arg(withZone(from, zone, format), withZone(to, zone, format));
    const QString begin = zone.clock(from).toString(format);
    QString end = zone.clock(to).toString(format);
    if (begin.left(10) == end.left(10)) // the day is named once where it is one
        end = end.mid(11);
    return Words::tr("%1 to %2 %3", "a span of time and its zone").arg(begin, end, name);
}

QString formatTimeInZones(Instant t, const ClockZone& zone) {
    QStringList lines{formatTimeWithZone(t, ClockZone())};
    const auto add = [&](const ClockZone& other) {
        if (other.isKnown() && !isUtcById(other))
            lines << other.clock(t).toString(kToMillis) + QLatin1Char(' ') + nameWithId(other, t);
    };
    const ClockZone local = ClockZone::local();
    add(local);
    if (zone.kind() == ClockZone::Kind::Named && zone.id() != local.id())
        add(zone);
    if (!zone.isKnown())
        lines << zoneWords(zone);
    return lines.join(QLatin1Char('\n'));
}

} // namespace muniment
