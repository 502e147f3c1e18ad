#include "ui/pages/rules_page.h"

#include "models/directory/export_fields.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/rule_words.h"
#include "ui/directory/fact_list.h"
#include "ui/pages/cell_delegates.h"
#include "ui/rules/breach_tab.h"
#include "ui/rules/past_breach_tab.h"
#include "ui/rules/rule_forms.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

#include <QComboBox>
#include <QSettings>
#include <QTabWidget>

namespace muniment {

namespace {

using Lifecycle = SeparationState::Lifecycle;

constexpr Lifecycle kStates[]{Lifecycle::Active, Lifecycle::Removed};

} // namespace

RulesPage::RulesPage(const PageContext& context, QWidget* parent)
    : ComputedListPage(context, "rules", parent),
      m_model(new RuleListModel(askRules(context.workspace, context.access), this)),
      m_state(addFilter()),
      m_breaches(new BreachTab(context, this)),
      m_past(new PastBreachTab(context, this)) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::AddRule);
    setChosenActions({ActionId::RemoveRule}, {});
    details()->addTab(m_breaches);
    details()->addTab(m_past);
    if (!QSettings().contains(QStringLiteral("details/rules/tab"))) // who breaks it is what one comes for
        detailTabs()->setCurrentWidget(m_breaches);
    connect(m_breaches, &BreachTab::accessWanted, this, &RulesPage::accessWanted);
    connect(m_past, &PastBreachTab::accessWanted, this, &RulesPage::accessWanted);
    connect(m_past, &PastBreachTab::eventChosen, this, &RulesPage::eventChosen);
    setComputedModel(m_model);
    for (const ListTab* side : std::initializer_list<const ListTab*>{m_breaches, m_past})
        connect(side->table()->selectionModel(), &QItemSelectionModel::currentChanged, this,
                &RulesPage::updateAccessor);
    connect(detailTabs(), &QTabWidget::currentChanged, this, &RulesPage::updateAccessor);
    // Name, first, second, broken by, state, organization, changed, id.
    auto* columns = new TableColumns(
        table(), "rules/columns",
        {{140, 2}, {150, 2}, {150, 2}, {96}, {88, 0, false}, {110, 1, false}, {kTimeWidth, 0, false}, {118, 0, false}});
    setTimeColumns(columns, {RuleListModel::Changed});
    table()->setItemDelegateForColumn(RuleListModel::State, new StateDelegate(table()));
    for (const int column : {RuleListModel::Changed, RuleListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    connect(
        context.actions.action(ActionId::AddRule), &QAction::triggered, this,
        [this, &desk, access = context.access] { openAddRule(desk, access, organization(), window(), choosing()); });
    onChosen<ShownRule>(
        ActionId::RemoveRule, [this] { return chosenRule(); },
        [this, &desk](const ShownRule& rule) { openRemoveRule(desk, rule, window()); });
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

void RulesPage::ask() {
    SeparationQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    query.tenant = tenant();
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
                       own,
                       {},
                       row->region};
}

void RulesPage::updateActions() {
    const auto row = chosenRule();
    const bool isGone = row && row->lifecycle == Lifecycle::Removed;
    context().actions.setObjection(ActionId::RemoveRule, isGone ? tr("It was removed.") : QString());
    updateAccessor();
}

/// Whoever is chosen in the side that is seen can be asked about.
void RulesPage::updateAccessor() {
    const auto* side = dynamic_cast<const ListTab*>(detailTabs()->currentWidget());
    if (isActive())
        context().actions.setMet(Needs::Accessor, side != nullptr && side->table()->currentIndex().isValid());
}

void RulesPage::retranslatePage() {
    setAccessibleName(tr("Rules of separation of duties"));
    table()->setAccessibleName(tr("Rules of separation of duties, sorted by name"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, ruleStateText(kStates[state - 1]));
    waiting()->setWords(tr("Looking who breaks the rules …"));
    details()->noneChosen()->say(tr("No rule chosen"), tr("Choose one to see who breaks it, and who ever did."));
    if (isFiltered())
        empty()->say(tr("No rule fits"), tr("None of the rules matches the filter above."), tr("Clear the Filter"));
    else
        empty()->say(tr("No rules yet"),
                     tr("A rule names two permissions that nobody may hold together, such as to order and to approve. "
                        "Whoever holds both is listed here."),
                     tr("Add a Rule…"));
}

const QTableView* RulesPage::focusedSide() const {
    for (const ListTab* side : std::initializer_list<const ListTab*>{m_breaches, m_past})
        if (side->table()->hasFocus())
            return side->table();
    return nullptr;
}

TextTable RulesPage::chosenRow() const {
    const auto* side = focusedSide();
    return side == nullptr ? DirectoryPage::chosenRow() : chosenRowOf(*side);
}

QString RulesPage::chosenCell() const {
    const auto* side = focusedSide();
    return side == nullptr ? DirectoryPage::chosenCell() : side->currentIndex().data(Qt::EditRole).toString();
}

QString RulesPage::chosenJson() const {
    if (const auto* side = focusedSide())
        return rowJson(chosenRowOf(*side));
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
