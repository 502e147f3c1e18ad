#include "ui/pages/unused_grants_page.h"

#include "models/access/live_access.h"
#include "models/base/clock.h"
#include "models/directory/export_fields.h"
#include "models/items/access_words.h"
#include "models/items/finding_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "ui/directory/fact_list.h"
#include "ui/forms/grant_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

#include <QComboBox>
#include <QShortcut>

namespace muniment {

namespace {

/// The first is what "all" is for other filters; 0: ever.
constexpr int kDays[]{90, 30, 180, 365, 0};
constexpr std::int64_t kDayMicros = 24LL * 60 * 60 * 1'000'000;

QString calledOr(const std::string& name, const AggregateId& id) {
    return name.empty() ? shortId(id.text()) : plainText(name);
}

} // namespace

UnusedGrantsPage::UnusedGrantsPage(const PageContext& context, QWidget* parent)
    : ComputedListPage(context, "unused-grants", parent),
      m_model(new UnusedGrantListModel(askUnusedGrants(context.workspace, context.access), this)),
      m_period(addFilter()) {
    for (std::size_t i = 0; i < std::size(kDays); ++i)
        m_period->addItem(QString());
    setChosenActions({ActionId::RevokeGrant}, {});
    setComputedModel(m_model);
    table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    // To, role, on, last use, since, until, organization, id.
    auto* columns = new TableColumns(table(), "unused-grants/columns",
                                     {{120, 2},
                                      {110, 1},
                                      {110, 1},
                                      {kTimeWidth},
                                      {kTimeWidth},
                                      {kTimeWidth, 0, false},
                                      {110, 1, false},
                                      {118, 0, false}});
    setTimeColumns(columns, {UnusedGrantListModel::LastUse, UnusedGrantListModel::Since, UnusedGrantListModel::Until});
    for (const int column : {UnusedGrantListModel::LastUse, UnusedGrantListModel::Since, UnusedGrantListModel::Until,
                             UnusedGrantListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    connect(table(), &QTableView::activated, this, &UnusedGrantsPage::showHolder);
    auto* revoking = context.actions.action(ActionId::RevokeGrant);
    connect(revoking, &QAction::triggered, this, &UnusedGrantsPage::revoke);
    auto* key = new QShortcut(QKeySequence::Delete, table());
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, revoking, &QAction::trigger);
}

UnusedGrantQuery UnusedGrantsPage::query() const {
    UnusedGrantQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    query.tenant = tenant();
    const int days = kDays[std::max(m_period->currentIndex(), 0)];
    const Instant now = asOf() ? asOf()->at : systemClock().now();
    if (days > 0)
        query.unusedSince = Instant{now.micros - days * kDayMicros};
    return query;
}

void UnusedGrantsPage::ask() {
    m_model->setQuery(query());
}

bool UnusedGrantsPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.events > 0; // any event may be a use
}

std::optional<GrantRow> UnusedGrantsPage::chosenGrant() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(row->grant);
}

std::optional<ShownEntity> UnusedGrantsPage::chosenEntity() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    if (row == nullptr)
        return std::nullopt;
    const GrantRow& grant = row->grant;
    const ClockZone own = zone().of(grant.tenant);
    const QString holder = calledOr(grant.subjectName, grant.subject.id);
    const QString role = calledOr(grant.roleKey, grant.role);
    FactList facts;
    facts.add(tr("To"), holder, plainText(grant.subject.id.text()))
        .add(tr("Role"), role, plainText(grant.role.text()))
        .add(tr("On"), grant.resource.isEmpty() ? tr("everything") : calledOr(grant.resourceName, grant.resource))
        .add(tr("State"), grantStandingText(grant.standing))
        .time(tr("Since"), grant.createdAt, own);
    if (grant.until)
        facts.time(tr("Until"), *grant.until, own);
    if (row->lastUse)
        facts.time(tr("Last use"), *row->lastUse, own);
    else
        facts.add(tr("Last use"), noUseText(*row));
    facts.add(tr("Organization"), plainText(grant.tenantName), plainText(grant.tenant.text()))
        .id(tr("Id"), grant.id.text());
    return ShownEntity{{grant.tenant, {"grant", grant.id}},
                       tr("%1 for %2", "a role for somebody").arg(isolated(role), isolated(holder)),
                       facts.rows(),
                       recordJson(grant, grantFields(), RecordExtent::Whole),
                       own,
                       {},
                       grant.region};
}

void UnusedGrantsPage::updateActions() {}

void UnusedGrantsPage::showHolder(const QModelIndex& index) {
    if (const auto* row = m_model->rowAt(index.row())) {
        const auto& subject = row->grant.subject;
        emit entityChosen(
            {row->grant.tenant, {subject.kind == GrantSubject::Kind::Team ? "team" : "user", subject.id}});
    }
}

/// One is just done; several are shown before they are sent.
void UnusedGrantsPage::revoke() {
    if (!isActive())
        return;
    auto& desk = context().desk;
    std::vector<Order> orders;
    for (const QModelIndex& index : table()->selectionModel()->selectedRows())
        if (const auto* row = m_model->rowAt(index.row()))
            orders.push_back(grantRemoval(desk.workspace(), row->grant));
    if (orders.size() > 1) {
        std::vector<CommandRequest> requests;
        for (Order& order : orders)
            requests.push_back(std::move(order.request));
        return desk.stageAll(std::move(requests), tr("Revoke unused grants"));
    }
    if (const auto grant = chosenGrant())
        desk.send(grantRemoval(desk.workspace(), *grant));
}

QString UnusedGrantsPage::periodText(int days) const {
    return days == 0 ? tr("Never used") : tr("Not used for %n day(s)", nullptr, days);
}

void UnusedGrantsPage::retranslatePage() {
    setAccessibleName(tr("Unused grants"));
    table()->setAccessibleName(tr("Unused grants, newest first; Enter shows the holder"));
    m_period->setAccessibleName(tr("For how long"));
    waiting()->setWords(tr("Looking at every use of a resource …"));
    for (int i = 0; i < m_period->count(); ++i)
        m_period->setItemText(i, periodText(kDays[i]));
    details()->noneChosen()->say(tr("No grant chosen"),
                                 tr("Choose one to see who has it, since when, and who gave it."));
    if (!organization())
        empty()->say(tr("No organization chosen"),
                     tr("Choose one at the top: every use of its resources is looked at."));
    else if (isFiltered() && !filterText().isEmpty())
        empty()->say(tr("No grant fits"), tr("None of the unused grants matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("Every grant is used"),
                     tr("At the moment that is shown no grant in force has gone unused for so long."));
}

QString UnusedGrantsPage::chosenJson() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? QString()
                          : QString::fromStdString(recordJson(*row, unusedGrantFields(), RecordExtent::Listed));
}

std::optional<ExportOffer> UnusedGrantsPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{FindingList{m_model->query(), context().access}, QStringLiteral("unused-grants"),
                       tr("%1 unused grants, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
