// A line in which names stand out and what made it stands behind it, in the colour of links.
#pragma once

#include "models/items/event_sentence.h"

#include <QStyledItemDelegate>

namespace muniment {

/// Roles of items that it paints; their display text is the whole line, for copying and for those who listen.
constexpr int kLinePartsRole = Qt::UserRole + 1; ///< std::vector<SentencePart>
constexpr int kLineCauseRole = Qt::UserRole + 2; ///< QString
constexpr int kLineFaintRole = Qt::UserRole + 3; ///< bool: it no longer holds, or never did

class ToldLineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where the cause stands in an item's place; empty when it has none.
    [[nodiscard]] static QRect causePlace(const QRect& item, const QModelIndex& index);
};

} // namespace muniment
