#include "models/items/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

QString oneDecimal(double value) {
    return QLocale().toString(value, 'f', 1);
}

} // namespace

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
