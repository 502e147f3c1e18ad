#include "ui/widgets/row_colour_delegate.h"

#include "models/items/column_roles.h"
#include "ui/look/row_tones.h"
#include "ui/look/tones.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace muniment {

/// Whether the cell stands at the left end of its row.
static bool isFirst(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    if (table == nullptr)
        return index.column() == 0;
    const auto* header = table->horizontalHeader();
    for (int visual = header->visualIndex(index.column()) - 1; visual >= 0; --visual)
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            return false;
    return true;
}

/// A wedge that points at the row, between the band and the text.
static void paintFoundSign(QPainter* painter, const QRect& cell) {
    const QPointF tip(cell.left() + kBandWidth + 5, cell.center().y());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(foundTone().band);
    painter->drawPolygon(QPolygonF{tip, tip + QPointF(-4, -4), tip + QPointF(-4, 4)});
    painter->restore();
}

QColor RowColourDelegate::surfaceOf(const QStyleOptionViewItem& cell) {
    if (cell.state.testFlag(QStyle::State_Selected))
        return tones().selection;
    const auto colour = cell.index.data(kRowColourRole).toString();
    if (!colour.isEmpty())
        return rowTone(colour).surface;
    return cell.index.data(kFoundRole).toBool() ? foundTone().surface : tones().surface;
}

void RowColourDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto colour = index.data(kRowColourRole).toString();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isFound = index.data(kFoundRole).toBool();
    if ((!colour.isEmpty() || isFound) && !isChosen)
        painter->fillRect(option.rect, colour.isEmpty() ? foundTone().surface : rowTone(colour).surface);
    TextDelegate::paint(painter, option, index);
    if ((!colour.isEmpty() || isFound) && isFirst(option, index)) {
        if (!colour.isEmpty())
            painter->fillRect(QRect(option.rect.topLeft(), QSize(kBandWidth, option.rect.height() - 1)),
                              rowTone(colour).band);
        if (isFound)
            paintFoundSign(painter, option.rect);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && isChosen) {
        painter->setPen(tones().accent);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -3));
    }
}

} // namespace muniment
