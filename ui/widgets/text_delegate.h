// How a table paints text: cut to the column without scrambling names in right-to-left scripts.
#pragma once

#include <QStyledItemDelegate>

namespace muniment {

/// The delegate of every table; those that paint more derive from it.
class TextDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// Paints a cell whose option initStyleOption() has filled: by the style, unless a derived class knows a shorter
    /// way.
    virtual void paintCell(QPainter* painter, QStyleOptionViewItem& cell) const;
};

} // namespace muniment
