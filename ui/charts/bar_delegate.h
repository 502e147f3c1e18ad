// Rows with a count at the right and a thin bar below: the facet panel and ranked lists.
#pragma once

#include <QStyledItemDelegate>

namespace muniment {

/// Reads the roles of models/items/bar_roles.h.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index);
    static void paintRow(QPainter& painter, const QRect& place, const QModelIndex& index);
};

} // namespace muniment
