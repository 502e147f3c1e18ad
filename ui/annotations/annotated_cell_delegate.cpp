#include "ui/annotations/annotated_cell_delegate.h"

#include "models/items/column_roles.h"
#include "models/replica/annotations.h"
#include "ui/annotations/annotation_icon.h"
#include "ui/look/look.h"

namespace muniment {

void AnnotatedCellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    TimelineCellDelegate::initStyleOption(option, index);
    const auto annotation = index.data(kAnnotationRole);
    if (!annotation.isValid())
        return;
    auto* engine =
        new AnnotationIcon(annotation.value<EventAnnotation>(), textFont(TextSize::Small), option->rect.width() / 2);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationPosition = QStyleOptionViewItem::Right;
    option->decorationAlignment = Qt::AlignRight | Qt::AlignVCenter;
    option->decorationSize = engine->size();
    option->icon = QIcon(engine);
}

} // namespace muniment
