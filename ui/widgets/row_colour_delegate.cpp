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

void RowColourDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto colour = index.data(kRowColourRole).toString();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    if (!colour.isEmpty() && !isChosen)
        painter->fillRect(option.rect, rowTone(colour).surface);
    TextDelegate::paint(painter, option, index);
    if (!colour.isEmpty() && isFirst(option, index))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(kBandWidth, option.rect.height() - 1)),
                          rowTone(colour).band);
    if (option.state.testFlag(QStyle::State_HasFocus) && isChosen) {
        painter->setPen(tones().accent);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -3));
    }
}

} // namespace muniment
