// How cells are painted where text alone is not enough.
#pragma once

#include "ui/widgets/painted_texts.h"
#include "ui/widgets/row_colour_delegate.h"

namespace muniment {

/// Times, numbers and ids: figures of one width.
class FiguresDelegate : public TextDelegate {
    Q_OBJECT
public:
    using TextDelegate::TextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Every cell of the timeline: times, ids and numbers in figures of one width, a failure with a cross before it, types
/// cut at their beginning, rows in the colour of their rule.
class TimelineCellDelegate : public RowColourDelegate {
    Q_OBJECT
public:
    using RowColourDelegate::RowColourDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    /// What style.qss says of QTableView::item, painted directly: a page of cells through a style sheet takes most of a
    /// frame's 16 ms. Cells with more than one line of plain text go through the style.
    void paintCell(QPainter* painter, QStyleOptionViewItem& cell) const override;

private:
    mutable PaintedTexts m_texts;
};

/// A name: one that may be mistaken for another has a sign before it, and says why on hover.
class NameDelegate : public TextDelegate {
    Q_OBJECT
public:
    using TextDelegate::TextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A state: locked and inactive stand out by shape and colour.
class StateDelegate : public TextDelegate {
    Q_OBJECT
public:
    using TextDelegate::TextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace muniment
