#include "ui/pages/teams_page.h"

#include "models/directory/export_fields.h"
#include "models/items/access_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/workspace_queries.h"
#include "ui/directory/access_tab.h"
#include "ui/directory/fact_list.h"
#include "ui/directory/members_tab.h"
#include "ui/forms/removal_form.h"
#include "ui/forms/team_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

namespace {

constexpr TeamLifecycle kStates[]{TeamLifecycle::Active, TeamLifecycle::Removed};

QString membersText(std::int64_t users, std::int64_t teams) {
    return TeamsPage::tr("%1 users, %2 teams").arg(formatCount(users), formatCount(teams));
}

} // namespace

TeamsPage::TeamsPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent)
    : DirectoryPage(context, "teams", parent),
      m_model(new TeamListModel(askTeams(context.workspace), this)),
      m_state(addFilter()) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::CreateTeam);
    setListActions({ActionId::BulkChange});
    setChosenActions({ActionId::ChangeTeam, ActionId::AddMember, ActionId::GrantRole, ActionId::RemoveTeam}, {});
    const auto chosen = [this] { return chosenTeam(); };
    details()->addTab(new MembersTab(context, chosen, this));
    details()->addTab(new AccessTab(
        context, [chosen] { return grantProposal(chosen(), &GrantProposal::subject); }, this));
    setModel(m_model);
    // Name, users, teams, state, organization, changed, id.
    auto* columns = new TableColumns(table(), "teams/columns",
                                     {{180, 2}, {72}, {72}, {98}, {140, 1}, {kTimeWidth}, {118, 0, false}});
    setTimeColumns(columns, {TeamListModel::Changed});
    table()->setItemDelegateForColumn(TeamListModel::State, new StateDelegate(table()));
    for (const int column : {TeamListModel::Users, TeamListModel::Teams, TeamListModel::Changed, TeamListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    connect(
        context.actions.action(ActionId::CreateTeam), &QAction::triggered, this,
        [this, &desk, chosenOrg = std::move(chosenOrg)] { openCreateTeam(desk, chosenOrg(), window(), choosing()); });
    onChosen<TeamRow>(ActionId::ChangeTeam, chosen,
                      [this, &desk](const TeamRow& team) { openChangeTeam(desk, team, window()); });
    onChosen<TeamRow>(ActionId::RemoveTeam, chosen, [this, &desk](const TeamRow& team) {
        auto request = requestFor(desk.workspace(), team);
        request.command = TeamCommand(RemoveTeam{});
        const QString name = plainText(team.name);
        openRemoval(desk, {tr("Remove Team"), name, std::move(request), tr("%1 was removed.").arg(isolated(name))},
                    window());
    });
}

std::optional<TeamRow> TeamsPage::chosenTeam() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool TeamsPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.touches("teams") || batch.touches("teamMembers") || batch.touches("organizations");
}

void TeamsPage::applyFilters() {
    TeamQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> TeamsPage::chosenEntity() const {
    const auto row = chosenTeam();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    FactList facts;
    facts.add(tr("State"), presenceText(row->lifecycle == TeamLifecycle::Removed))
        .add(tr("Description"), plainText(row->description))
        .add(tr("Members"), membersText(row->users, row->teams))
        .add(tr("Organization"), row->tenantName.empty() ? shortId(row->tenant.text()) : plainText(row->tenantName),
             plainText(row->tenant.text()))
        .add(tr("Region"), plainText(row->region.text()))
        .time(tr("Created"), row->createdAt, own)
        .time(tr("Changed"), row->changedAt, own)
        .id(tr("Id"), row->id.text());
    return ShownEntity{{row->tenant, {"team", row->id}},
                       plainText(row->name),
                       facts.rows(),
                       recordJson(*row, teamFields(), RecordExtent::Whole),
                       own,
                       {},
                       row->region};
}

void TeamsPage::updateActions() {
    const auto row = chosenTeam();
    const bool isGone = row && row->lifecycle == TeamLifecycle::Removed;
    for (const auto id : {ActionId::ChangeTeam, ActionId::RemoveTeam})
        context().actions.setObjection(id, isGone ? tr("It was removed.") : QString());
}

void TeamsPage::retranslatePage() {
    setAccessibleName(tr("Teams"));
    table()->setAccessibleName(tr("Teams, sorted by name"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, presenceText(state == m_state->count() - 1));
    details()->noneChosen()->say(
        tr("No team chosen"),
        tr("Choose one to see who is in it, what is granted to it and everything that changed it."));
    if (isFiltered())
        empty()->say(tr("No team fits"), tr("None of the teams in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No teams yet"),
                     tr("A team gathers users and other teams, so that a role can be granted to all of them at once."),
                     tr("Create Team…"));
}

QString TeamsPage::chosenJson() const {
    const auto row = chosenTeam();
    return row ? QString::fromStdString(recordJson(*row, teamFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> TeamsPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("teams"),
                       tr("%1 teams, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
