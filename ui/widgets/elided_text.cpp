#include "ui/widgets/elided_text.h"

#include "models/items/plain_text.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace muniment {

namespace {

constexpr QChar kFirstStrongIsolate{0x2068};
constexpr QChar kPopIsolate{0x2069};
constexpr QChar kEllipsis{0x2026};

bool isRightToLeft(char32_t c) {
    const auto direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

/// `text` up to `end`, the ellipsis, and an end for every isolate that is open there.
QString cutAt(const QString& text, qsizetype end) {
    QString cut = text.left(end);
    while (cut.endsWith(QLatin1Char(' ')))
        cut.chop(1);
    cut += kEllipsis;
    const auto open = cut.count(kFirstStrongIsolate) - cut.count(kPopIsolate);
    return cut + QString(std::max<qsizetype>(0, open), kPopIsolate);
}

/// Where a cut parts no character from what combines with it.
std::vector<qsizetype> boundariesOf(const QString& text) {
    std::vector<qsizetype> boundaries{0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (auto at = finder.toNextBoundary(); at >= 0; at = finder.toNextBoundary())
        boundaries.push_back(at);
    return boundaries;
}

} // namespace

bool hasOwnDirections(const QString& text) {
    // Nothing before the Hebrew block is written from right to left.
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x0590; });
    if (isPlain)
        return false;
    const auto characters = text.toUcs4();
    return text.contains(kFirstStrongIsolate) || std::any_of(characters.begin(), characters.end(), isRightToLeft);
}

QString elidedText(const QString& text, const QFontMetrics& metrics, int width) {
    if (!hasOwnDirections(text))
        return metrics.elidedText(text, Qt::ElideRight, width);
    QString whole = text.contains(kFirstStrongIsolate) ? text : isolated(text);
    const auto fits = [&metrics, width](const QString& cut) { return metrics.horizontalAdvance(cut) <= width; };
    if (fits(whole))
        return whole;
    const auto boundaries = boundariesOf(whole);
    const auto beyond = std::partition_point(boundaries.begin(), boundaries.end(),
                                             [&](qsizetype end) { return fits(cutAt(whole, end)); });
    return cutAt(whole, beyond == boundaries.begin() ? 0 : *std::prev(beyond));
}

} // namespace muniment
