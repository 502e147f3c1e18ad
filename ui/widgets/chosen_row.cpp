#include "ui/widgets/chosen_row.h"

#include <QTableView>

namespace muniment {

TextTable chosenRowOf(const QTableView& view) {
    TextTable table;
    const int row = view.currentIndex().row();
    if (row < 0)
        return table;
    const auto* model = view.model();
    QStringList cells;
    for (int column = 0; column < model->columnCount(); ++column) {
        table.header << model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        cells << model->index(row, column).data(Qt::DisplayRole).toString();
    }
    table.rows.push_back(cells);
    return table;
}

} // namespace muniment
