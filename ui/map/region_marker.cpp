#include "ui/map/region_marker.h"

#include "ui/look/tones.h"
#include "ui/shell/region_chip.h"

#include <QKeyEvent>
#include <QPainter>

namespace muniment {

RegionMarker::RegionMarker(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::ClickFocus);
    setFixedSize(kSize, kSize);
}

void RegionMarker::setHealth(RegionHealth health) {
    if (std::exchange(m_health, health) != health)
        update();
}

void RegionMarker::setChosen(bool isChosen) {
    setFocusPolicy(isChosen ? Qt::StrongFocus : Qt::ClickFocus);
    if (std::exchange(m_isChosen, isChosen) != isChosen)
        update();
}

void RegionMarker::paintEvent(QPaintEvent*) {
    const auto& t = tones();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect()).adjusted(2, 2, -2, -2);
    const bool isLit = m_isChosen || hasFocus() || underMouse();
    // A disc under the shape, so that it is as clear on land as on water.
    painter.setPen(isLit ? QPen(t.isDark ? t.link : t.accent, hasFocus() ? 2.2 : 1.4) : QPen(t.border, 1));
    painter.setBrush(t.surface);
    painter.drawEllipse(isLit ? whole : whole.adjusted(2.5, 2.5, -2.5, -2.5));
    QRectF shape(0, 0, 10, 10);
    shape.moveCenter(whole.center());
    paintHealth(painter, shape, m_health);
}

void RegionMarker::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        emit left({-1, 0});
        return;
    case Qt::Key_Right:
        emit left({1, 0});
        return;
    case Qt::Key_Up:
        emit left({0, -1});
        return;
    case Qt::Key_Down:
        emit left({0, 1});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit opened();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void RegionMarker::mouseDoubleClickEvent(QMouseEvent* event) {
    QAbstractButton::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton)
        emit opened();
}

void RegionMarker::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
    emit pointedAt(true);
}

void RegionMarker::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
    emit pointedAt(hasFocus());
}

void RegionMarker::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    emit pointedAt(true);
}

void RegionMarker::focusOutEvent(QFocusEvent* event) {
    QAbstractButton::focusOutEvent(event);
    emit pointedAt(underMouse());
}

} // namespace muniment
