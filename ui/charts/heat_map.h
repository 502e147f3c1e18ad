// When in the week things happen: a cell for each hour of each weekday.
#pragma once

#include "models/items/overview_queries.h"
#include "ui/charts/chart.h"

#include <QWidget>

namespace muniment {

/// The arrow keys go from cell to cell; Enter or a click asks for the cell's events. A cell's item is weekday × 24 +
/// hour.
class HeatMap : public QWidget, public Chart {
    Q_OBJECT
public:
    explicit HeatMap(QWidget* parent);

    void setHours(const WeekHours& hours, const ClockZone& zone);
    /// "Monday 13:00 to 14:00 UTC: 1,204"; of the cell under the mouse or the keys, empty when there is none.
    [[nodiscard]] QString readout() const;
    /// Where the middle of the cell is.
    [[nodiscard]] QPoint placeOf(int weekday, int hour) const;

    [[nodiscard]] QWidget* widget() override { return this; }

    [[nodiscard]] TextTable table() const override;
    void activate(int item) override;

    [[nodiscard]] QSize sizeHint() const override { return {360, 190}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 150}; }

signals:
    /// Monday is 0.
    void cellChosen(int weekday, int hour);
    void readoutChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] std::int64_t count(int item) const;
    [[nodiscard]] QRectF cell(int item) const;
    [[nodiscard]] int itemAt(const QPointF& place) const;
    [[nodiscard]] QString itemText(int item) const;
    void moveTo(int item);
    void tell();

    WeekHours m_hours{};
    std::int64_t m_most = 0;
    ClockZone m_zone;
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace muniment
