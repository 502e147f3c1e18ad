#include "ui/widgets/chosen_row.h"

#include <QJsonDocument>
#include <QJsonObject>
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

QString rowJson(const TextTable& table) {
    if (table.rows.empty())
        return {};
    QJsonObject json;
    for (qsizetype i = 0; i < table.header.size(); ++i)
        json.insert(table.header.at(i), table.rows.front().value(i));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace muniment
