#include "ui/forms/role_forms.h"

#include "models/items/plain_text.h"
#include "ui/forms/permission_fields.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RoleForms)
};

const QString kKey = QStringLiteral("key");
const QString kDisplay = QStringLiteral("displayName");
const QString kGroup = QStringLiteral("group");

QString nameOf(const RoleRow& role) {
    return isolated(plainText(role.key));
}

std::vector<FormField> roleFields(const std::string& key, const std::string& name, const std::string& group) {
    return {textField(kKey, Words::tr("&Key"), key, QStringLiteral("hr.editor")),
            textField(kDisplay, Words::tr("&Display name (optional)"), name, Words::tr("HR editor")),
            textField(kGroup, Words::tr("&Group (optional)"), group)};
}

} // namespace

FormDialog* openCreateRole(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added) {
    const TenantField tenant(desk, in, parent);
    CommandForm form{Words::tr("Create Role"), {}, Words::tr("&Create"), {}, {}};
    form.added = std::move(added);
    form.prepare = [tenant](FormDialog& dialog) {
        tenant.addTo(dialog);
        for (const auto& field : roleFields({}, {}, {}))
            dialog.addField(field);
    };
    form.order = [tenant](FormDialog& filled) {
        auto order = tenant.order(filled);
        if (order) {
            const QString name = isolated(plainText(filled.value(kKey)));
            order->request.command =
                RoleCommand(AddRole{filled.value(kKey), filled.value(kDisplay), filled.value(kGroup)});
            order->done = Words::tr("The role %1 was created.").arg(name);
            order->compensation = Compensation{Words::tr("Remove"), RoleCommand(RemoveRole{}),
                                               Words::tr("The role %1 was removed.").arg(name)};
        }
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangeRole(CommandDesk& desk, const RoleRow& role, QWidget* parent) {
    CommandForm form{
        Words::tr("Change Role"), {}, Words::tr("&Change"), roleFields(role.key, role.displayName, role.group), {}};
    form.order = [&desk, role](FormDialog& filled) -> std::optional<Order> {
        ChangeRole change;
        ChangeRole back;
        const auto compare = [&](const QString& key, const std::string& before,
                                 std::optional<std::string> ChangeRole::*field) {
            if (filled.value(key) == before)
                return;
            change.*field = filled.value(key);
            back.*field = before;
        };
        compare(kKey, role.key, &ChangeRole::key);
        compare(kDisplay, role.displayName, &ChangeRole::displayName);
        compare(kGroup, role.group, &ChangeRole::group);
        Order order{requestFor(desk.workspace(), role), Words::tr("The role %1 was changed.").arg(nameOf(role)), {}};
        order.request.command = RoleCommand(change);
        order.compensation = Compensation{Words::tr("Change Back"), RoleCommand(back),
                                          Words::tr("The role %1 is as it was.").arg(nameOf(role))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openAddPermission(CommandDesk& desk, const RoleRow& role, QWidget* parent) {
    const PermissionFields fields({}, PermissionFields::plainLabels(),
                                  makePicker(desk, {OptionKind::Resource}, role.tenant, parent));
    CommandForm form{Words::tr("Add Permission"),
                     Words::tr("Everybody who has the role %1 may do it from now on.").arg(nameOf(role)),
                     Words::tr("&Add"),
                     {},
                     {}};
    form.prepare = [fields](FormDialog& dialog) { fields.addTo(dialog); };
    form.order = [&desk, role, fields](FormDialog& filled) -> std::optional<Order> {
        const auto permission = fields.in(filled);
        if (!permission)
            return std::nullopt;
        const QString action = isolated(plainText(permission->action));
        Order order{requestFor(desk.workspace(), role), Words::tr("%1 allows %2 now.").arg(nameOf(role), action), {}};
        order.request.command = RoleCommand(AddPermission{*permission});
        order.compensation = Compensation{Words::tr("Take Away Again"), RoleCommand(RemovePermission{*permission}),
                                          Words::tr("%1 no longer allows %2.").arg(nameOf(role), action)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

Order permissionRemoval(const Workspace& workspace, const RoleRow& role, const PermissionRow& permission) {
    const QString action = isolated(plainText(permission.permission.action));
    Order order{requestFor(workspace, role), Words::tr("%1 no longer allows %2.").arg(nameOf(role), action), {}};
    order.request.command = RoleCommand(RemovePermission{permission.permission});
    order.compensation = Compensation{Words::tr("Put Back"), RoleCommand(AddPermission{permission.permission}),
                                      Words::tr("%1 allows %2 again.").arg(nameOf(role), action)};
    return order;
}

} // namespace muniment
