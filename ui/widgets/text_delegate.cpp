#include "ui/widgets/text_delegate.h"

#include "ui/widgets/elided_text.h"

#include <QApplication>

namespace muniment {

void TextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintCell(painter, cell);
}

void TextDelegate::paintCell(QPainter* painter, QStyleOptionViewItem& cell) const {
    const auto* style = cell.widget == nullptr ? QApplication::style() : cell.widget->style();
    if (hasOwnDirections(cell.text)) {
        const auto place = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
        const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
        cell.text = elidedText(cell.text, QFontMetrics(cell.font), place.width() - 2 * margin);
        cell.textElideMode = Qt::ElideNone;
    }
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
}

} // namespace muniment
