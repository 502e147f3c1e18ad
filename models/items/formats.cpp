#include "models/items/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

QDateTime at(Instant t, ClockZone zone) {
    std::int64_t millis = t.micros / 1000;
    if (t.micros % 1000 < 0)
        --millis; // floor, so that times before 1970 do not round up
    return zone == ClockZone::Utc ? QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC)
                                  : QDateTime::fromMSecsSinceEpoch(millis, Qt::LocalTime);
}

QString oneDecimal(double value) {
    return QLocale().toString(value, 'f', 1);
}

} // namespace

QString zoneName(ClockZone zone, Instant t) {
    if (zone == ClockZone::Utc)
        return QStringLiteral("UTC");
    const auto local = at(t, zone);
    const auto name = local.timeZoneAbbreviation();
    return name.isEmpty() ? local.timeZone().displayName(local, QTimeZone::OffsetName) : name;
}

QString formatTime(Instant t, ClockZone zone) {
    return at(t, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString formatTimeInYear(Instant t, ClockZone zone) {
    return at(t, zone).toString(QStringLiteral("MM-dd HH:mm:ss.zzz"));
}

int yearOf(Instant t, ClockZone zone) {
    return at(t, zone).date().year();
}

QString formatTimeToMinute(Instant t, ClockZone zone) {
    return at(t, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString formatClock(Instant t, ClockZone zone) {
    return at(t, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString formatTimeWithZone(Instant t, ClockZone zone) {
    return formatTime(t, zone) + QLatin1Char(' ') + zoneName(zone, t);
}

QString formatTimeInBothZones(Instant t) {
    return formatTimeWithZone(t, ClockZone::Utc) + QLatin1Char('\n') + formatTimeWithZone(t, ClockZone::Local);
}

QString formatCount(std::int64_t n) {
    return QLocale().toString(static_cast<qlonglong>(n));
}

QString formatDuration(std::chrono::milliseconds duration) {
    const auto millis = std::max<std::int64_t>(0, duration.count());
    if (millis < 9'950)
        return Words::tr("%1 s").arg(oneDecimal(static_cast<double>(millis) / 1000));
    const auto seconds = (millis + 500) / 1000;
    if (seconds < 60)
        return Words::tr("%1 s").arg(seconds);
    const auto minutes = seconds / 60;
    if (minutes < 60)
        return seconds % 60 == 0 ? Words::tr("%1 min").arg(minutes)
                                 : Words::tr("%1 min %2 s").arg(minutes).arg(seconds % 60);
    const auto hours = minutes / 60;
    if (hours < 48)
        return minutes % 60 == 0 ? Words::tr("%1 h").arg(hours) : Words::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    return Words::tr("%n day(s)", nullptr, static_cast<int>(hours / 24));
}

QString formatRoundTrip(std::chrono::microseconds roundTrip) {
    const double millis = static_cast<double>(roundTrip.count()) / 1000;
    if (millis < 9.95)
        return Words::tr("%1 ms").arg(oneDecimal(millis));
    if (millis < 1000)
        return Words::tr("%1 ms").arg(std::lround(millis));
    return Words::tr("%1 s").arg(oneDecimal(millis / 1000));
}

QString formatRate(double eventsPerSecond) {
    if (eventsPerSecond > 0 && eventsPerSecond < 9.95)
        return Words::tr("%1 events/s").arg(oneDecimal(eventsPerSecond));
    return Words::tr("%1 events/s").arg(formatCount(std::llround(eventsPerSecond)));
}

} // namespace muniment
