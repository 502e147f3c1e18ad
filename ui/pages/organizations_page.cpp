#include "ui/pages/organizations_page.h"

#include "models/base/clock.h"
#include "models/directory/export_fields.h"
#include "models/items/error_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "ui/directory/domains_tab.h"
#include "ui/directory/fact_list.h"
#include "ui/directory/residency_tab.h"
#include "ui/forms/org_forms.h"
#include "ui/forms/removal_form.h"
#include "ui/moves/move_dialog.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"
#include "ui/zones/zone_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace muniment {

namespace {

constexpr OrgLifecycle kStates[]{OrgLifecycle::Active, OrgLifecycle::Inactive, OrgLifecycle::Removed};

} // namespace

OrganizationsPage::OrganizationsPage(const PageContext& context, QWidget* parent)
    : DirectoryPage(context, "organizations", parent),
      m_model(new OrgListModel(askOrganizations(context.workspace), this)),
      m_region(addFilter()),
      m_state(addFilter()) {
    m_zones = context.workspace.tenantZones();
    m_region->addItem(QString(), QString());
    listRegions();
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::CreateOrganization);
    setChosenActions({ActionId::RenameOrganization, ActionId::ChangePlan, ActionId::OrganizationZone,
                      ActionId::DeactivateOrganization, ActionId::ReactivateOrganization},
                     {ActionId::AddDomain, ActionId::MoveOrganization, ActionId::RemoveOrganization});
    details()->addTab(new DomainsTab(
        context, [this] { return chosenOrg(); }, this));
    auto* residency = new ResidencyTab(context.workspace, this);
    connect(residency, &ResidencyTab::eventChosen, this, &OrganizationsPage::eventChosen);
    connect(residency, &ResidencyTab::exportWanted, this, &OrganizationsPage::exportWanted);
    details()->addTab(residency);
    setModel(m_model);
    // Name, state, plan, region, created, changed, id; created and id are whole in the details.
    auto* columns =
        new TableColumns(table(), "organizations/columns",
                         {{180, 1}, {98}, {96}, {120}, {kTimeWidth, 0, false}, {kTimeWidth}, {118, 0, false}});
    setTimeColumns(columns, {OrgListModel::Created, OrgListModel::Changed});
    table()->setItemDelegateForColumn(OrgListModel::State, new StateDelegate(table()));
    for (const int column : {OrgListModel::Created, OrgListModel::Changed, OrgListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    connectActions();
}

void OrganizationsPage::listRegions() {
    const auto chosen = m_region->currentData();
    const QSignalBlocker quiet(m_region);
    while (m_region->count() > 1)
        m_region->removeItem(1);
    for (const auto& region : context().workspace.regions())
        m_region->addItem(plainText(region.region.text()), QString::fromStdString(region.region.text()));
    m_region->setCurrentIndex(std::max(0, m_region->findData(chosen)));
}

void OrganizationsPage::connectActions() {
    auto& actions = context().actions;
    auto& desk = context().desk;
    connect(actions.action(ActionId::CreateOrganization), &QAction::triggered, this,
            [this, &desk] { openCreateOrganization(desk, window(), choosing()); });
    const auto onOrg = [this](ActionId id, std::function<void(const OrgRow&)> carryOut) {
        onChosen<OrgRow>(
            id, [this] { return chosenOrg(); }, std::move(carryOut));
    };
    onOrg(ActionId::RenameOrganization,
          [this, &desk](const OrgRow& org) { openRenameOrganization(desk, org, window()); });
    onOrg(ActionId::ChangePlan, [this, &desk](const OrgRow& org) { openChangePlan(desk, org, window()); });
    onOrg(ActionId::RemoveOrganization, [this, &desk](const OrgRow& org) {
        auto request = requestFor(desk.workspace(), org);
        request.command = OrgCommand(RemoveOrg{});
        openRemoval(desk,
                    {tr("Remove Organization"), plainText(org.name), std::move(request),
                     tr("%1 was removed.").arg(isolated(plainText(org.name)))},
                    window());
    });
    onOrg(ActionId::MoveOrganization, [this, &desk](const OrgRow& org) {
        auto* dialog = new MoveDialog(desk.workspace(), org, window());
        connect(dialog, &MoveDialog::ended, &desk, [&desk](const QString& sentence) {
            emit desk.said({Message::Kind::Finished, sentence, {}, {}});
        });
        dialog->open();
    });
    onOrg(ActionId::OrganizationZone, [this](const OrgRow& org) { editZone(org); });
    onOrg(ActionId::DeactivateOrganization, [this](const OrgRow&) { sendState(true); });
    onOrg(ActionId::ReactivateOrganization, [this](const OrgRow&) { sendState(false); });
}

std::optional<RegionName> OrganizationsPage::onlyRegion() const {
    if (m_region->currentIndex() <= 0)
        return std::nullopt;
    return RegionName(m_region->currentData().toString().toStdString());
}

void OrganizationsPage::takeZones() {
    auto zones = context().workspace.tenantZones();
    if (std::exchange(m_zones, zones) != zones)
        showChosen();
}

void OrganizationsPage::editZone(const OrgRow& org) {
    const auto kept = m_zones.find(org.id);
    const std::string before = kept == m_zones.end() ? std::string() : kept->second;
    auto* dialog = new ZoneDialog(
        tr("Time Zone of the Organization"),
        tr("By which clocks the times of %1 are read, where the window shows each organization's. It is a reading aid "
           "in this workspace file: no event is written, and nothing of the organization changes.")
            .arg(isolated(plainText(org.name))),
        before, ZoneDialog::Empty::IsNone, window());
    connect(dialog, &ZoneDialog::zoneChosen, this, [this, id = org.id, before](const std::string& zone) {
        const auto writing = [this, id](const std::string& wanted) -> UndoDesk::Write {
            return [this, id, wanted](const UndoDesk::Answer& answer) { keepZone(id, wanted, answer); };
        };
        if (zone != before)
            context().undo.carryOut(tr("Time Zone"), writing(zone), writing(before));
    });
    dialog->open();
}

void OrganizationsPage::keepZone(const TenantId& org, const std::string& zone, const UndoDesk::Answer& answer) {
    WorkspaceChange change;
    change.tenantZones.emplace(org, zone);
    context().workspace.change(std::move(change), this, [this, answer](const Result<void>& kept) {
        answer(kept.has_value());
        if (!kept)
            emit said({Message::Kind::Failed, errorSentence(kept.error()), {}, {}});
    });
}

void OrganizationsPage::sendState(bool isDeactivating) {
    const auto org = *chosenOrg();
    const QString name = isolated(plainText(org.name));
    const QString inactive = tr("%1 is deactivated.").arg(name);
    const QString active = tr("%1 is active again.").arg(name);
    Order order{requestFor(context().workspace, org), isDeactivating ? inactive : active, {}};
    if (isDeactivating) {
        order.request.command = OrgCommand(DeactivateOrg{});
        order.compensation = Compensation{tr("Reactivate"), OrgCommand(ReactivateOrg{}), active};
    } else {
        order.request.command = OrgCommand(ReactivateOrg{});
        order.compensation = Compensation{tr("Deactivate"), OrgCommand(DeactivateOrg{}), inactive};
    }
    context().desk.send(order);
}

std::optional<OrgRow> OrganizationsPage::chosenOrg() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

void OrganizationsPage::applyFilters() {
    OrgQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    query.region = onlyRegion();
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

TextCell OrganizationsPage::zoneCell(const TenantId& org) const {
    const auto kept = m_zones.find(org);
    if (kept == m_zones.end())
        return {tr("none: UTC is used"), {}, Tone::Quiet, false, false};
    const auto zone = ClockZone::named(kept->second);
    const QString id = plainText(kept->second);
    if (!zone.isKnown())
        return {tr("%1 (!)", "a time zone that is not known").arg(id), zoneWords(zone), Tone::Warning, false, false};
    const QString offset = offsetText(zone.offsetAt(systemClock().now()));
    return {tr("%1, now %2", "a time zone and its offset").arg(id, offset), {}, Tone::Normal, false, false};
}

std::optional<ShownEntity> OrganizationsPage::chosenEntity() const {
    const auto org = chosenOrg();
    if (!org)
        return std::nullopt;
    const ClockZone own = zone().of(org->id);
    FactList facts;
    facts.add(tr("State"), orgStateText(org->lifecycle))
        .add(tr("Plan"), plainText(org->plan))
        .add(tr("Region"), plainText(org->region.text()))
        .cell(tr("Time zone"), zoneCell(org->id))
        .time(tr("Created"), org->createdAt, own)
        .time(tr("Changed"), org->changedAt, own)
        .id(tr("Id"), org->id.text());
    return ShownEntity{{org->id, {"org", AggregateId(org->id.text())}},
                       plainText(org->name),
                       facts.rows(),
                       recordJson(*org, orgFields(), RecordExtent::Whole),
                       own,
                       {},
                       org->region};
}

void OrganizationsPage::updateActions() {
    auto& actions = context().actions;
    const auto state = chosenOrg() ? chosenOrg()->lifecycle : OrgLifecycle::None;
    const QString removed = state == OrgLifecycle::Removed ? tr("It was removed.") : QString();
    for (const auto id :
         {ActionId::RenameOrganization, ActionId::ChangePlan, ActionId::OrganizationZone, ActionId::RemoveOrganization})
        actions.setObjection(id, removed);
    const auto unless = [&](ActionId id, OrgLifecycle wrong, const QString& why) {
        actions.setObjection(id, state == wrong ? why : removed);
    };
    unless(ActionId::DeactivateOrganization, OrgLifecycle::Inactive, tr("It is deactivated."));
    unless(ActionId::ReactivateOrganization, OrgLifecycle::Active, tr("It is active."));
}

void OrganizationsPage::retranslatePage() {
    setAccessibleName(tr("Organizations"));
    table()->setAccessibleName(tr("Organizations, sorted by name"));
    m_region->setAccessibleName(tr("Region"));
    m_region->setItemText(0, tr("All regions"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, orgStateText(kStates[state - 1]));
    details()->noneChosen()->say(tr("No organization chosen"),
                                 tr("Choose one to see its facts and everything that changed it."));
    if (isFiltered())
        empty()->say(tr("No organization fits"),
                     tr("None of the organizations in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No organizations yet"),
                     tr("None has been synced so far, or none was created. The first one is made here."),
                     tr("Create Organization…"));
}

QString OrganizationsPage::chosenJson() const {
    const auto org = chosenOrg();
    return org ? QString::fromStdString(recordJson(*org, orgFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> OrganizationsPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("organizations"),
                       tr("%1 organizations, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
