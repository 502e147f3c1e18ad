// Teams of all organizations: find, look at, create, change, members in and out, what is granted to them, remove.
#pragma once

#include "models/items/team_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class TeamsPage : public DirectoryPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new one.
    TeamsPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<TeamRow> chosenTeam() const;

    [[nodiscard]] TeamListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Team; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    TeamListModel* m_model;
    QComboBox* m_state;
};

} // namespace muniment
