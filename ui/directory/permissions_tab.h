// What a role allows.
#pragma once

#include "models/items/permission_list_model.h"
#include "ui/directory/list_tab.h"

namespace muniment {

class PermissionsTab : public ListTab {
    Q_OBJECT
public:
    using ChosenRole = std::function<std::optional<RoleRow>()>;
    PermissionsTab(const PageContext& context, ChosenRole chosen, QWidget* parent);

    [[nodiscard]] QString title() const override;
    /// Who may do what the permission says; the resource is left to be chosen where it names none.
    [[nodiscard]] std::optional<AccessWish> accessWish(bool isWhyNot) const override;

    [[nodiscard]] PermissionListModel* model() const { return m_model; }

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;

private:
    ChosenRole m_chosen;
    PermissionListModel* m_model;
};

} // namespace muniment
