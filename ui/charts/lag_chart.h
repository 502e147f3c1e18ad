// How far behind each region was over the last hour, and how it stood.
#pragma once

#include "models/items/region_lag_history.h"
#include "ui/charts/chart.h"

#include <QtCharts/QChartView>

#include <string>
#include <vector>

class QLineSeries;
class QValueAxis;

namespace muniment {

struct LegendEntry;

/// A line a region, and under the lines a band a region that tells its health. Up and Down choose a region, Enter or a
/// click on its band asks for its events.
class LagChart : public QChartView, public Chart {
    Q_OBJECT
public:
    explicit LagChart(QWidget* parent);

    void setHistory(const RegionLagHistory& history, Instant now);

    [[nodiscard]] std::vector<LegendEntry> legend() const;
    /// Of the region that is chosen by keys or under the mouse; empty when there is none.
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QWidget* widget() override { return this; }

    [[nodiscard]] TextTable table() const override;
    void activate(int item) override;

    [[nodiscard]] QSize sizeHint() const override { return {400, 120}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 100}; }

signals:
    void regionChosen(const QString& region);
    void readoutChanged();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        std::string region;
        std::vector<LagSample> samples; ///< oldest first, never empty
    };

    void fill();
    void fitMargins();
    void tell();
    [[nodiscard]] QRectF band(std::size_t line) const;
    [[nodiscard]] int lineAt(const QPoint& place) const;
    void paintBand(QPainter& painter, std::size_t line) const;
    [[nodiscard]] double across(Instant t) const; ///< minutes before now, negative
    [[nodiscard]] QString lineText(const Line& line) const;

    std::vector<Line> m_lines;
    Instant m_now;
    QValueAxis* m_time;
    QValueAxis* m_lag;
    double m_highest = 1; ///< seconds
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace muniment
