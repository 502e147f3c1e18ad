// Bars over time, stacked: one bar a bucket of a histogram. Parts of time are chosen by dragging, clicking and keys.
#pragma once

#include "models/items/formats.h"
#include "models/timeline/match_set.h"
#include "ui/charts/bar_choice.h"
#include "ui/charts/chart.h"

#include <QtCharts/QChartView>

#include <optional>
#include <vector>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace muniment {

struct LegendEntry;

/// What the series of a histogram are, and so how they are named and coloured.
enum class SeriesKind { Outcome, Category };

/// Left and Right go from bar to bar (with Shift they choose several), Enter asks for what is chosen, + and - ask for
/// half and twice the time, Escape gives the choice up.
class TimeBars : public QChartView, public Chart {
    Q_OBJECT
public:
    explicit TimeBars(QWidget* parent);

    /// `names` of the histogram's series, plain text; empty ones are "other" or, alone, "events".
    void setHistogram(Histogram histogram, const std::vector<QString>& names, SeriesKind kind);
    void setZone(const ClockZone& zone);

    [[nodiscard]] const Histogram& histogram() const { return m_histogram; }

    [[nodiscard]] SeriesKind kind() const { return m_kind; }

    [[nodiscard]] std::vector<LegendEntry> legend() const;

    /// The bar that keys start from; -1: none.
    [[nodiscard]] int current() const { return m_choice.current(); }

    void setCurrent(int bucket);
    /// What the bar under the mouse or the keys holds; empty when there is none.
    [[nodiscard]] QString readout() const;
    [[nodiscard]] Instant begin(int bucket) const;
    /// Where the middle of the bar is, in the viewport.
    [[nodiscard]] QPoint placeOf(int bucket) const;

    [[nodiscard]] QWidget* widget() override { return this; }

    [[nodiscard]] TextTable table() const override;
    void activate(int item) override;

    [[nodiscard]] QSize sizeHint() const override { return {400, 96}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 80}; }

signals:
    /// [from, to), whole buckets.
    void rangeChosen(muniment::Instant from, muniment::Instant to);
    /// Twice the time around the present bar.
    void widerWanted();
    void readoutChanged();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int bucketCount() const { return static_cast<int>(m_histogram.counts.size()); }

    [[nodiscard]] std::int64_t totalOf(int bucket) const;
    [[nodiscard]] QString bucketText(int bucket) const;
    [[nodiscard]] int bucketAt(const QPoint& place) const;
    [[nodiscard]] QRectF barPlace(int from, int to) const;
    [[nodiscard]] QColor colourOf(std::size_t series) const;
    void moveTo(int bucket, bool isExtending);
    void choose(const std::optional<BarSpan>& span);
    void fill();
    void paintAxis(QPainter& painter) const;
    void tell();

    Histogram m_histogram;
    std::vector<QString> m_names;
    std::vector<std::size_t> m_order; ///< of the series, from the bottom
    SeriesKind m_kind = SeriesKind::Outcome;
    ClockZone m_zone;
    QValueAxis* m_across;
    QValueAxis* m_up;
    QStackedBarSeries* m_bars = nullptr;
    BarChoice m_choice;
};

} // namespace muniment
