// Rows with a count at the right and a thin bar below: the facet panel and ranked lists.
#pragma once

#include <QStyledItemDelegate>

namespace muniment {

/// Reads the roles of models/items/bar_roles.h.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `margin` in pixels at both sides.
    explicit BarDelegate(QObject* parent, int margin = 10) : QStyledItemDelegate(parent), m_margin(margin) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintRow(QPainter& painter, const QRect& place, const QModelIndex& index) const;

    int m_margin;
};

} // namespace muniment
