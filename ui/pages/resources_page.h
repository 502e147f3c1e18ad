// Resources of all organizations, each with what it lies in: find, look at, create, rename, move, who may what on them,
// remove.
#pragma once

#include "models/items/resource_list_model.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class ResourcesPage : public DirectoryPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new one.
    ResourcesPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;
    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<ResourceRow> chosenResource() const;

    [[nodiscard]] ResourceListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Resource; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override;

private:
    ResourceListModel* m_model;
    QComboBox* m_state;
};

} // namespace muniment
