// Users, sorted by user name.
#pragma once

#include "models/items/paged_list_model.h"

#include <set>
#include <utility>

namespace muniment {

class UserListModel : public PagedListModel<UserQuery, UserRow> {
    Q_OBJECT
public:
    enum Column { UserName, DisplayName, Email, Kind, State, Organization, Changed, Id, ColumnCount };

    explicit UserListModel(AskUsers ask, QObject* parent = nullptr);

    /// Those who are marked as compromised; their names say so.
    void setCompromised(std::set<std::pair<TenantId, AggregateId>> accounts);

    /// Adds kNameMarkRole of user name, display name and e-mail address.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const UserRow& row, int column) const override;
    [[nodiscard]] QString wholeText(const UserRow& row, int column) const override;
    [[nodiscard]] QString tip(const UserRow& row, int column) const override;

private:
    [[nodiscard]] QString markOf(const UserRow& row, int column) const;

    std::set<std::pair<TenantId, AggregateId>> m_compromised;
};

} // namespace muniment
