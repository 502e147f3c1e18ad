// Organizations, sorted by name.
#pragma once

#include "models/items/directory_list_model.h"
#include "models/items/paged_rows.h"

namespace muniment {

class OrgListModel : public DirectoryListModel {
    Q_OBJECT
public:
    enum Column { Name, State, Plan, Region, Created, Changed, Id, ColumnCount };

    explicit OrgListModel(AskOrganizations ask, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    [[nodiscard]] QString idAt(int row) const override;
    [[nodiscard]] const OrgRow* rowAt(int row) const;

    [[nodiscard]] const OrgQuery& query() const { return m_rows.query(); }

    /// Another question: its rows replace the present ones step by step.
    void setQuery(OrgQuery query);
    void refresh() override;

private:
    [[nodiscard]] QString text(const OrgRow& row, int column) const;

    PagedRows<OrgQuery, OrgRow, std::string (*)(const OrgRow&)> m_rows;
};

} // namespace muniment
