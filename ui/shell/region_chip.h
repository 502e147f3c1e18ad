// One region in the strip: a shape and a word for its health, lag and round trip; a press opens the whole story.
#pragma once

#include "models/items/region_list_model.h"

#include <QAbstractButton>
#include <QFrame>

class QLabel;
class QPushButton;

namespace muniment {

class RegionChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit RegionChip(QWidget* parent);

    void setStatus(const RegionStatus& status, const ClockZone& zone);

    [[nodiscard]] const RegionStatus& status() const { return m_status; }

    /// What is written on it after the region's name.
    [[nodiscard]] QString brief() const { return m_brief; }

    [[nodiscard]] RegionHealth health() const { return healthOf(m_status); }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RegionStatus m_status;
    QString m_name;
    QString m_brief;
};

/// The shape of a health, never colour alone: dot, triangle, square, ring.
void paintHealth(QPainter& painter, const QRectF& place, RegionHealth health);

/// The story of a region under its chip, with "Try Again".
class RegionPopup : public QFrame {
    Q_OBJECT
public:
    RegionPopup(const RegionStatus& status, const ClockZone& zone, QWidget* parent);
    void openBelow(const QWidget* chip);

signals:
    void retryChosen();
    void regionsChosen();
};

} // namespace muniment
