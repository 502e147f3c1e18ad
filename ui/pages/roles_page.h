// Roles of all organizations: find, look at, create, change, what they allow and who has them, remove.
#pragma once

#include "models/items/role_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class RolesPage : public DirectoryPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new one.
    RolesPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<RoleRow> chosenRole() const;

    [[nodiscard]] RoleListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Role; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    RoleListModel* m_model;
    QComboBox* m_state;
};

} // namespace muniment
