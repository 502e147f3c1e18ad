#include "ui/pages/cell_delegates.h"

#include "models/items/event_words.h"
#include "models/items/timeline_columns.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

namespace muniment {

static constexpr int kCellMargins = 22; ///< what the style leaves free at both sides of a cell's text

void FiguresDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    option->font = monospaceFont();
}

static void setTextColor(QStyleOptionViewItem* option, const QColor& color) {
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

static void showOutcome(QStyleOptionViewItem* option) {
    if (option->text == outcomeText("success")) {
        setTextColor(option, tones().quiet);
    } else if (!option->text.isEmpty()) {
        option->text.prepend(QStringLiteral("✕ "));
        option->font.setWeight(QFont::DemiBold);
        setTextColor(option, tones().bad);
    }
}

/// The end of a dotted type says most: "…check.failed". Cut between its words.
static QString fittingType(const QString& type, const QFontMetrics& metrics, int width) {
    if (metrics.horizontalAdvance(type) <= width)
        return type;
    for (auto dot = type.indexOf(QLatin1Char('.')); dot >= 0; dot = type.indexOf(QLatin1Char('.'), dot + 1)) {
        const QString end = QStringLiteral("…") + type.mid(dot + 1);
        if (metrics.horizontalAdvance(end) <= width)
            return end;
    }
    return metrics.elidedText(type, Qt::ElideLeft, width);
}

void TimelineCellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    using namespace timeline_column;
    RowColourDelegate::initStyleOption(option, index);
    switch (index.column()) {
    case Outcome:
        return showOutcome(option);
    case Event:
        option->text = fittingType(option->text, QFontMetrics(option->font), option->rect.width() - kCellMargins);
        return;
    case Time:
    case Ip:
    case Sequence:
    case Ordinal:
    case Recorded:
    case Occurred:
    case EventId:
    case Correlation:
    case Command:
        option->font = monospaceFont();
        return;
    default:
        return;
    }
}

void StateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    if (option->text == userStateText(UserLifecycle::Active)) {
        setTextColor(option, tones().good);
        option->text.prepend(QStringLiteral("● "));
    } else if (option->text == userStateText(UserLifecycle::Locked)) {
        setTextColor(option, tones().bad);
        option->text.prepend(QStringLiteral("■ "));
    } else if (option->text == userStateText(UserLifecycle::Inactive)) {
        setTextColor(option, tones().warning);
        option->text.prepend(QStringLiteral("▲ "));
    } else {
        setTextColor(option, tones().quiet);
    }
}

} // namespace muniment
