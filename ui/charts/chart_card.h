// A chart on the overview: title, legend, what is under the mouse or the keys, menu, and the chart or its table.
#pragma once

#include <QFrame>

#include <vector>

class QLabel;

namespace muniment {

class Chart;
class ChartLegend;
class ChartStage;
class ElidedLabel;
struct LegendEntry;

class ChartCard : public QFrame {
    Q_OBJECT
public:
    ChartCard(Chart* chart, QWidget* parent);

    void setTitle(const QString& title);
    void setLegend(std::vector<LegendEntry> entries);
    /// Between the title and the chart.
    void addNote(QWidget* note);
    /// What the chosen item is; empty: the legend is shown instead.
    void setReadout(const QString& readout);
    /// The chart has something to show; otherwise `why` stands in its place.
    void setEmpty(bool isEmpty, const QString& why);
    /// The chart shows something else now.
    void refresh();

    [[nodiscard]] ChartStage* stage() const { return m_stage; }

private:
    QLabel* m_title;
    ChartLegend* m_legend;
    ElidedLabel* m_readout;
    ChartStage* m_stage;
    QLabel* m_empty;
};

} // namespace muniment
