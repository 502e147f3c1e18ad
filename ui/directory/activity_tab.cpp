#include "ui/directory/activity_tab.h"

#include "ui/pages/timeline_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace muniment {

ActivityTab::ActivityTab(AskTimeline ask, QWidget* parent)
    : QWidget(parent),
      m_model(new TimelineModel(std::move(ask), this)),
      m_table(new TimelineTable(m_model, TimelineColumnPlan::compact("activity/columns"), this)),
      m_found(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_toTimeline(makeButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_table, 1);
    auto* below = new QHBoxLayout;
    below->addWidget(m_found, 1);
    below->addWidget(m_toTimeline);
    layout->addLayout(below);
    connect(m_table, &TimelineTable::detailsWanted, this, [this] {
        if (m_table->chosenIndex().isValid())
            emit eventChosen(*m_table->chosen());
    });
    connect(m_toTimeline, &QPushButton::clicked, this, [this] { emit filterChosen(m_model->filter()); });
    connect(m_model, &TimelineModel::windowChanged, this, &ActivityTab::takeWindow);
    connect(m_model, &TimelineModel::failed, this, &ActivityTab::failed);
    retranslate();
}

void ActivityTab::retranslate() {
    setButtonText(m_toTimeline, tr("Show in &Timeline"));
    m_toTimeline->setToolTip(tr("The whole timeline with this filter, its histogram and its facets"));
    m_model->retranslate();
    takeWindow();
}

void ActivityTab::tell(const FilterNode& filter, const std::optional<Moment>& asOf, const ClockZone& zone) {
    m_model->setZone(zone);
    if (filter == m_model->filter())
        return m_model->setAsOf(asOf);
    // Rows of the entity before would stand under the name of this one until the answer has come.
    m_model->setWindowHeight(0);
    m_model->follow();
    m_model->setAsOf(asOf);
    m_model->setFilter(filter);
    if (isVisible())
        m_table->fitHeight();
}

void ActivityTab::refresh() {
    m_model->refresh(); // asks nothing while there is no room for rows
}

void ActivityTab::takeWindow() {
    const bool isAnswered = m_model->isLoaded() && !m_model->isAwaitingFilter();
    const auto total = m_model->window().total;
    m_found->setText(!isAnswered  ? tr("Looking for what it did and what was done to it.")
                     : total == 0 ? tr("Nothing of it has been synced.")
                                  : tr("%1 events").arg(formatCount(total)));
}

void ActivityTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_table->fitHeight();
}

void ActivityTab::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_model->setWindowHeight(0);
}

} // namespace muniment
