#include "ui/pages/organizations_page.h"

#include "models/base/canonical_json.h"
#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "ui/forms/org_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"
#include "ui/zones/zone_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QSignalBlocker>

namespace muniment {

OrganizationsPage::OrganizationsPage(const PageContext& context, QWidget* parent)
    : DirectoryPage(context, "organizations/splitter", parent),
      m_model(new OrgListModel(askOrganizations(context.workspace), this)),
      m_region(addFilter()),
      m_state(addFilter()),
      m_history(this, askOrgHistory(context.workspace), [this](const TenantId& org, auto versions) {
          if (versions && m_shown && m_shown->id == org)
              setHistory(*versions);
      }) {
    m_zones = context.workspace.tenantZones();
    m_region->addItem(QString(), QString());
    listRegions();
    for (int state = 0; state < 3; ++state)
        m_state->addItem(QString(), state);
    addMainButton(ActionId::CreateOrganization);
    for (const auto id : {ActionId::RenameOrganization, ActionId::ChangePlan, ActionId::OrganizationZone,
                          ActionId::DeactivateOrganization, ActionId::ReactivateOrganization})
        addDetailButton(id);
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
    connect(actions.action(ActionId::CreateOrganization), &QAction::triggered, this, [this, &desk] {
        openCreateOrganization(desk, window(), [page = QPointer(this)](const CommandResult& result) {
            if (page)
                page->choose(QString::fromStdString(result.tenant.text()));
        });
    });
    const auto onChosen = [this, &actions](ActionId id, const std::function<void(const OrgRow&)>& carryOut) {
        connect(actions.action(id), &QAction::triggered, this, [this, carryOut] {
            if (const auto org = chosenOrg())
                carryOut(*org);
        });
    };
    onChosen(ActionId::RenameOrganization,
             [this, &desk](const OrgRow& org) { openRenameOrganization(desk, org, window()); });
    onChosen(ActionId::ChangePlan, [this, &desk](const OrgRow& org) { openChangePlan(desk, org, window()); });
    onChosen(ActionId::OrganizationZone, [this](const OrgRow& org) { editZone(org); });
    onChosen(ActionId::DeactivateOrganization, [this](const OrgRow&) { sendState(true); });
    onChosen(ActionId::ReactivateOrganization, [this](const OrgRow&) { sendState(false); });
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

bool OrganizationsPage::isFiltered() const {
    return !filterText().isEmpty() || m_region->currentIndex() > 0 || m_state->currentIndex() > 0;
}

void OrganizationsPage::clearFilters() {
    const QSignalBlocker one(filter());
    const QSignalBlocker two(m_region);
    const QSignalBlocker three(m_state);
    filter()->clear();
    m_region->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    applyFilters();
}

void OrganizationsPage::applyFilters() {
    OrgQuery query;
    query.text = filterText().toStdString();
    if (m_region->currentIndex() > 0)
        query.region = RegionName(m_region->currentData().toString().toStdString());
    if (m_state->currentIndex() > 0)
        query.lifecycle = m_state->currentIndex() == 1 ? OrgLifecycle::Active : OrgLifecycle::Inactive;
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

void OrganizationsPage::showChosen() {
    const auto org = chosenOrg();
    if (!org) {
        m_shown.reset();
        return setFacts({}, {});
    }
    const ClockZone own = zone().of(org->id);
    history()->setZone(own);
    const auto label = [](const QString& text) { return TextCell{text, {}, Tone::Quiet, false, false}; };
    const auto value = [](const QString& text, const QString& whole = {}) {
        return TextCell{text, whole, Tone::Normal, false, false};
    };
    setFacts(
        plainText(org->name),
        {{label(tr("State")), value(orgStateText(org->lifecycle))},
         {label(tr("Plan")), value(plainText(org->plan))},
         {label(tr("Region")), value(plainText(org->region.text()))},
         {label(tr("Time zone")), zoneCell(org->id)},
         {label(tr("Created")), value(formatTimeWithZone(org->createdAt, own), formatTimeInZones(org->createdAt, own))},
         {label(tr("Changed")), value(formatTimeWithZone(org->changedAt, own), formatTimeInZones(org->changedAt, own))},
         {label(tr("Id")), TextCell{plainText(org->id.text()), {}, Tone::Normal, true, false}}});
    if (!m_shown || m_shown->id != org->id)
        setHistory({});
    if (!m_shown || !(*m_shown == *org))
        m_history.request(org->id);
    m_shown = org;
}

void OrganizationsPage::updateActions() {
    auto& actions = context().actions;
    if (!isActive())
        return;
    const auto org = chosenOrg();
    actions.setMet(Needs::Organization, org.has_value());
    actions.setMet(Needs::Row, org.has_value());
    const bool isInactive = org && org->lifecycle == OrgLifecycle::Inactive;
    const QString inactive = isInactive ? tr("It is deactivated.") : QString();
    actions.setObjection(ActionId::DeactivateOrganization, inactive);
    actions.setObjection(ActionId::ReactivateOrganization, isInactive ? QString() : tr("It is active."));
}

void OrganizationsPage::retranslatePage() {
    setAccessibleName(tr("Organizations"));
    table()->setAccessibleName(tr("Organizations, sorted by name"));
    m_region->setAccessibleName(tr("Region"));
    m_region->setItemText(0, tr("All regions"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    m_state->setItemText(1, orgStateText(OrgLifecycle::Active));
    m_state->setItemText(2, orgStateText(OrgLifecycle::Inactive));
    m_noneChosen->say(tr("No organization chosen"), tr("Choose one to see its facts and everything that changed it."));
    if (isFiltered())
        m_empty->say(tr("No organization fits"),
                     tr("None of the organizations in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        m_empty->say(tr("No organizations yet"),
                     tr("None has been synced so far, or none was created. The first one is made here."),
                     tr("Create Organization…"));
}

QString OrganizationsPage::chosenJson() const {
    const auto org = chosenOrg();
    if (!org)
        return {};
    PayloadBuilder json;
    json.text("id", org->id.text()).text("name", org->name).text("region", org->region.text());
    json.text("state", orgLifecycleName(org->lifecycle)).text("plan", org->plan);
    json.text("createdAt", formatInstant(org->createdAt)).text("changedAt", formatInstant(org->changedAt));
    return QString::fromStdString(json.build());
}

std::optional<ExportOffer> OrganizationsPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{m_model->query(), QStringLiteral("organizations"),
                       tr("%1 organizations, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
