// Organizations of all regions: find, look at, create, rename, change plan, deactivate, reactivate.
#pragma once

#include "models/items/org_list_model.h"
#include "models/items/workspace_queries.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class OrganizationsPage : public DirectoryPage {
    Q_OBJECT
public:
    OrganizationsPage(const PageContext& context, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;

    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<OrgRow> chosenOrg() const;

    /// The zones of organizations as the workspace has them now.
    void takeZones();

    [[nodiscard]] std::optional<RegionName> onlyRegion() const override;

    /// The regions to filter by, as the workspace has them now.
    void listRegions();

    [[nodiscard]] OrgListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::Organization; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override {
        return batch.touches("organizations") || batch.touches("organizationDomains");
    }

private:
    void connectActions();
    void sendState(bool isDeactivating);
    [[nodiscard]] TextCell zoneCell(const TenantId& org) const;
    void editZone(const OrgRow& org);
    void keepZone(const TenantId& org, const std::string& zone, const UndoDesk::Answer& answer);

    OrgListModel* m_model;
    QComboBox* m_region;
    QComboBox* m_state;
    TenantZones m_zones;
};

} // namespace muniment
