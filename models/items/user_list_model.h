// Users, sorted by user name.
#pragma once

#include "models/items/directory_list_model.h"
#include "models/items/paged_rows.h"

namespace muniment {

class UserListModel : public DirectoryListModel {
    Q_OBJECT
public:
    enum Column { UserName, DisplayName, Email, Kind, State, Organization, Changed, Id, ColumnCount };

    explicit UserListModel(AskUsers ask, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    [[nodiscard]] QString idAt(int row) const override;
    [[nodiscard]] const UserRow* rowAt(int row) const;

    [[nodiscard]] const UserQuery& query() const { return m_rows.query(); }

    /// Another question: its rows replace the present ones step by step.
    void setQuery(UserQuery query);
    void refresh() override;

private:
    [[nodiscard]] QString text(const UserRow& row, int column) const;

    PagedRows<UserQuery, UserRow, std::string (*)(const UserRow&)> m_rows;
};

} // namespace muniment
