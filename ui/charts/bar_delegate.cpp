#include "ui/charts/bar_delegate.h"

#include "models/items/bar_roles.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/dotted_text.h"

#include <QPainter>
#include <QPen>

namespace muniment {

namespace {

constexpr int kBarHeight = 2;
constexpr int kBetween = 8;
constexpr int kArrow = 12;

} // namespace

QSize BarDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool isHeading = !index.data(CountTextRole).isValid();
    return {80, isHeading ? 28 : 22};
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& t = tones();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = (option.state & QStyle::State_HasFocus) != 0;
    if ((option.state & QStyle::State_MouseOver) != 0 || hasFocus) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(hasFocus ? t.selection : t.raised);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(m_margin - 6, 0.5, 6 - m_margin, -0.5), 4, 4);
    }
    if (index.data(CountTextRole).isValid())
        paintRow(*painter, option.rect, index);
    else
        paintHeading(*painter, option, index);
    painter->restore();
}

void BarDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& t = tones();
    const QRect place = option.rect.adjusted(m_margin, 0, -m_margin, 0);
    painter.setFont(textFont(TextSize::Small, true));
    painter.setPen(t.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    const bool isOpen = (option.state & QStyle::State_Open) != 0;
    const QPointF tip(place.right() - kArrow / 2.0, place.center().y() + (isOpen ? -2 : 2));
    const double down = isOpen ? 4 : -4;
    painter.setPen(QPen(t.quiet, 1.4));
    const QPointF arrow[]{tip + QPointF(-4, isOpen ? 0 : -4 - down), tip + QPointF(0, isOpen ? down : -4 + 0),
                          tip + QPointF(4, isOpen ? 0 : -4 - down)};
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(arrow, 3);
}

void BarDelegate::paintRow(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const auto& t = tones();
    const QRect place = rect.adjusted(m_margin, 0, -m_margin, 0);
    painter.setFont(textFont(TextSize::Small));
    const QString count = index.data(CountTextRole).toString();
    const int countWidth = count.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(count) + kBetween;
    const auto elide = index.data(ElideRole);
    const auto mode = elide.isValid() ? static_cast<Qt::TextElideMode>(elide.toInt()) : Qt::ElideRight;
    const QString whole = index.data(Qt::DisplayRole).toString();
    const int room = place.width() - countWidth;
    const QString text = mode == Qt::ElideLeft ? fittingDottedText(whole, painter.fontMetrics(), room)
                                               : painter.fontMetrics().elidedText(whole, mode, room);
    painter.setPen(index.data(IsQuietRole).toBool() ? t.quiet : t.text);
    painter.drawText(place.adjusted(0, 0, 0, -kBarHeight), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.setPen(t.text);
    painter.drawText(place.adjusted(0, 0, 0, -kBarHeight), Qt::AlignRight | Qt::AlignVCenter, count);
    const auto share = index.data(ShareRole);
    if (!share.isValid())
        return;
    // A value that occurs shows, however rare it is.
    const double width = std::max(2.0, share.toDouble() * place.width());
    painter.setPen(Qt::NoPen);
    painter.setBrush(index.data(IsBadRole).toBool() ? t.barBad : index.data(IsQuietRole).toBool() ? t.barOther : t.bar);
    painter.drawRoundedRect(QRectF(place.left(), place.bottom() - kBarHeight + 1, width, kBarHeight), 1, 1);
}

} // namespace muniment
