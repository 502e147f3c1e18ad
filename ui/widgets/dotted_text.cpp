#include "ui/widgets/dotted_text.h"

#include <QFontMetrics>
#include <QStringList>

namespace muniment {

static constexpr int kMostLetters = 2; ///< more of them in a row say nothing

QString fittingDottedText(const QString& text, const QFontMetrics& metrics, int width) {
    const auto fits = [&](const QString& candidate) { return metrics.horizontalAdvance(candidate) <= width; };
    if (fits(text))
        return text;
    QStringList words = text.split(QLatin1Char('.'));
    for (int i = 0; i < kMostLetters && i + 1 < words.size(); ++i) {
        words[i].truncate(1);
        if (QString shortened = words.join(QLatin1Char('.')); fits(shortened))
            return shortened;
    }
    for (auto dot = text.indexOf(QLatin1Char('.')); dot >= 0; dot = text.indexOf(QLatin1Char('.'), dot + 1))
        if (QString end = QStringLiteral("…") + text.mid(dot + 1); fits(end))
            return end;
    return metrics.elidedText(text.section(QLatin1Char('.'), -1), Qt::ElideRight, width);
}

} // namespace muniment
