// How cells are painted where text alone is not enough.
#pragma once

#include "ui/widgets/text_delegate.h"

namespace muniment {

/// Times, numbers and ids: figures of one width.
class FiguresDelegate : public TextDelegate {
    Q_OBJECT
public:
    using TextDelegate::TextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A failure has a cross before it and stands out.
class OutcomeDelegate : public TextDelegate {
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
