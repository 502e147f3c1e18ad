#include "models/items/go_to.h"

#include <QRegularExpression>

namespace muniment {

namespace {

/// A time as the window shows it, "2026-11-20 13:14:28.692 UTC" or "2026-11-20 14:14 +01:00", as the filter language
/// writes it.
QString asTyped(const QString& text) {
    static const QRegularExpression shown(QStringLiteral(
        "^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d+)?)?(?: ?UTC| ?([+-]\\d\\d:\\d\\d))?$"));
    const auto match = shown.match(text);
    if (!match.hasMatch())
        return text;
    const auto seconds = match.captured(3);
    const auto offset = match.captured(4);
    const QString zone = !offset.isEmpty() ? offset : seconds.isEmpty() ? QString() : QStringLiteral("Z");
    return QStringLiteral("%1T%2%3%4").arg(match.captured(1), match.captured(2), seconds, zone);
}

} // namespace

std::optional<GoToTarget> parseGoTo(const QString& text, Instant now) {
    static const QRegularExpression numbered(QStringLiteral("^(.*?)\\s*#\\s*([0-9][0-9.,'’\\s]*)$"));
    const QString trimmed = text.trimmed();
    if (const auto match = numbered.match(trimmed); match.hasMatch()) {
        QString digits = match.captured(2);
        digits.remove(QRegularExpression(QStringLiteral("[^0-9]")));
        bool isNumber = false;
        const std::int64_t number = digits.toLongLong(&isNumber);
        if (!isNumber || number < 1)
            return {};
        if (match.captured(1).isEmpty())
            return RowTarget{number - 1};
        return OrdinalRequest{match.captured(1).toStdString(), number};
    }
    if (const auto named = filterTime(asTyped(trimmed).toStdString(), now))
        return named->begin;
    return {};
}

} // namespace muniment
