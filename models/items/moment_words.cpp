#include "models/items/moment_words.h"

#include "models/items/go_to.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MomentWords)
};

bool isWholeMinute(Instant t) {
    return t.micros % (60 * kMicrosPerSecond) == 0;
}

/// "#1204331" alone.
std::optional<OrdinalRequest> ordinalAlone(const QString& text) {
    static const QRegularExpression numbered(QStringLiteral("^#\\s*([0-9][0-9.,'’\\s]*)$"));
    const auto match = numbered.match(text);
    if (!match.hasMatch())
        return {};
    QString digits = match.captured(1);
    digits.remove(QRegularExpression(QStringLiteral("[^0-9]")));
    bool isNumber = false;
    const auto ordinal = digits.toLongLong(&isNumber);
    return isNumber && ordinal > 0 ? std::optional(OrdinalRequest{{}, ordinal}) : std::nullopt;
}

} // namespace

std::optional<TypedMoment> parseMoment(const QString& text, Instant now) {
    static const QRegularExpression before(QStringLiteral("^(before|just before)\\s+"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QString named = text.trimmed().remove(before);
    if (const auto id = parseUuid(named.toStdString()))
        return TypedMoment(NamedEvent(*id));
    if (const auto ordinal = ordinalAlone(named))
        return TypedMoment(NamedEvent(*ordinal));
    const auto target = parseGoTo(named, now);
    if (!target)
        return {};
    if (const auto* instant = std::get_if<Instant>(&*target))
        return TypedMoment(*instant);
    if (const auto* ordinal = std::get_if<OrdinalRequest>(&*target))
        return TypedMoment(NamedEvent(*ordinal));
    return {};
}

QString momentText(const Moment& moment, const ClockZone& zone) {
    if (moment.before)
        return Words::tr("just before %1").arg(formatTimeWithZone(moment.at, zone));
    return isWholeMinute(moment.at) ? formatTimeToMinuteWithZone(moment.at, zone) : formatTimeWithZone(moment.at, zone);
}

QString regionMomentText(const RegionMoment& region, const ClockZone& zone) {
    const QString name = isolated(plainText(region.bound.region.text()));
    const QString bound = region.bound.ordinal > 0
                              ? QStringLiteral("%1 #%2").arg(name, formatCount(region.bound.ordinal))
                              : Words::tr("%1: no event").arg(name);
    if (!region.isIncomplete)
        return bound;
    return region.knownThrough ? Words::tr("%1, incomplete: known through %2")
                                     .arg(bound, formatTimeWithZone(*region.knownThrough, zone))
                               : Words::tr("%1, incomplete: nothing is known yet").arg(bound);
}

} // namespace muniment
