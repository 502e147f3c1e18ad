#include "ui/charts/text_table_model.h"

namespace muniment {

static bool isNumber(const QStringList& row, int column) {
    return column > 0 && !row.value(column).isEmpty() && row.value(column).back().isDigit();
}

void TextTableModel::setTable(TextTable table) {
    const bool isSameShape = table.header == m_table.header && table.rows.size() == m_table.rows.size();
    if (!isSameShape)
        beginResetModel();
    m_table = std::move(table);
    if (!isSameShape)
        endResetModel();
    else if (!m_table.rows.empty() && !m_table.header.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1)); // the chosen row stays chosen
}

int TextTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.header.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const {
    const QString text = m_table.rows.at(static_cast<std::size_t>(index.row())).value(index.column());
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::TextAlignmentRole &&
        isNumber(m_table.rows.at(static_cast<std::size_t>(index.row())), index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && !m_table.rows.empty() && isNumber(m_table.rows.front(), section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? m_table.header.value(section) : QVariant();
}

} // namespace muniment
