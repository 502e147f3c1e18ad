#include "ui/pages/timeline_page.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/workspace_queries.h"
#include "ui/pages/event_details.h"
#include "ui/pages/timeline_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace muniment {

TimelinePage::TimelinePage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_model(new TimelineModel(askTimeline(context.workspace), this)),
      m_table(new TimelineTable(m_model, this)),
      m_details(new EventDetailsPane(askEventDetails(context.workspace), this)),
      m_splitter(new KeptSplitter("timeline/splitter", {866, 334}, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_following(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_newEvents(makeButton(this, "pill")) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, 12);
    layout->setSpacing(kGrid);
    auto* head = new QHBoxLayout;
    head->addWidget(m_following, 1);
    head->addWidget(m_newEvents);
    layout->addLayout(head);

    auto* card = makeCard(this, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    card->layout()->addWidget(m_stack);
    m_splitter->addWidget(card);
    m_splitter->addWidget(m_details);
    m_splitter->restore();
    layout->addWidget(m_splitter, 1);

    connect(m_model, &TimelineModel::windowChanged, this, &TimelinePage::takeWindow);
    connect(m_model, &TimelineModel::followingChanged, this, &TimelinePage::takeWindow);
    connect(m_model, &TimelineModel::failed, this, [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
    connect(m_table, &TimelineTable::chosenChanged, this, &TimelinePage::takeChosen);
    connect(m_table, &TimelineTable::detailsWanted, context.actions.action(ActionId::ToggleDetails), &QAction::toggle);
    connect(m_newEvents, &QPushButton::clicked, m_model, &TimelineModel::follow);
    connect(m_empty, &EmptyPlace::actionChosen, &context.workspace, &Workspace::syncNow);
    m_stack->setCurrentWidget(m_table);
    retranslate();
}

void TimelinePage::retranslate() {
    setAccessibleName(tr("Timeline"));
    m_empty->say(tr("No events yet"),
                 tr("Nothing has arrived from the regions so far. The chips above say how each region stands."),
                 tr("Sync Now"));
    m_model->retranslate();
    takeWindow();
}

void TimelinePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

void TimelinePage::takeWindow() {
    const bool isEmpty = m_model->isLoaded() && m_model->window().total == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
    m_following->setText(m_model->isFollowing()
                             ? tr("Newest first. New events appear by themselves; scrolling away holds the view still.")
                             : tr("Held at this place. Home goes back to the newest event and follows."));
    const auto fresh = m_model->newEvents();
    setButtonText(m_newEvents, fresh > 0 ? tr("%n new event(s)", nullptr,
                                              static_cast<int>(std::min<std::int64_t>(fresh, 1'000'000'000)))
                                         : tr("Follow"));
    m_newEvents->setVisible(!m_model->isFollowing());
    emit shownTextChanged();
}

void TimelinePage::takeChosen() {
    const auto chosen = m_table->chosen();
    const int row = chosen ? m_model->visibleRowOf(*chosen) : -1;
    if (const auto* found = m_model->rowAt(row)) {
        m_chosenRow = *found;
        m_details->showRow(*found);
    }
    if (m_isActive)
        context().actions.setMet(Needs::Row, m_chosenRow.has_value());
}

void TimelinePage::setZone(ClockZone zone) {
    m_model->setZone(zone);
    m_details->setZone(zone);
}

void TimelinePage::takeBatch(const AppliedBatch& batch) {
    if (batch.events > 0)
        m_model->refresh();
}

void TimelinePage::reload() {
    m_model->refresh();
}

void TimelinePage::setActive(bool isActive) {
    m_isActive = isActive;
    auto* follow = context().actions.action(ActionId::FollowNewest);
    disconnect(follow, nullptr, this, nullptr);
    if (!isActive)
        return;
    context().actions.setMet(Needs::Row, m_chosenRow.has_value());
    connect(follow, &QAction::triggered, this, [this] {
        m_model->follow();
        focusList();
    });
}

QTableView* TimelinePage::list() const {
    return m_table->view();
}

void TimelinePage::focusList() {
    m_table->view()->setFocus();
}

void TimelinePage::showDetailsPane(bool isShown) {
    m_details->setVisible(isShown);
}

void TimelinePage::goToEvent(EventNumber number) {
    m_model->showEvent(number);
    // The row is not known before its page has come; then it is chosen like a click would.
    auto* once = new QObject(this);
    connect(m_model, &TimelineModel::windowChanged, once, [this, once, number] {
        if (m_model->visibleRowOf(number) >= 0) {
            once->deleteLater();
            m_table->choose(number);
        }
    });
}

QString TimelinePage::shownText() const {
    const auto& window = m_model->window();
    if (window.total == 0)
        return {};
    return tr("Rows %1 to %2").arg(formatCount(window.top + 1), formatCount(window.top + m_model->rowCount()));
}

TextTable TimelinePage::chosenRow() const {
    return m_chosenRow ? eventTable({*m_chosenRow}) : TextTable{};
}

QString TimelinePage::chosenCell() const {
    const auto index = m_table->chosenIndex();
    return index.isValid() ? withoutIsolates(index.data(Qt::EditRole).toString()) : QString();
}

QString TimelinePage::chosenJson() const {
    return m_chosenRow ? eventJson(*m_chosenRow) : QString();
}

} // namespace muniment
