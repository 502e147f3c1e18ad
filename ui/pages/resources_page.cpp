#include "ui/pages/resources_page.h"

#include "models/directory/export_fields.h"
#include "models/items/access_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/workspace_queries.h"
#include "ui/directory/access_tab.h"
#include "ui/directory/fact_list.h"
#include "ui/forms/removal_form.h"
#include "ui/forms/resource_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

namespace {

constexpr ResourceLifecycle kStates[]{ResourceLifecycle::Active, ResourceLifecycle::Removed};

} // namespace

ResourcesPage::ResourcesPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg,
                             QWidget* parent)
    : DirectoryPage(context, "resources", parent),
      m_model(new ResourceListModel(askResources(context.workspace), this)),
      m_state(addFilter()) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::CreateResource);
    setChosenActions({ActionId::RenameResource, ActionId::MoveResource, ActionId::GrantRole, ActionId::RemoveResource},
                     {});
    const auto chosen = [this] { return chosenResource(); };
    details()->addTab(new AccessTab(
        context, [chosen] { return grantProposal(chosen(), &GrantProposal::resource); }, this));
    setModel(m_model);
    // Name, type, path, below it, state, organization, changed, id.
    auto* columns =
        new TableColumns(table(), "resources/columns",
                         {{140, 1}, {96}, {220, 2}, {84}, {98}, {130, 1}, {kTimeWidth, 0, false}, {118, 0, false}});
    setTimeColumns(columns, {ResourceListModel::Changed});
    table()->setItemDelegateForColumn(ResourceListModel::State, new StateDelegate(table()));
    for (const int column : {ResourceListModel::Children, ResourceListModel::Changed, ResourceListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    connect(context.actions.action(ActionId::CreateResource), &QAction::triggered, this,
            [this, &desk, chosenOrg = std::move(chosenOrg)] {
                openCreateResource(desk, chosenOrg(), isActive() ? chosenResource() : std::nullopt, window(),
                                   choosing());
            });
    onChosen<ResourceRow>(ActionId::RenameResource, chosen,
                          [this, &desk](const ResourceRow& resource) { openRenameResource(desk, resource, window()); });
    onChosen<ResourceRow>(ActionId::MoveResource, chosen,
                          [this, &desk](const ResourceRow& resource) { openMoveResource(desk, resource, window()); });
    onChosen<ResourceRow>(ActionId::RemoveResource, chosen, [this, &desk](const ResourceRow& resource) {
        auto request = requestFor(desk.workspace(), resource);
        request.command = ResourceCommand(RemoveResource{});
        const QString name = plainText(resource.name);
        openRemoval(desk, {tr("Remove Resource"), name, std::move(request), tr("%1 was removed.").arg(isolated(name))},
                    window());
    });
}

std::optional<ResourceRow> ResourcesPage::chosenResource() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool ResourcesPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.touches("resources") || batch.touches("organizations");
}

void ResourcesPage::applyFilters() {
    ResourceQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> ResourcesPage::chosenEntity() const {
    const auto row = chosenResource();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    FactList facts;
    facts.add(tr("State"), presenceText(row->lifecycle == ResourceLifecycle::Removed))
        .add(tr("Type"), plainText(row->type))
        .add(tr("Path"), resourcePathText(*row))
        .add(tr("Below it"), formatCount(row->children))
        .add(tr("Organization"), row->tenantName.empty() ? shortId(row->tenant.text()) : plainText(row->tenantName),
             plainText(row->tenant.text()))
        .add(tr("Region"), plainText(row->region.text()))
        .time(tr("Created"), row->createdAt, own)
        .time(tr("Changed"), row->changedAt, own)
        .id(tr("Id"), row->id.text());
    return ShownEntity{{row->tenant, {"resource", row->id}},
                       plainText(row->name),
                       facts.rows(),
                       recordJson(*row, resourceFields(), RecordExtent::Whole),
                       own,
                       {},
                       row->region};
}

void ResourcesPage::updateActions() {
    const auto row = chosenResource();
    const bool isGone = row && row->lifecycle == ResourceLifecycle::Removed;
    for (const auto id : {ActionId::RenameResource, ActionId::MoveResource, ActionId::RemoveResource})
        context().actions.setObjection(id, isGone ? tr("It was removed.") : QString());
}

void ResourcesPage::retranslatePage() {
    setAccessibleName(tr("Resources"));
    table()->setAccessibleName(tr("Resources, sorted by name"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, presenceText(state == m_state->count() - 1));
    details()->noneChosen()->say(
        tr("No resource chosen"),
        tr("Choose one to see where it lies, who has which role on it and everything that changed it."));
    if (isFiltered())
        empty()->say(tr("No resource fits"), tr("None of the resources in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No resources yet"),
                     tr("A resource is what a permission is about: a document, a room, a project. Resources can lie in "
                        "one another."),
                     tr("Create Resource…"));
}

QString ResourcesPage::chosenJson() const {
    const auto row = chosenResource();
    return row ? QString::fromStdString(recordJson(*row, resourceFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> ResourcesPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("resources"),
                       tr("%1 resources, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
