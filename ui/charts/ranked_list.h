// The most frequent of something: a name, a count and a bar a row.
#pragma once

#include "ui/charts/chart.h"

#include <QListView>
#include <QStringList>

#include <vector>

class QStandardItemModel;

namespace muniment {

struct RankedRow {
    QString name;  ///< plain text
    QString whole; ///< for the tool tip and the table; empty: as shown
    std::int64_t count = 0;
};

/// Enter or a click on a row asks for it.
class RankedList : public QListView, public Chart {
    Q_OBJECT
public:
    explicit RankedList(QWidget* parent);

    /// `what`: the title of the names' column.
    void setRows(const QString& what, std::vector<RankedRow> rows, Qt::TextElideMode elide = Qt::ElideRight);

    [[nodiscard]] QWidget* widget() override { return this; }

    [[nodiscard]] TextTable table() const override;
    void activate(int item) override;

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

signals:
    void rowChosen(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QStandardItemModel* m_model;
    QString m_what;
    std::vector<RankedRow> m_rows;
};

} // namespace muniment
