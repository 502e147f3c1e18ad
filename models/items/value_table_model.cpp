#include "models/items/value_table_model.h"

#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr qsizetype kMostHintCharacters = 2000;

/// What a view paints of a text that it could never show whole; to measure and shape more of it takes seconds.
QString paintedText(const QString& text) {
    if (text.size() <= kMostPaintedCharacters)
        return text;
    qsizetype begin = kMostPaintedCharacters / 2;
    qsizetype end = text.size() - (kMostPaintedCharacters / 2 - 1);
    begin -= text.at(begin).isLowSurrogate() ? 1 : 0;
    end += text.at(end).isLowSurrogate() ? 1 : 0;
    return text.left(begin) + QStringLiteral("…") + text.mid(end);
}

QString toolTip(const ShownValue& value) {
    const QString whole = value.wholeText();
    QString hint = whole.size() > kMostHintCharacters ? whole.left(kMostHintCharacters) + QStringLiteral("…") : whole;
    if (!value.hint.isEmpty())
        hint = value.hint;
    return escapedHtml(hint);
}

} // namespace

int ValueTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ValueTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

const ValueCell* ValueTableModel::cellAt(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount())
        return nullptr;
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    return column < row.size() ? &row[column] : nullptr;
}

const ShownValue* ValueTableModel::valueAt(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount())
        return nullptr;
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    for (auto column = static_cast<std::size_t>(index.column()); column < row.size(); ++column)
        if (row[column].isValue())
            return &row[column].value;
    return nullptr;
}

QVariant ValueTableModel::data(const QModelIndex& index, int role) const {
    const auto* cell = cellAt(index);
    if (cell == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return paintedText(cell->value.text);
    case Qt::EditRole:
        return cell->value.text;
    case Qt::ToolTipRole:
        return cell->tone == CellTone::Label ? QVariant() : toolTip(cell->value);
    case Qt::AccessibleTextRole: {
        const auto* label = cellAt(index.siblingAtColumn(0));
        const auto title = index.column() > 0 && label != nullptr ? label->value.text : QString();
        const auto header = m_header.value(index.column());
        QStringList parts{title, header, withoutIsolates(cell->value.wholeText().left(kMostHintCharacters))};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(": "));
    }
    case ToneRole:
        return static_cast<int>(cell->tone);
    case MonospaceRole:
        return cell->isMonospace;
    default:
        return {};
    }
}

QVariant ValueTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_header.value(section)) : QVariant();
}

void ValueTableModel::setHeader(const QStringList& titles) {
    m_header = titles;
    emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
}

void ValueTableModel::setRows(std::vector<ValueRow> rows) {
    const int before = rowCount();
    const int now = static_cast<int>(rows.size());
    if (now < before)
        beginRemoveRows({}, now, before - 1);
    else if (now > before)
        beginInsertRows({}, before, now - 1);
    m_rows = std::move(rows);
    if (now < before)
        endRemoveRows();
    else if (now > before)
        endInsertRows();
    if (std::min(now, before) > 0)
        emit dataChanged(index(0, 0), index(std::min(now, before) - 1, m_columns - 1));
}

} // namespace muniment
