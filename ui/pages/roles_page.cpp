#include "ui/pages/roles_page.h"

#include "models/directory/export_fields.h"
#include "models/items/access_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/workspace_queries.h"
#include "ui/directory/access_tab.h"
#include "ui/directory/fact_list.h"
#include "ui/directory/permissions_tab.h"
#include "ui/forms/removal_form.h"
#include "ui/forms/role_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

namespace {

constexpr RoleLifecycle kStates[]{RoleLifecycle::Active, RoleLifecycle::Removed};

} // namespace

RolesPage::RolesPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent)
    : DirectoryPage(context, "roles", parent),
      m_model(new RoleListModel(askRoles(context.workspace), this)),
      m_state(addFilter()) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::CreateRole);
    setListActions({ActionId::BulkChange});
    setChosenActions({ActionId::ChangeRole, ActionId::AddPermission, ActionId::GrantRole, ActionId::RemoveRole}, {});
    const auto chosen = [this] { return chosenRole(); };
    details()->addTab(new PermissionsTab(context, chosen, this));
    details()->addTab(new AccessTab(
        context, [chosen] { return grantProposal(chosen(), &GrantProposal::role); }, this));
    setModel(m_model);
    // Key, display name, group, permissions, grants, state, organization, changed, id.
    auto* columns = new TableColumns(
        table(), "roles/columns",
        {{150, 2}, {120, 1}, {96, 0, false}, {104}, {72}, {98}, {130, 1}, {kTimeWidth, 0, false}, {118, 0, false}});
    setTimeColumns(columns, {RoleListModel::Changed});
    table()->setItemDelegateForColumn(RoleListModel::State, new StateDelegate(table()));
    for (const int column :
         {RoleListModel::Permissions, RoleListModel::Grants, RoleListModel::Changed, RoleListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    connect(
        context.actions.action(ActionId::CreateRole), &QAction::triggered, this,
        [this, &desk, chosenOrg = std::move(chosenOrg)] { openCreateRole(desk, chosenOrg(), window(), choosing()); });
    onChosen<RoleRow>(ActionId::ChangeRole, chosen,
                      [this, &desk](const RoleRow& role) { openChangeRole(desk, role, window()); });
    onChosen<RoleRow>(ActionId::RemoveRole, chosen, [this, &desk](const RoleRow& role) {
        auto request = requestFor(desk.workspace(), role);
        request.command = RoleCommand(RemoveRole{});
        const QString name = plainText(role.key);
        openRemoval(desk, {tr("Remove Role"), name, std::move(request), tr("%1 was removed.").arg(isolated(name))},
                    window());
    });
}

std::optional<RoleRow> RolesPage::chosenRole() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool RolesPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.touches("roles") || batch.touches("rolePermissions") || batch.touches("grants") ||
           batch.touches("organizations");
}

void RolesPage::applyFilters() {
    RoleQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> RolesPage::chosenEntity() const {
    const auto row = chosenRole();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    FactList facts;
    facts.add(tr("State"), presenceText(row->lifecycle == RoleLifecycle::Removed))
        .add(tr("Key"), plainText(row->key))
        .add(tr("Group"), plainText(row->group))
        .add(tr("Permissions"), formatCount(row->permissions))
        .add(tr("Grants"), formatCount(row->grants))
        .add(tr("Organization"), row->tenantName.empty() ? shortId(row->tenant.text()) : plainText(row->tenantName),
             plainText(row->tenant.text()))
        .add(tr("Region"), plainText(row->region.text()))
        .time(tr("Created"), row->createdAt, own)
        .time(tr("Changed"), row->changedAt, own)
        .id(tr("Id"), row->id.text());
    return ShownEntity{{row->tenant, {"role", row->id}},
                       plainText(row->displayName.empty() ? row->key : row->displayName),
                       facts.rows(),
                       recordJson(*row, roleFields(), RecordExtent::Whole),
                       own,
                       {},
                       row->region};
}

void RolesPage::updateActions() {
    const auto row = chosenRole();
    const bool isGone = row && row->lifecycle == RoleLifecycle::Removed;
    for (const auto id : {ActionId::ChangeRole, ActionId::RemoveRole})
        context().actions.setObjection(id, isGone ? tr("It was removed.") : QString());
}

void RolesPage::retranslatePage() {
    setAccessibleName(tr("Roles"));
    table()->setAccessibleName(tr("Roles, sorted by key"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, presenceText(state == m_state->count() - 1));
    details()->noneChosen()->say(tr("No role chosen"),
                                 tr("Choose one to see what it allows, who has it and everything that changed it."));
    if (isFiltered())
        empty()->say(tr("No role fits"), tr("None of the roles in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No roles yet"), tr("A role says what its holders may do. It is granted to users and teams."),
                     tr("Create Role…"));
}

QString RolesPage::chosenJson() const {
    const auto row = chosenRole();
    return row ? QString::fromStdString(recordJson(*row, roleFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> RolesPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("roles"),
                       tr("%1 roles, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
