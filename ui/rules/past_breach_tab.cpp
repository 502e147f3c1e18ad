#include "ui/rules/past_breach_tab.h"

#include "ui/pages/cell_delegates.h"
#include "ui/widgets/refresh_pause.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

#include <QBoxLayout>
#include <QTableView>

namespace muniment {

/// It looks at all of history: not with every batch.
static constexpr int kPauseMillis = 5000;

PastBreachTab::PastBreachTab(const PageContext& context, QWidget* parent)
    : ListTab(context, "past-breaches", Needs::Accessor, parent),
      m_model(new PastBreachListModel(askPastBreaches(context.workspace, context.access), this)),
      m_waiting(new WaitingStrip(this)),
      m_refresh(new RefreshPause(
          kPauseMillis, [this] { ListTab::refresh(); }, this)) {
    static_cast<QBoxLayout*>(layout())->insertWidget(0, m_waiting);
    // User, from, until, id.
    setModel(m_model, "past-breaches/columns", {{120, 1}, {138}, {138}, {118, 0, false}});
    for (const int column : {PastBreachListModel::From, PastBreachListModel::Until, PastBreachListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    for (const auto id : {ActionId::ExplainAccess, ActionId::ExplainRefusal})
        table()->addAction(context.actions.action(id));
    connect(m_model, &DirectoryListModel::loaded, m_waiting, &WaitingStrip::end);
    connect(m_model, &DirectoryListModel::failed, m_waiting, &WaitingStrip::end);
    connect(m_waiting, &WaitingStrip::cancelled, this, [this] { m_model->drop(); });
    connect(m_waiting, &WaitingStrip::askedAgain, this, [this] {
        if (entity())
            ask(*entity());
    });
}

void PastBreachTab::refresh() {
    m_refresh->request();
}

void PastBreachTab::retranslate() {
    ListTab::retranslate();
    m_waiting->setWords(tr("Looking through the history of everybody's rights …"));
}

QString PastBreachTab::title() const {
    return tr("Ever");
}

std::optional<AccessWish> PastBreachTab::accessWish(bool isWhyNot) const {
    const auto* row = m_model->rowAt(chosenLine());
    if (row == nullptr)
        return std::nullopt;
    AccessWish wish;
    wish.kind = isWhyNot ? AccessWish::Kind::Why : AccessWish::Kind::What;
    wish.who = accessOption(row->user.entity, row->region, row->user.name);
    return wish;
}

void PastBreachTab::ask(const ShownEntity& entity) {
    BreachQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    query.rule = entity.entity.aggregate.id;
    m_waiting->begin();
    m_model->setQuery(query);
}

std::pair<QString, QString> PastBreachTab::emptyWords() const {
    return {tr("Nobody ever held both"),
            tr("In all that this workspace knows, no user held both permissions at once.")};
}

std::optional<EntityRef> PastBreachTab::entityAt(int line) const {
    const auto* row = m_model->rowAt(line);
    return row == nullptr ? std::nullopt : std::optional(row->user.entity);
}

void PastBreachTab::openLine(int line) {
    const auto* row = m_model->rowAt(line);
    if (row == nullptr)
        return;
    if (row->began)
        emit eventChosen(*row->began);
    else if (const auto wish = accessWish(false))
        emit accessWanted(*wish);
}

} // namespace muniment
