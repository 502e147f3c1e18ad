#include "ui/pages/reviews_page.h"

#include "models/directory/export_fields.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "models/items/review_words.h"
#include "ui/directory/fact_list.h"
#include "ui/pages/cell_delegates.h"
#include "ui/reviews/review_forms.h"
#include "ui/reviews/review_items_tab.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>

namespace muniment {

namespace {

constexpr ReviewLifecycle kStates[]{ReviewLifecycle::Open, ReviewLifecycle::Closed};

} // namespace

ReviewsPage::ReviewsPage(const PageContext& context, std::function<std::optional<OrgRow>()> chosenOrg, QWidget* parent)
    : DirectoryPage(context, "reviews", parent),
      m_model(new ReviewListModel(askReviews(context.workspace), this)),
      m_state(addFilter()) {
    for (std::size_t state = 0; state <= std::size(kStates); ++state)
        m_state->addItem(QString());
    setMainAction(ActionId::StartReview);
    context.actions.setObjection(ActionId::ExportReview, tr("Choose an access review first."));
    setChosenActions({ActionId::CloseReview, ActionId::ExportReview}, {ActionId::ShowSignedOff});
    m_items = new ReviewItemsTab(
        context, [this] { return std::optional<ReviewRow>(chosenReview()); }, this);
    details()->addTab(m_items);
    setModel(m_model);
    // Name, state, decided, changed since, due, of, reviewer, organization, changed, id.
    auto* columns = new TableColumns(table(), "reviews/columns",
                                     {{150, 2},
                                      {92},
                                      {84},
                                      {120, 1},
                                      {kTimeWidth},
                                      {110, 1},
                                      {100, 1, false},
                                      {110, 1, false},
                                      {kTimeWidth, 0, false},
                                      {118, 0, false}});
    setTimeColumns(columns, {ReviewListModel::Due, ReviewListModel::Changed});
    table()->setItemDelegateForColumn(ReviewListModel::State, new StateDelegate(table()));
    for (const int column : {ReviewListModel::Due, ReviewListModel::Changed, ReviewListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    auto& desk = context.desk;
    connect(
        context.actions.action(ActionId::StartReview), &QAction::triggered, this,
        [this, &desk, chosenOrg = std::move(chosenOrg)] { openStartReview(desk, chosenOrg(), window(), choosing()); });
    onChosen<ShownReview>(
        ActionId::CloseReview, [this] { return chosenReview(); },
        [this, &desk](const ShownReview& review) { openCloseReview(desk, review, window()); });
    onChosen<ShownReview>(
        ActionId::ExportReview, [this] { return chosenReview(); },
        [this](const ShownReview& review) { emit exportWanted(evidenceOffer(review)); });
}

std::optional<ShownReview> ReviewsPage::chosenReview() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? std::nullopt : std::optional(*row);
}

ExportOffer ReviewsPage::evidenceOffer(const ShownReview& review) const {
    return {ReviewEvidenceList{context().access, review.tenant, review.id, asOf()}, QStringLiteral("review"),
            tr("%1: every grant in its scope with what was decided, by whom, when and why. As JSON lines it is one "
               "object that also has the decisions that were followed by another.")
                .arg(isolated(plainText(review.name)))};
}

bool ReviewsPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.touches("reviews") || batch.touches("reviewDecisions") || batch.touches("grants") ||
           batch.touches("teamMembers") || batch.touches("resources") || batch.touches("organizations");
}

void ReviewsPage::applyFilters() {
    ReviewQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    if (m_state->currentIndex() > 0)
        query.lifecycle = kStates[m_state->currentIndex() - 1];
    m_model->setQuery(query);
}

std::optional<ShownEntity> ReviewsPage::chosenEntity() const {
    const auto row = chosenReview();
    if (!row)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    FactList facts;
    facts.add(tr("State"), reviewStateText(row->lifecycle))
        .add(tr("Decided"), reviewProgressText(*row))
        .add(tr("Kept"), formatCount(row->kept))
        .add(tr("Revoked"), formatCount(row->revoked))
        .add(tr("Changed since"), reviewDriftText(row->drift))
        .add(tr("Of"), reviewScopeText(*row))
        .add(tr("Reviewer"), plainText(row->reviewer))
        .add(tr("Organization"), row->tenantName.empty() ? shortId(row->tenant.text()) : plainText(row->tenantName),
             plainText(row->tenant.text()));
    if (row->dueAt)
        facts.time(tr("Due"), *row->dueAt, own);
    facts.time(tr("Shows"), row->pin.at, own)
        .time(tr("Began"), row->createdAt, own)
        .time(tr("Changed"), row->changedAt, own)
        .id(tr("Id"), row->id.text());
    return ShownEntity{{row->tenant, {"review", row->id}},
                       plainText(row->name),
                       facts.rows(),
                       recordJson<ReviewRow>(*row, reviewFields(), RecordExtent::Whole),
                       own,
                       {},
                       row->region};
}

void ReviewsPage::updateActions() {
    const auto row = chosenReview();
    const bool isClosed = row && row->lifecycle == ReviewLifecycle::Closed;
    context().actions.setObjection(ActionId::ExportReview, row ? QString() : tr("Choose an access review first."));
    context().actions.setObjection(ActionId::CloseReview, isClosed ? tr("It has been signed off.") : QString());
}

void ReviewsPage::retranslatePage() {
    setAccessibleName(tr("Access reviews"));
    table()->setAccessibleName(tr("Access reviews, sorted by name"));
    m_state->setAccessibleName(tr("State"));
    m_state->setItemText(0, tr("Every state"));
    for (int state = 1; state < m_state->count(); ++state)
        m_state->setItemText(state, reviewStateText(kStates[state - 1]));
    details()->noneChosen()->say(tr("No review chosen"),
                                 tr("Choose one to decide on its grants, or to see what was decided."));
    if (isFiltered())
        empty()->say(tr("No review fits"), tr("None of the reviews in this workspace matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(
            tr("No reviews yet"),
            tr("In a review somebody decides, grant by grant, who keeps what. The next one asks only about what "
               "changed since."),
            tr("Start a Review…"));
}

QString ReviewsPage::chosenJson() const {
    const auto row = chosenReview();
    return row ? QString::fromStdString(recordJson<ReviewRow>(*row, reviewFields(), RecordExtent::Listed)) : QString();
}

std::optional<ExportOffer> ReviewsPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{ListQuery(m_model->query()), QStringLiteral("reviews"),
                       tr("%1 reviews, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
