#include "ui/pages/region_health_delegate.h"

#include "ui/shell/region_chip.h"

#include <QPainter>

namespace muniment {

void RegionHealthDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    TextDelegate::paint(painter, option, index);
    painter->save();
    paintHealth(*painter, QRectF(option.rect.x() + 9, option.rect.center().y() - 4.5, 10, 10),
                m_model->shownHealth(index.row()));
    painter->restore();
}

void RegionHealthDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TextDelegate::initStyleOption(option, index);
    option->text.prepend(QStringLiteral("     "));
}

} // namespace muniment
