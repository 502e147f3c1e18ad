// What the colours of a chart mean: a square, a name, a count for each series.
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace muniment {

struct LegendEntry {
    QColor colour;
    QString name;  ///< plain text
    QString count; ///< may be empty
};

/// One line; entries that do not fit are left out from the end.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget* parent);
    void setEntries(std::vector<LegendEntry> entries);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<LegendEntry> m_entries;
};

} // namespace muniment
