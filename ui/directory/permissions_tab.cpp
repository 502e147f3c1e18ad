#include "ui/directory/permissions_tab.h"

#include "models/items/workspace_queries.h"
#include "ui/forms/role_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/table_columns.h"

#include <QTableView>

namespace muniment {

PermissionsTab::PermissionsTab(const PageContext& context, ChosenRole chosen, QWidget* parent)
    : ListTab(context, "permissions", Needs::Permission, parent),
      m_chosen(std::move(chosen)),
      m_model(new PermissionListModel(askPermissions(context.workspace), this)) {
    // Action, on, since.
    setModel(m_model, "permissions/columns", {{110, 1}, {140, 2}, {138}});
    table()->setItemDelegateForColumn(PermissionListModel::Since, new FiguresDelegate(table()));
    auto& desk = context.desk;
    addAction(
        ActionId::AddPermission,
        [this, &desk] {
            if (const auto role = m_chosen())
                openAddPermission(desk, *role, window());
        },
        false);
    addAction(
        ActionId::RemovePermission,
        [this, &desk] {
            const auto role = m_chosen();
            if (const auto* permission = m_model->rowAt(chosenLine()); role && permission != nullptr)
                desk.send(permissionRemoval(desk.workspace(), *role, *permission));
        },
        true);
    setDeleteAction(ActionId::RemovePermission);
    for (const auto id : {ActionId::ExplainAccess, ActionId::ExplainRefusal})
        table()->addAction(context.actions.action(id));
}

QString PermissionsTab::title() const {
    return tr("Permissions");
}

void PermissionsTab::ask(const ShownEntity& entity) {
    PermissionQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    query.role = entity.entity.aggregate.id;
    m_model->setQuery(query);
}

void PermissionsTab::updateActions() {
    const auto role = m_chosen();
    const bool isGone = role && role->lifecycle == RoleLifecycle::Removed;
    context().actions.setObjection(ActionId::AddPermission, isGone ? tr("The role was removed.") : QString());
}

std::pair<QString, QString> PermissionsTab::emptyWords() const {
    return {tr("It allows nothing"), tr("Whoever has this role may do nothing by it until a permission is added.")};
}

std::optional<AccessWish> PermissionsTab::accessWish(bool isWhyNot) const {
    const auto* row = m_model->rowAt(chosenLine());
    if (row == nullptr || !entity())
        return std::nullopt;
    const auto& permission = row->permission;
    AccessWish wish;
    wish.kind = isWhyNot ? AccessWish::Kind::Why : AccessWish::Kind::Who;
    wish.action = permission.action;
    if (!permission.resource.isEmpty())
        wish.what = accessOption({entity()->entity.tenant, {"resource", permission.resource}}, {}, row->resourceName);
    else if (permission.resourceType == "*")
        wish.what = wholeOrganization(entity()->entity.tenant, {}, {});
    return wish;
}

std::optional<EntityRef> PermissionsTab::entityAt(int line) const {
    const auto* row = m_model->rowAt(line);
    if (row == nullptr || !entity() || row->permission.resource.text().empty())
        return std::nullopt;
    return EntityRef{entity()->entity.tenant, {"resource", row->permission.resource}};
}

} // namespace muniment
