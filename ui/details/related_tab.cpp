#include "ui/details/related_tab.h"

#include "ui/details/value_table.h"

#include <QVBoxLayout>

namespace muniment {

namespace {

constexpr int kStep = 20;

RelatedReach& reachOf(RelatedRequest& request, RelatedGroupKind group) {
    switch (group) {
    case RelatedGroupKind::SameCorrelation:
        return request.sameCorrelation;
    case RelatedGroupKind::SameCommand:
        return request.sameCommand;
    case RelatedGroupKind::SameAggregate:
        break;
    }
    return request.sameAggregate;
}

} // namespace

RelatedTab::RelatedTab(AskRelated ask, QWidget* parent)
    : QWidget(parent),
      m_table(new ValueTable(new ValueTableModel(2, this), ValueTable::Choice::Rows, this)),
      m_slot(this, std::move(ask), [this](const RelatedRequest& request, Result<RelatedEvents> related) {
          take(request, std::move(related));
      }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_table);
    m_table->setTextElideMode(Qt::ElideRight); // a sentence reads from its beginning
    connect(m_table, &ValueTable::rowActivated, this, &RelatedTab::activate);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const auto kind = targetAt(index.row()).kind;
        if (kind == RelatedTarget::Kind::MoreEarlier || kind == RelatedTarget::Kind::MoreLater)
            activate(index.row());
    });
    retranslate();
}

void RelatedTab::retranslate() {
    m_table->setAccessibleName(tr("Related events"));
    m_table->setAccessibleDescription(tr("Enter goes to the event"));
}

void RelatedTab::tell(const ShownEvent& event) {
    retranslate();
    m_zone = event.zone;
    if (!m_request || m_request->row.number != event.row.number) {
        m_request = RelatedRequest{.row = event.row, .asOf = m_asOf};
        m_related.reset();
        m_table->setCurrentIndex({});
        refresh();
    }
    fill();
}

void RelatedTab::setAsOf(const std::optional<Moment>& asOf) {
    if (std::exchange(m_asOf, asOf) == asOf || !m_request)
        return;
    m_request->asOf = asOf;
    refresh();
}

void RelatedTab::refresh() {
    m_isStale = m_request.has_value();
    if (isVisible())
        request();
}

void RelatedTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    request();
}

void RelatedTab::request() {
    if (m_isStale && m_request)
        m_slot.request(*m_request);
    m_isStale = false;
}

void RelatedTab::take(const RelatedRequest& request, Result<RelatedEvents> related) {
    if (!m_request || request.row.number != m_request->row.number || request.asOf != m_request->asOf)
        return;
    if (!related) {
        if (related.error().code != ErrorCode::Cancelled)
            emit failed(related.error());
        return;
    }
    m_related = std::move(*related);
    fill();
}

void RelatedTab::fill() {
    auto told = m_request && m_related ? relatedRows(m_request->row, *m_related, m_zone) : RelatedRows();
    if (!m_related) {
        told.rows.push_back({ValueCell::words(tr("Looking for what belongs to it."), CellTone::Quiet)});
        told.targets.push_back({});
    }
    m_targets = std::move(told.targets);
    m_table->values()->setRows(std::move(told.rows));
    m_table->clearSpans();
    for (std::size_t row = 0; row < m_targets.size(); ++row)
        if (const int place = static_cast<int>(row); !m_table->model()->index(place, 1).data().isValid())
            m_table->setSpan(place, 0, 1, 2);
    m_table->fitColumns();
}

RelatedTarget RelatedTab::targetAt(int row) const {
    return row >= 0 && row < static_cast<int>(m_targets.size()) ? m_targets[static_cast<std::size_t>(row)]
                                                                : RelatedTarget();
}

std::optional<EventNumber> RelatedTab::chosenEvent() const {
    const auto target = targetAt(m_table->currentIndex().row());
    return target.kind == RelatedTarget::Kind::Event ? std::optional(target.number) : std::nullopt;
}

void RelatedTab::activate(int row) {
    const auto target = targetAt(row);
    switch (target.kind) {
    case RelatedTarget::Kind::Words:
        return;
    case RelatedTarget::Kind::Event:
        emit eventWanted(target.number);
        return;
    case RelatedTarget::Kind::MoreLater:
        reachOf(*m_request, target.group).later += kStep;
        break;
    case RelatedTarget::Kind::MoreEarlier:
        reachOf(*m_request, target.group).earlier += kStep;
        break;
    }
    refresh();
}

} // namespace muniment
