#include "ui/pages/plans_page.h"

#include "models/directory/export_fields.h"
#include "models/items/access_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/workspace_queries.h"
#include "ui/directory/fact_list.h"
#include "ui/forms/plan_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

namespace {

using Lifecycle = PlanState::Lifecycle;
constexpr Lifecycle kStates[]{Lifecycle::Active, Lifecycle::Removed};

} // namespace

PlansPage::PlansPage(const PageContext& context, QWidget* parent)
    : DirectoryPage(context, "plans", parent),
      m_model(new PlanListModel(askPlans(context.workspace), this)),
      m_state(addFilter()) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::AddPlan);
    setChosenActions({ActionId::RenamePlan, ActionId::RemovePlan}, {});
    setModel(m_model);
    // Name, organizations, state, changed, key.
    auto* columns = new TableColumns(table(), "plans/columns", {{180, 2}, {110}, {98}, {kTimeWidth}, {130, 1}});
    setTimeColumns(columns, {PlanListModel::Changed});
    table()->setItemDelegateForColumn(PlanListModel::State, new StateDelegate(table()));
    for (const int column : {PlanListModel::Key, PlanListModel::Organizations, PlanListModel::Changed})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    const auto chosen = [this] { return chosenPlan(); };
    connect(context.actions.action(ActionId::AddPlan), &QAction::triggered, this,
            [this, &desk] { openAddPlan(desk, window(), choosing()); });
    onChosen<PlanRow>(ActionId::RenamePlan, chosen,
                      [this, &desk](const PlanRow& plan) { openRenamePlan(desk, plan, window()); });
    onChosen<PlanRow>(ActionId::RemovePlan, chosen,
                      [&desk](const PlanRow& plan) { desk.send(planRemoval(desk.workspace(), plan)); });
}

std::optional<PlanRow> PlansPage::chosenPlan() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

bool PlansPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.touches("plans") || batch.touches("organizations");
}

void PlansPage::applyFilters() {
    PlanQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> PlansPage::chosenEntity() const {
    const auto row = chosenPlan();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().ofMany();
    FactList facts;
    facts.add(tr("State"), presenceText(row->lifecycle == Lifecycle::Removed))
        .add(tr("Name"), plainText(row->name))
        .id(tr("Key"), row->key)
        .add(tr("Organizations"), formatCount(row->organizations))
        .add(tr("Region"), plainText(row->region.text()))
        .time(tr("Created"), row->createdAt, own)
        .time(tr("Changed"), row->changedAt, own);
    return ShownEntity{{row->tenant, {"plan", AggregateId(row->key)}},
                       plainText(row->name.empty() ? row->key : row->name),
                       facts.rows(),
                       recordJson(*row, planFields(), RecordExtent::Whole),
                       own,
                       {},
                       row->region};
}

void PlansPage::updateActions() {
    const auto row = chosenPlan();
    const bool isGone = row && row->lifecycle == Lifecycle::Removed;
    for (const auto id : {ActionId::RenamePlan, ActionId::RemovePlan})
        context().actions.setObjection(id, isGone ? tr("It was removed.") : QString());
}

void PlansPage::retranslatePage() {
    setAccessibleName(tr("Plans"));
    table()->setAccessibleName(tr("Plans, sorted by name"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, presenceText(state == m_state->count() - 1));
    details()->noneChosen()->say(tr("No plan chosen"),
                                 tr("Choose one to see which name it has and everything that changed it."));
    if (isFiltered())
        empty()->say(tr("No plan fits"), tr("None of the plans in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("No plans yet"),
                     tr("A plan is what an organization is sold. The plans that every server knows from the beginning "
                        "are not listed here until they are changed."),
                     tr("Add Plan…"));
}

QString PlansPage::chosenJson() const {
    const auto row = chosenPlan();
    return row ? QString::fromStdString(recordJson(*row, planFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> PlansPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("plans"),
                       tr("%1 plans, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
