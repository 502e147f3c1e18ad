// A page whose list is worked out each time from everything that the workspace knows of who may do what: asked only
// while it is seen, not with every batch, with a way to do without the answer.
#pragma once

#include "ui/pages/directory_page.h"

namespace muniment {

class RefreshPause;
class WaitingStrip;

class ComputedListPage : public DirectoryPage {
    Q_OBJECT
public:
    /// What the list is about; absent: all organizations, or nothing where that would take too long.
    void setOrganization(const std::optional<EntityOption>& org);

    [[nodiscard]] std::optional<RegionName> onlyRegion() const override {
        return m_org && !m_org->region.isEmpty() ? std::optional(m_org->region) : std::nullopt;
    }

    void takeBatch(const AppliedBatch& batch) override;
    void setActive(bool isActive) override;

    [[nodiscard]] WaitingStrip* waiting() const { return m_waiting; }

protected:
    ComputedListPage(const PageContext& context, const char* name, QWidget* parent);

    /// Instead of setModel().
    template <class Model>
    void setComputedModel(Model* model) {
        follow(model, [model] { model->drop(); });
        setModel(model);
    }

    void applyFilters() final;
    /// Gives the model its query.
    virtual void ask() = 0;

    [[nodiscard]] const std::optional<EntityOption>& organization() const { return m_org; }

    [[nodiscard]] std::optional<TenantId> tenant() const {
        return m_org ? std::optional(m_org->entity.tenant) : std::nullopt;
    }

private:
    void follow(DirectoryListModel* model, std::function<void()> drop);

    WaitingStrip* m_waiting;
    DirectoryListModel* m_list = nullptr;
    std::optional<EntityOption> m_org;
    RefreshPause* m_refresh;
    bool m_isStale = false; ///< it is to be asked when it is seen
};

} // namespace muniment
