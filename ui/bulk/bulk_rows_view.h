// The rows of a bulk change with a choice of which are shown.
#pragma once

#include "models/items/bulk_row_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace muniment {

class BulkRowsView : public QWidget {
    Q_OBJECT
public:
    /// `name` keeps the columns. `shows` is what can be chosen from, the first at first.
    BulkRowsView(BulkRowModel* model, const char* name, std::vector<BulkRowModel::Show> shows, QWidget* parent);

    /// The model shows what is chosen here.
    void enter();
    void choose(BulkRowModel::Show show);
    /// `counts` in the order of the choices.
    void setCounts(const std::vector<std::size_t>& counts);
    void retranslate();

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] QComboBox* choice() const { return m_choice; }

private:
    void updateChoices();

    BulkRowModel* m_model;
    std::vector<BulkRowModel::Show> m_shows;
    std::vector<std::size_t> m_counts;
    QLabel* m_label;
    QComboBox* m_choice;
    QTableView* m_table;
};

} // namespace muniment
