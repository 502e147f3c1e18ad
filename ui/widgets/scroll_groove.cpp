#include "ui/widgets/scroll_groove.h"

#include <QScrollBar>
#include <QStyleOptionSlider>

#include <algorithm>

namespace muniment {

int placeInGroove(const QScrollBar* bar, const QWidget* beside, long double share, int height) {
    QStyleOptionSlider option;
    option.initFrom(bar);
    option.orientation = Qt::Vertical;
    option.subControls = QStyle::SC_All;
    const auto groove = bar->style()
                            ->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, bar)
                            .translated(0, bar->y() - beside->y());
    const int reach = std::max(0, groove.height() - height);
    return groove.top() + height / 2 + static_cast<int>(share * reach);
}

} // namespace muniment
