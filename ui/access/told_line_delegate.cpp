#include "ui/access/told_line_delegate.h"

#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/elided_text.h"

#include <QApplication>
#include <QPainter>

namespace muniment {

namespace {

constexpr int kMargin = 4;
constexpr int kGap = 8;

std::vector<SentencePart> partsOf(const QModelIndex& index) {
    return index.data(kLinePartsRole).value<std::vector<SentencePart>>();
}

int widthOf(const SentencePart& part) {
    return QFontMetrics(textFont(TextSize::Normal, part.isValue)).horizontalAdvance(part.text);
}

int widthOf(const std::vector<SentencePart>& parts) {
    int width = 0;
    for (const auto& part : parts)
        width += widthOf(part);
    return width;
}

/// Draws as much as there is room for; returns where it ended.
int draw(QPainter& painter, int x, const QRect& line, const QString& text, bool isBold, const QColor& colour) {
    const int room = line.right() - x;
    if (room <= 0)
        return x;
    painter.setFont(textFont(TextSize::Normal, isBold));
    painter.setPen(colour);
    painter.drawText(QRect(x, line.top(), room, line.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     elidedText(text, painter.fontMetrics(), room));
    return x + painter.fontMetrics().horizontalAdvance(text);
}

} // namespace

QRect ToldLineDelegate::causePlace(const QRect& item, const QModelIndex& index) {
    const QString cause = index.data(kLineCauseRole).toString();
    if (cause.isEmpty())
        return {};
    const int left = item.left() + kMargin + widthOf(partsOf(index)) + kGap;
    const int width = QFontMetrics(textFont(TextSize::Normal)).horizontalAdvance(cause);
    return QRect(left, item.top(), width, item.height()).intersected(item);
}

QSize ToldLineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QString cause = index.data(kLineCauseRole).toString();
    const int behind = cause.isEmpty() ? 0 : kGap + QFontMetrics(textFont(TextSize::Normal)).horizontalAdvance(cause);
    return {2 * kMargin + widthOf(partsOf(index)) + behind, kRowHeight};
}

void ToldLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const auto* style = item.widget == nullptr ? QApplication::style() : item.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const auto& t = tones();
    const bool isFaint = index.data(kLineFaintRole).toBool();
    painter->save();
    const QRect line = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    int x = line.left();
    for (const auto& part : partsOf(index))
        x = draw(*painter, x, line, part.text, part.isValue, isFaint ? t.quiet : t.text);
    draw(*painter, x + kGap, line, index.data(kLineCauseRole).toString(), false, t.link);
    painter->restore();
}

} // namespace muniment
