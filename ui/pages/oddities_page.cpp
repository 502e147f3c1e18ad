#include "ui/pages/oddities_page.h"

#include "models/access/live_access.h"
#include "models/items/finding_words.h"
#include "models/items/plain_text.h"
#include "models/items/record_json.h"
#include "ui/directory/fact_list.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

namespace muniment {

namespace {

/// What it is about: the log of the whole organization, or something in it.
EntityRef entityOf(const Oddity& oddity) {
    if (oddity.thing.aggregate.type.empty())
        return {oddity.tenant, {"org", AggregateId(oddity.tenant.text())}};
    return {oddity.tenant, oddity.thing.aggregate};
}

FilterNode inversionsOf(const TenantId& tenant) {
    const FilterNode inversions{termOf(FilterField::Mark, "time.inversion"), {}};
    return joined(inversions, JoinAs::And, termOf(FilterField::Tenant, tenant.text()));
}

} // namespace

OdditiesPage::OdditiesPage(const PageContext& context, QWidget* parent)
    : ComputedListPage(context, "oddities", parent),
      m_model(new OddityListModel(askOddities(context.workspace, context.access), this)) {
    setComputedModel(m_model);
    // What, since, organization, id.
    auto* columns =
        new TableColumns(table(), "oddities/columns", {{320, 3}, {kTimeWidth}, {110, 1, false}, {118, 0, false}});
    setTimeColumns(columns, {OddityListModel::Since});
    for (const int column : {OddityListModel::Since, OddityListModel::Id})
        table()->setItemDelegateForColumn(column, new FiguresDelegate(table()));
    connect(table(), &QTableView::activated, this, &OdditiesPage::openRow);
}

void OdditiesPage::ask() {
    OddityQuery query;
    query.asOf = asOf();
    query.text = filterText().toStdString();
    query.tenant = tenant();
    m_model->setQuery(query);
}

bool OdditiesPage::isTouchedBy(const AppliedBatch& batch) const {
    return batch.events > 0; // any event may stand behind one with a later time
}

/// To the event that made it so; where none did, to the events or the thing that it is about.
void OdditiesPage::openRow(const QModelIndex& index) {
    const auto* row = m_model->rowAt(index.row());
    if (row == nullptr)
        return;
    if (row->event)
        emit eventChosen(*row->event);
    else if (row->kind == Oddity::Kind::Clock)
        emit filterChosen(inversionsOf(row->tenant));
    else
        emit entityChosen(entityOf(*row));
}

std::optional<ShownEntity> OdditiesPage::chosenEntity() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    if (row == nullptr)
        return std::nullopt;
    const ClockZone own = zone().of(row->tenant);
    const EntityRef about = entityOf(*row);
    FactList facts;
    facts.add(tr("What is odd"), oddityText(*row));
    if (row->since)
        facts.time(tr("Since"), *row->since, own);
    facts.add(tr("Organization"), plainText(row->tenantName), plainText(row->tenant.text()))
        .id(tr("Id"), about.aggregate.id.text());
    return ShownEntity{about, plainText(row->thing.name.empty() ? row->tenantName : row->thing.name), facts.rows(),
                       recordJson(*row, oddityFields(), RecordExtent::Listed), own};
}

void OdditiesPage::retranslatePage() {
    setAccessibleName(tr("Oddities"));
    table()->setAccessibleName(tr("Oddities, by kind; Enter shows the event in the timeline"));
    waiting()->setWords(tr("Looking through the access graph …"));
    details()->noneChosen()->say(tr("No oddity chosen"), tr("Choose one to see what it is about."));
    if (!organization())
        empty()->say(tr("No organization chosen"), tr("Choose one at the top: its whole log is looked at."));
    else if (isFiltered())
        empty()->say(tr("No oddity fits"), tr("None of the oddities matches the filter above."),
                     tr("Clear the Filter"));
    else
        empty()->say(tr("Nothing is odd"),
                     tr("No team or resource is in itself, and everything that is named has been told of."));
}

QString OdditiesPage::chosenJson() const {
    const auto* row = m_model->rowAt(chosenRowIndex());
    return row == nullptr ? QString() : QString::fromStdString(recordJson(*row, oddityFields(), RecordExtent::Listed));
}

std::optional<ExportOffer> OdditiesPage::exportOffer() const {
    if (m_model->total() < 0)
        return std::nullopt;
    return ExportOffer{FindingList{m_model->query(), context().access}, QStringLiteral("oddities"),
                       tr("%1 oddities, as the list shows them.").arg(formatCount(m_model->total()))};
}

} // namespace muniment
