// Users of all organizations: find, look at, add, change, lock, deactivate and back.
#pragma once

#include "models/items/user_list_model.h"
#include "models/items/workspace_queries.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class UsersPage : public DirectoryPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new user.
    UsersPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;

    [[nodiscard]] bool isExportable() const override { return true; }

    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<UserRow> chosenUser() const;

    [[nodiscard]] UserListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    void clearFilters() override;
    void showChosen() override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::User; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override {
        return batch.touches("users") || batch.touches("organizations");
    }

    [[nodiscard]] bool isFiltered() const override;

private:
    void connectActions(std::function<std::optional<OrgRow>()> chosenOrg);
    void sendState(ActionId action);

    UserListModel* m_model;
    QComboBox* m_kind;
    QComboBox* m_state;
    RequestSlot<UserKey, std::vector<VersionRow>> m_history;
    std::optional<UserRow> m_shown;
};

} // namespace muniment
