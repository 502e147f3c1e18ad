// Cells of a table whose rows can have a colour: the row's surface, and a band at its left edge. A row that a search
// finds has a sign there.
#pragma once

#include "ui/widgets/text_delegate.h"

namespace muniment {

/// The colour is the model's kRowColourRole; a row of kFoundRole without one has that of finds. A chosen row keeps the
/// colour of the selection, and its band. The cell that has the focus is framed.
class RowColourDelegate : public TextDelegate {
    Q_OBJECT
public:
    using TextDelegate::TextDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// What the cell's text stands on.
    [[nodiscard]] static QColor surfaceOf(const QStyleOptionViewItem& cell);
};

} // namespace muniment
