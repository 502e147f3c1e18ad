#include "ui/pages/sessions_page.h"

#include "models/directory/export_fields.h"
#include "models/items/access_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/workspace_queries.h"
#include "ui/directory/fact_list.h"
#include "ui/forms/session_orders.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

SessionsPage::SessionsPage(const PageContext& context, QWidget* parent)
    : DirectoryPage(context, "sessions", parent),
      m_model(new SessionListModel(askSessions(context.workspace), this)),
      m_state(addFilter()) {
    m_state->addItems({QString(), QString()});
    setChosenActions({ActionId::TerminateSession}, {});
    details()->removeHistory();
    setModel(m_model);
    // User, state, from, begun, last seen, ended, organization, id.
    auto* columns = new TableColumns(
        table(), "sessions/columns",
        {{140, 1}, {98}, {150, 1}, {kTimeWidth}, {kTimeWidth}, {kTimeWidth, 0, false}, {130, 1}, {118, 0, false}});
    setTimeColumns(columns, {SessionListModel::Begun, SessionListModel::LastSeen, SessionListModel::Ended});
    table()->setItemDelegateForColumn(SessionListModel::State, new StateDelegate(table()));
    for (const int column :
         {SessionListModel::Begun, SessionListModel::LastSeen, SessionListModel::Ended, SessionListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    onChosen<SessionRow>(
        ActionId::TerminateSession, [this] { return chosenSession(); },
        [&desk](const SessionRow& session) { desk.send(sessionEnd(desk.workspace(), session)); });
}

std::optional<SessionRow> SessionsPage::chosenSession() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool SessionsPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.touches("sessions") || batch.touches("users");
}

void SessionsPage::applyFilters() {
    SessionQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    query.withEnded = m_state->currentIndex() > 0;
    m_model->setQuery(query);
}

std::optional<ShownEntity> SessionsPage::chosenEntity() const {
    const auto row = chosenSession();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    const QString user = row->userName.empty() ? shortId(row->user.text()) : plainText(row->userName);
    FactList facts;
    facts.add(tr("State"), sessionStateText(*row))
        .add(tr("User"), user, plainText(row->user.text()))
        .add(tr("Operating system"), plainText(row->os))
        .add(tr("Browser"), plainText(row->browser))
        .add(tr("Country"), plainText(row->country))
        .add(tr("Organization"), row->tenantName.empty() ? shortId(row->tenant.text()) : plainText(row->tenantName),
             plainText(row->tenant.text()))
        .add(tr("Region"), plainText(row->region.text()))
        .time(tr("Begun"), row->begun, own)
        .time(tr("Last seen"), row->lastSeen, own);
    if (row->ended)
        facts.time(tr("Ended"), *row->ended, own);
    facts.id(tr("Id"), row->id.text());
    return ShownEntity{{row->tenant, {"session", row->id}},
                       row->user.text().empty() ? tr("Session") : tr("Session of %1").arg(isolated(user)),
                       facts.rows(),
                       recordJson(*row, sessionFields(), RecordExtent::Whole),
                       own,
                       {},
                       row->region};
}

void SessionsPage::updateActions() {
    const auto row = chosenSession();
    context().actions.setObjection(ActionId::TerminateSession,
                                   row && row->ended ? tr("The session has ended.") : QString());
}

void SessionsPage::retranslatePage() {
    setAccessibleName(tr("Sessions"));
    table()->setAccessibleName(tr("Sessions, newest first"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Open ones"));
    m_state->setItemText(1, tr("Ended ones, too"));
    details()->noneChosen()->say(tr("No session chosen"),
                                 tr("Choose one to see whose it is, from where, and what happened in it."));
    if (isFiltered())
        empty()->say(tr("No session fits"), tr("None of the sessions in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No open sessions"),
                     tr("Nobody is signed in, as far as has been synced. Sessions are begun by the identity system."));
}

QString SessionsPage::chosenJson() const {
    const auto row = chosenSession();
    return row ? QString::fromStdString(recordJson(*row, sessionFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> SessionsPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("sessions"),
                       tr("%1 sessions, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
