#include "models/items/text_rows_model.h"

#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment {

TextRowsModel::TextRowsModel(int columns, std::set<int> figures, QObject* parent)
    : QAbstractTableModel(parent),
      m_columns(columns),
      m_figures(std::move(figures)) {}

int TextRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextRowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QVariant TextRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QString text = m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole)
        return escapedHtml(text);
    if (role == Qt::TextAlignmentRole && m_figures.contains(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TextRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && m_figures.contains(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? m_table.header.value(section) : QVariant();
}

void TextRowsModel::setTable(TextTable table) {
    const bool isOtherHeader = table.header != m_table.header;
    const int before = rowCount();
    const int after = static_cast<int>(table.rows.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_table = std::move(table);
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (isOtherHeader)
        emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    if (const int same = std::min(before, after); same > 0)
        emit dataChanged(index(0, 0), index(same - 1, m_columns - 1));
}

} // namespace muniment
