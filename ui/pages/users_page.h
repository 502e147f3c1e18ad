// Users of all organizations: find, look at, add, change, lock, deactivate and back, remove.
#pragma once

#include "models/items/name_marks.h"
#include "models/items/user_list_model.h"
#include "models/items/workspace_queries.h"
#include "ui/pages/directory_page.h"

namespace muniment {

class FactList;

class UsersPage : public DirectoryPage {
    Q_OBJECT
public:
    /// `chosenOrg` offers an organization for a new user.
    UsersPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent);
    [[nodiscard]] QString chosenJson() const override;

    [[nodiscard]] std::optional<ExportOffer> exportOffer() const override;
    [[nodiscard]] std::optional<UserRow> chosenUser() const;
    /// Absent: no user is chosen, or the one who is is not marked.
    [[nodiscard]] std::optional<CompromiseMark> chosenCompromise() const;
    /// Marks of the workspace have changed.
    void takeCompromises();
    void setActive(bool isActive) override;

    [[nodiscard]] UserListModel* model() const { return m_model; }

protected:
    void applyFilters() override;
    void takeShown(const ShownEntity& entity) override;
    [[nodiscard]] std::optional<ShownEntity> chosenEntity() const override;
    void updateActions() override;
    void retranslatePage() override;

    [[nodiscard]] Needs need() const override { return Needs::User; }

    [[nodiscard]] bool isTouchedBy(const AppliedBatch& batch) const override {
        return batch.touches("users") || batch.touches("userCredentials") || batch.touches("organizations");
    }

private:
    void connectActions(std::function<std::optional<OrgRow>()> chosenOrg);
    void updateContactActions(const std::optional<UserRow>& user);
    void showCompromise();
    void addNameMark(FactList& facts, const UserRow& user) const;
    void addActivity(FactList& facts, const UserRow& user, const ClockZone& zone) const;

    UserListModel* m_model;
    QComboBox* m_kind;
    QComboBox* m_state;
    RequestSlot<UserActivityRequest, UserActivity> m_activitySlot;
    /// Of the user it was asked about.
    std::optional<std::pair<UserActivityRequest, UserActivity>> m_activity;
    RequestSlot<NameQuestion, std::optional<std::string>> m_lookAlikeSlot;
    /// Of the user it was asked about.
    std::optional<std::pair<NameQuestion, std::optional<std::string>>> m_lookAlike;
};

} // namespace muniment
