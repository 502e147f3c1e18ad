#include "ui/reviews/review_items_tab.h"

#include "models/items/region_list_model.h"
#include "models/items/review_words.h"
#include "ui/pages/cell_delegates.h"
#include "ui/reviews/review_forms.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QLayout>
#include <QTableView>

#include <algorithm>

namespace muniment {

ReviewItemsTab::ReviewItemsTab(const PageContext& context, ChosenReview chosen, QWidget* parent)
    : ListTab(context, "items", Needs::ReviewItem, parent),
      m_chosen(std::move(chosen)),
      m_model(new ReviewItemListModel(askReviewItems(context.workspace, context.access), this)),
      m_context(makeLabel(this, TextSize::Small, Tone::Normal)) {
    // To, role, on, decision, why, peers, last use, now, granted by, reason, granted.
    setModel(m_model, "review-items/columns",
             {{110, 2},
              {90, 1},
              {80, 1},
              {112},
              {120, 0, false},
              {110, 0, false},
              {138, 0, false},
              {120, 0, false},
              {110, 0, false},
              {140, 0, false},
              {138, 0, false}});
    for (const int column : {ReviewItemListModel::LastUse, ReviewItemListModel::Granted})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    addAction(
        ActionId::KeepReviewed, [this] { keep(); }, true);
    addAction(
        ActionId::RevokeReviewed, [this] { revoke(); }, true);
    addAction(
        ActionId::NextUndecided, [this] { goToNextUndecided(); }, false);
    for (const auto id : {ActionId::KeepReviewed, ActionId::RevokeReviewed, ActionId::NextUndecided})
        table()->addAction(context.actions.action(id)); // a bare key, while the list has the focus
    m_context->setWordWrap(true);
    static_cast<QBoxLayout*>(layout())->insertWidget(1, m_context);
    auto* signedOff = context.actions.action(ActionId::ShowSignedOff);
    connect(signedOff, &QAction::toggled, this, [this](bool isShown) {
        m_showsAll = isShown;
        askAgain();
    });
    connect(&context.desk.changes(), &ChangeSet::changed, this, &ReviewItemsTab::takeStaged);
    connect(table()->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewItemsTab::showContext);
    connect(m_model, &DirectoryListModel::loaded, this, [this] {
        if (!table()->currentIndex().isValid() && m_model->rowCount() > 0)
            table()->setCurrentIndex(m_model->index(std::max(m_model->undecidedAfter(-1), 0), 0));
        takeStaged();
        showContext();
    });
}

QString ReviewItemsTab::title() const {
    return tr("Grants");
}

void ReviewItemsTab::retranslate() {
    ListTab::retranslate();
    m_context->setAccessibleName(tr("What is known of the chosen grant"));
    showContext();
}

QString ReviewItemsTab::contextText() const {
    return m_context->text();
}

void ReviewItemsTab::ask(const ShownEntity& entity) {
    ReviewItemQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    query.review = entity.entity.aggregate.id;
    query.shown = m_showsAll ? ItemsShown::All : ItemsShown::Asked;
    m_model->setQuery(query);
}

void ReviewItemsTab::askAgain() {
    if (entity() && isVisible())
        ask(*entity());
    else
        refresh();
}

void ReviewItemsTab::updateActions() {
    const auto review = m_chosen();
    const auto* item = m_model->rowAt(chosenLine());
    QString objection;
    if (review && review->lifecycle == ReviewLifecycle::Closed)
        objection = tr("The review has been signed off.");
    else if (item != nullptr && !item->isAsked())
        objection = tr("The last sign-off covers it.");
    else if (item != nullptr && item->now && item->now->standing == GrantStanding::Removed)
        objection = tr("It was revoked since.");
    for (const auto id : {ActionId::KeepReviewed, ActionId::RevokeReviewed})
        context().actions.setObjection(id, objection);
    context().actions.setObjection(ActionId::NextUndecided, m_model->undecidedAfter(-1) < 0
                                                                ? tr("Every grant of this list is decided on.")
                                                                : QString());
}

std::pair<QString, QString> ReviewItemsTab::emptyWords() const {
    return {tr("Nothing to decide on"), tr("Every grant in the scope is covered by the last sign-off.")};
}

std::optional<EntityRef> ReviewItemsTab::entityAt(int line) const {
    const auto* item = m_model->rowAt(line);
    if (item == nullptr)
        return std::nullopt;
    const auto& subject = item->grant.subject;
    return EntityRef{item->grant.tenant, {subject.kind == TeamMember::Kind::Team ? "team" : "user", subject.id}};
}

bool ReviewItemsTab::isRegionUp(const RegionName& region) const {
    const auto regions = context().workspace.regions();
    const auto found = std::ranges::find(regions, region, &RegionStatus::region);
    return found == regions.end() || healthOf(*found) == RegionHealth::Up ||
           healthOf(*found) == RegionHealth::CatchingUp;
}

void ReviewItemsTab::keep() {
    const auto review = m_chosen();
    const auto* item = m_model->rowAt(chosenLine());
    if (!review || item == nullptr)
        return;
    auto& desk = context().desk;
    const Order order = reviewOrder(desk.workspace(), *review, *item, ReviewDecision::Keep);
    // Without the region the decision waits among the staged changes.
    if (isRegionUp(review->region))
        desk.send(order);
    else
        desk.stage(order);
    goToNextUndecided();
}

void ReviewItemsTab::revoke() {
    const auto review = m_chosen();
    const auto* item = m_model->rowAt(chosenLine());
    if (review && item != nullptr)
        openRevokeReviewed(context().desk, *review, *item, window(), [this] { goToNextUndecided(); });
}

void ReviewItemsTab::goToNextUndecided() {
    const int row = table()->currentIndex().row();
    const int next = m_model->undecidedAfter(row);
    if (next >= 0 && next != row)
        table()->setCurrentIndex(m_model->index(next, 0));
}

void ReviewItemsTab::takeStaged() {
    std::map<AggregateId, ReviewDecision> staged;
    if (entity())
        for (const StagedChange& change : context().desk.changes().changes()) {
            const auto* review = std::get_if<ReviewCommand>(&change.request.command);
            const auto* item = review == nullptr ? nullptr : std::get_if<DecideReviewItem>(review);
            if (item != nullptr && change.request.id == entity()->entity.aggregate.id &&
                change.state != StagedChange::State::Done)
                staged.insert_or_assign(item->grant, item->decision);
        }
    m_model->setStaged(std::move(staged));
}

void ReviewItemsTab::showContext() {
    const auto* item = m_model->rowAt(chosenLine());
    m_context->setText(item == nullptr ? QString() : reviewContextText(*item, m_model->zone()));
    m_context->setVisible(item != nullptr);
}

} // namespace muniment
