// The timeline's cell in words, with what a person put beside the event at its right end.
#pragma once

#include "ui/pages/cell_delegates.h"

namespace muniment {

/// The annotation is the model's kAnnotationRole.
class AnnotatedCellDelegate : public TimelineCellDelegate {
    Q_OBJECT
public:
    using TimelineCellDelegate::TimelineCellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace muniment
