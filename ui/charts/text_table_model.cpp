#include "ui/charts/text_table_model.h"

namespace muniment {

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
    if (role == Qt::TextAlignmentRole && !text.isEmpty() && index.column() > 0 && text.back().isDigit())
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_table.header.value(section);
}

} // namespace muniment
