#include "ui/pages/cell_delegates.h"

#include "models/items/access_words.h"
#include "models/items/column_roles.h"
#include "models/items/event_words.h"
#include "models/items/timeline_columns.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QPainter>

#include <algorithm>

namespace muniment {

static constexpr int kMarkSize = 14;
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

static Fit fitOf(int column) {
    switch (column) {
    case timeline_column::Region: // regions of a continent differ at their ends
        return Fit::Middle;
    case timeline_column::Event:
        return Fit::Dotted;
    default:
        return Fit::Right;
    }
}

void TimelineCellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    using namespace timeline_column;
    RowColourDelegate::initStyleOption(option, index);
    switch (index.column()) {
    case Outcome:
        return showOutcome(option);
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

void TimelineCellDelegate::paintCell(QPainter* painter, QStyleOptionViewItem& cell) const {
    if (cell.features.testFlag(QStyleOptionViewItem::HasDecoration) || cell.text.contains(QChar::LineFeed))
        return RowColourDelegate::paintCell(painter, cell);
    const bool isChosen = cell.state.testFlag(QStyle::State_Selected);
    if (isChosen)
        painter->fillRect(cell.rect, tones().selection);
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1), tones().hairline);
    if (cell.text.isEmpty())
        return;
    const QRect place = cell.rect.adjusted(kCellMargins / 2, 0, -kCellMargins / 2, -1);
    const PaintedText text{
        cell.text,       cell.font,     isChosen ? tones().selectionText : cell.palette.color(QPalette::Text),
        surfaceOf(cell), place.width(), fitOf(cell.index.column())};
    m_texts.paint(*painter, text, place, cell.displayAlignment);
}

void NameDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    if (index.data(kNameMarkRole).toString().isEmpty())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon(QStringLiteral("dialog-warning"));
    option->decorationSize = QSize(kMarkSize, kMarkSize);
}

void StateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    const auto isOneOf = [option](std::initializer_list<QString> texts) {
        return std::ranges::find(texts, option->text) != texts.end();
    };
    if (isOneOf({userStateText(UserLifecycle::Active), grantStandingText(GrantStanding::InForce)})) {
        setTextColor(option, tones().good);
        option->text.prepend(QStringLiteral("● "));
    } else if (option->text == userStateText(UserLifecycle::Locked)) {
        setTextColor(option, tones().bad);
        option->text.prepend(QStringLiteral("■ "));
    } else if (isOneOf({userStateText(UserLifecycle::Inactive), grantStandingText(GrantStanding::Expired)})) {
        setTextColor(option, tones().warning);
        option->text.prepend(QStringLiteral("▲ "));
    } else {
        setTextColor(option, tones().quiet);
    }
}

} // namespace muniment
