#include "ui/pages/rules_page.h"

#include "models/directory/export_fields.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/rule_words.h"
#include "ui/directory/fact_list.h"
#include "ui/pages/cell_delegates.h"
#include "ui/rules/breach_tab.h"
#include "ui/rules/rule_forms.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>
#include <QSettings>
#include <QTabWidget>

namespace muniment {

namespace {

using Lifecycle = SeparationState::Lifecycle;

constexpr Lifecycle kStates[]{Lifecycle::Active, Lifecycle::Removed};

} // namespace

RulesPage::RulesPage(const PageContext& context, QWidget* parent)
    : DirectoryPage(context, "rules", parent),
      m_model(new RuleListModel(askRules(context.workspace, context.access), this)),
      m_state(addFilter()),
      m_breaches(new BreachTab(context, this)) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::AddRule);
    setChosenActions({ActionId::RemoveRule}, {});
    details()->addTab(m_breaches);
    if (!QSettings().contains(QStringLiteral("details/rules/tab"))) // who breaks it is what one comes for
        detailTabs()->setCurrentWidget(m_breaches);
    connect(m_breaches, &BreachTab::accessWanted, this, &RulesPage::accessWanted);
    setModel(m_model);
    // Name, first, second, broken by, state, organization, changed, id.
    auto* columns = new TableColumns(
        table(), "rules/columns",
        {{140, 2}, {150, 2}, {150, 2}, {96}, {88, 0, false}, {110, 1, false}, {kTimeWidth, 0, false}, {118, 0, false}});
    setTimeColumns(columns, {RuleListModel::Changed});
    table()->setItemDelegateForColumn(RuleListModel::State, new StateDelegate(table()));
    for (const int column : {RuleListModel::Changed, RuleListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    connect(context.actions.action(ActionId::AddRule), &QAction::triggered, this,
            [this, &desk, access = context.access] { openAddRule(desk, access, m_org, window(), choosing()); });
    onChosen<ShownRule>(
        ActionId::RemoveRule, [this] { return chosenRule(); },
        [this, &desk](const ShownRule& rule) { openRemoveRule(desk, rule, window()); });
}

void RulesPage::setOrganization(const std::optional<EntityOption>& org) {
    if (std::exchange(m_org, org) != org)
        applyFilters();
}

std::optional<ShownRule> RulesPage::chosenRule() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool RulesPage::isTouchedBy(const AppliedBatch& batch) const {
    static constexpr const char* kReadModels[]{"separations", "organizations",   "users",     "teams", "teamMembers",
                                               "roles",       "rolePermissions", "resources", "grants"};
    return std::ranges::any_of(kReadModels, [&](const char* name) { return batch.touches(name); });
}

void RulesPage::applyFilters() {
    SeparationQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_org)
        query.tenant = m_org->entity.tenant;
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> RulesPage::chosenEntity() const {
    const auto row = chosenRule();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    FactList facts;
    facts.add(tr("State"), ruleStateText(row->lifecycle))
        .add(tr("Nobody may"), dutyText(row->first, row->firstResourceName))
        .add(tr("Together with"), dutyText(row->second, row->secondResourceName))
        .add(tr("Broken by"), breachCountText(*row))
        .add(tr("Organization"), row->tenantName.empty() ? shortId(row->tenant.text()) : plainText(row->tenantName),
             plainText(row->tenant.text()))
        .add(tr("Region"), plainText(row->region.text()))
        .time(tr("Added"), row->createdAt, own)
        .time(tr("Changed"), row->changedAt, own)
        .id(tr("Id"), row->id.text());
    return ShownEntity{{row->tenant, {"separation", row->id}},
                       plainText(row->name),
                       facts.rows(),
                       recordJson<SeparationRow>(*row, separationFields(), RecordExtent::Whole),
                       own};
}

void RulesPage::updateActions() {
    const auto row = chosenRule();
    const bool isGone = row && row->lifecycle == Lifecycle::Removed;
    context().actions.setObjection(ActionId::RemoveRule, isGone ? tr("It was removed.") : QString());
}

void RulesPage::retranslatePage() {
    setAccessibleName(tr("Rules of separation of duties"));
    table()->setAccessibleName(tr("Rules of separation of duties, sorted by name"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, ruleStateText(kStates[state - 1]));
    details()->noneChosen()->say(tr("No rule chosen"), tr("Choose one to see who breaks it, and who ever did."));
    if (isFiltered())
        empty()->say(tr("No rule fits"), tr("None of the rules matches the filter above."), tr("Clear the Filter"));
    else
        empty()->say(tr("No rules yet"),
                     tr("A rule names two permissions that nobody may hold together, such as to order and to approve. "
                        "Whoever holds both is listed here."),
                     tr("Add a Rule…"));
}

TextTable RulesPage::chosenRow() const {
    return m_breaches->table()->hasFocus() ? chosenRowOf(*m_breaches->table()) : DirectoryPage::chosenRow();
}

QString RulesPage::chosenCell() const {
    return m_breaches->table()->hasFocus() ? m_breaches->table()->currentIndex().data(Qt::EditRole).toString()
                                           : DirectoryPage::chosenCell();
}

QString RulesPage::chosenJson() const {
    if (m_breaches->table()->hasFocus())
        return rowJson(chosenRowOf(*m_breaches->table()));
    const auto row = chosenRule();
    return row ? QString::fromStdString(recordJson<SeparationRow>(*row, separationFields(), RecordExtent::Listed))
               : QString();
}

std::optional<ExportOffer> RulesPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("rules"),
                       tr("%1 rules, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
