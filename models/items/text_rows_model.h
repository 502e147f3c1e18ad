// Rows of text that are worked out as a whole, for views: nothing of them is looked up while they are shown.
#pragma once

#include "models/items/copy_as.h"

#include <QAbstractTableModel>

#include <set>

namespace muniment {

/// Rows keep their places when they are told anew: what is chosen stays chosen, rows beyond are put in or taken out at
/// the end. Every cell has its whole text as tool tip.
class TextRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// `figures`: columns whose texts stand at the right.
    TextRowsModel(int columns, std::set<int> figures, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// With as many columns as there are.
    void setTable(TextTable table);

private:
    int m_columns;
    std::set<int> m_figures;
    TextTable m_table;
};

} // namespace muniment
