// One region on the map: the shape of its health, to be chosen.
#pragma once

#include "models/items/region_list_model.h"

#include <QAbstractButton>

namespace muniment {

/// Its accessible name says everything that the map shows of the region. The arrow keys lead to the next one.
class RegionMarker : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int kSize = 26;

    explicit RegionMarker(QWidget* parent);

    void setHealth(RegionHealth health);
    /// The chosen one is the one that Tab comes to.
    void setChosen(bool isChosen);

    [[nodiscard]] bool isChosen() const { return m_isChosen; }

    [[nodiscard]] QSize sizeHint() const override { return {kSize, kSize}; }

signals:
    void opened(); ///< Enter, or a double click
    void left(const QPointF& direction);
    void pointedAt(bool isOver); ///< by the mouse or by the keyboard

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    RegionHealth m_health = RegionHealth::Connecting;
    bool m_isChosen = false;
};

} // namespace muniment
