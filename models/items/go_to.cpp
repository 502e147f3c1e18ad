#include "models/items/go_to.h"

#include <QRegularExpression>

namespace muniment {

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
    if (const auto named = filterTime(trimmed.toStdString(), now))
        return named->begin;
    return {};
}

} // namespace muniment
