#include "ui/rules/breach_tab.h"

#include "ui/pages/cell_delegates.h"
#include "ui/widgets/table_columns.h"

#include <QTableView>

namespace muniment {

static AccessWish wishAbout(const BreachRow& row) {
    AccessWish wish;
    wish.kind = AccessWish::Kind::What;
    wish.who = accessOption(row.user.entity, row.region, row.user.name);
    return wish;
}

BreachTab::BreachTab(const PageContext& context, QWidget* parent)
    : ListTab(context, "breaches", Needs::Accessor, parent),
      m_model(new BreachListModel(askBreaches(context.workspace, context.access), this)) {
    // User, first right, its role, second right, its role, id.
    const ColumnPlan name{.width = 90, .weight = 2, .least = 72};
    const ColumnPlan right{.width = 110, .weight = 3, .least = 80};
    const ColumnPlan role{.width = 84, .weight = 2, .least = 64};
    setModel(m_model, "breaches/columns", {name, right, role, right, role, {118, 0, false}});
    table()->setItemDelegateForColumn(BreachListModel::Id, new FiguresDelegate(table()));
    for (const auto id : {ActionId::ExplainAccess, ActionId::ExplainRefusal})
        table()->addAction(context.actions.action(id));
}

QString BreachTab::title() const {
    return tr("Broken By");
}

std::optional<AccessWish> BreachTab::accessWish(bool isWhyNot) const {
    const auto* row = m_model->rowAt(chosenLine());
    if (row == nullptr)
        return std::nullopt;
    AccessWish wish = wishAbout(*row);
    if (isWhyNot)
        wish.kind = AccessWish::Kind::Why;
    return wish;
}

void BreachTab::ask(const ShownEntity& entity) {
    BreachQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    query.rule = entity.entity.aggregate.id;
    m_model->setQuery(query);
}

std::pair<QString, QString> BreachTab::emptyWords() const {
    return {tr("Nobody breaks this rule"), tr("No user holds both permissions at the moment that is shown.")};
}

std::optional<EntityRef> BreachTab::entityAt(int line) const {
    const auto* row = m_model->rowAt(line);
    return row == nullptr ? std::nullopt : std::optional(row->user.entity);
}

void BreachTab::openLine(int line) {
    if (const auto* row = m_model->rowAt(line))
        emit accessWanted(wishAbout(*row));
}

} // namespace muniment
