#include "ui/pages/timeline_page.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "models/items/time_machine.h"
#include "ui/annotations/mark_strip.h"
#include "ui/charts/facet_panel.h"
#include "ui/charts/timeline_histogram.h"
#include "ui/colours/row_colours.h"
#include "ui/details/event_details_pane.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/nothing_matches.h"
#include "ui/pages/timeline_actions.h"
#include "ui/pages/timeline_table.h"
#include "ui/search/timeline_search.h"
#include "ui/widgets/cards.h"

#include <QMenu>
#include <QStackedWidget>

namespace muniment {

void TimelinePage::applyFilter(const FilterNode& filter) {
    const bool isOther = filter != m_model->filter();
    if (isOther)
        emit placeLeft(place());
    showFilter(filter);
    if (m_filter->edit()->hasFocus())
        focusList();
}

void TimelinePage::showFilter(const FilterNode& filter) {
    m_noMatch->forget();
    m_model->setFilter(filter);
    m_filter->setFilter(filter);
    const TimelineQuestion question{.filter = filter, .asOf = m_model->asOf(), .now = systemClock().now()};
    m_histogram->setQuestion(question);
    m_facets->setQuestion(question);
    takeWindow();
}

void TimelinePage::setAsOf(const std::optional<Moment>& asOf) {
    if (std::exchange(m_asOf, asOf) == asOf)
        return;
    m_isOfAnotherMoment = true;
    m_live->setVisible(!asOf);
    if (m_isActive || !asOf)
        askMoment();
}

void TimelinePage::askMoment() {
    if (!std::exchange(m_isOfAnotherMoment, false))
        return;
    m_isArriving = m_asOf.has_value();
    m_model->setAsOf(m_asOf);
    m_details->setAsOf(m_asOf);
    showFilter(m_model->filter());
    sayEmpty();
}

/// The event that made the moment what it is.
void TimelinePage::chooseNewest() {
    if (const auto* newest = m_model->rowAt(0)) {
        m_table->choose(newest->number);
    } else {
        m_chosenRow.reset();
        m_details->clear();
        emit chosenEventChanged();
    }
    takeChosen();
}

QTabWidget* TimelinePage::detailTabs() const {
    return m_details->tabs();
}

QString TimelinePage::place() const {
    return QString::fromStdString(printFilter(m_model->filter()));
}

void TimelinePage::goToPlace(const QString& place) {
    if (const auto parsed = parseFilter(place.toStdString()); parsed.filter)
        showFilter(*parsed.filter);
}

void TimelinePage::takeWindow() {
    refreshAnnotation();
    const bool isAnswered = m_model->isLoaded() && !m_model->isAwaitingFilter();
    const bool isEmpty = isAnswered && m_model->window().total == 0;
    const bool isFiltered = m_model->filter() != FilterNode{};
    m_stack->setCurrentWidget(!isEmpty                              ? static_cast<QWidget*>(m_table)
                              : isFiltered && m_model->events() > 0 ? m_noMatch
                                                                    : m_empty);
    if (isEmpty && isFiltered)
        m_noMatch->explain(m_model->filter(), m_model->asOf());
    else if (!isEmpty)
        m_noMatch->forget();
    m_filter->setFound(isAnswered
                           ? std::optional(FilterFound{m_model->window().total, m_model->events(), m_model->took()})
                           : std::nullopt);
    const auto fresh = m_model->newEvents();
    const auto count = static_cast<int>(std::min<std::int64_t>(fresh, 1'000'000'000));
    setButtonText(m_live, m_model->isFollowing() ? tr("Hold")
                          : fresh > 0            ? tr("%n new event(s)", nullptr, count)
                                                 : tr("Follow"));
    m_live->setToolTip(m_model->isFollowing()
                           ? tr("New events appear by themselves; scrolling away holds the view still, as this does.")
                           : tr("Held at this place. Home goes back to the newest event and follows."));
    if (isAnswered && std::exchange(m_isArriving, false))
        chooseNewest();
    emit shownTextChanged();
}

void TimelinePage::sayLater(EventNumber number) {
    emit said({Message::Kind::NotKnown, tr("This event is later than the moment that is shown."), tr("Back to Now"),
               [this, number] {
                   context().time.backToNow();
                   goToEvent(number);
               }});
}

void TimelinePage::takeMissed(EventNumber number) {
    if (m_asOf && m_model->filter() == FilterNode{})
        return sayLater(number);
    applyFilter({});
    emit said(
        {Message::Kind::Done, tr("The filter was taken away: it does not match the event. Back restores it."), {}, {}});
    m_model->showEvent(number);
}

void TimelinePage::openMenu(const QPoint& place) {
    const auto index = m_table->indexAt(place);
    if (index.isValid())
        m_table->view()->setCurrentIndex(index);
    if (!m_chosenRow)
        return;
    auto* menu = m_actions->makeMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_table->view()->viewport()->mapToGlobal(place));
}

void TimelinePage::colourLikeCell() {
    m_colours->colourLike(m_table->chosenIndex());
}

void TimelinePage::takeChosen() {
    const auto chosen = m_table->chosen();
    const int row = chosen ? m_model->visibleRowOf(*chosen) : -1;
    if (const auto* found = m_model->rowAt(row)) {
        const bool isOther = !m_chosenRow || m_chosenRow->number != found->number;
        m_chosenRow = *found;
        m_details->showRow(*found);
        if (isOther)
            emit chosenEventChanged();
    }
    if (!m_isActive)
        return;
    context().actions.setMet(Needs::Row, m_chosenRow.has_value());
    context().actions.setMet(Needs::Event, m_chosenRow.has_value());
}

void TimelinePage::takeAnnotations() {
    m_model->refresh();
    m_histogram->refresh();
    m_facets->refresh();
    m_marks->refresh();
    m_search->refresh();
}

/// The chosen event is the same, but a person has put something beside it.
void TimelinePage::refreshAnnotation() {
    const auto* row = m_chosenRow ? m_model->rowAt(m_model->visibleRowOf(m_chosenRow->number)) : nullptr;
    if (row == nullptr || row->annotation == m_chosenRow->annotation)
        return;
    m_chosenRow->annotation = row->annotation;
    m_details->showAnnotation(row->annotation);
}

void TimelinePage::takeFocus(const QWidget*, const QWidget* now) {
    if (m_details->isAncestorOf(now))
        m_isAtDetails = true;
    else if (m_table->isAncestorOf(now))
        m_isAtDetails = false;
}

void TimelinePage::setZone(const ClockZone& zone) {
    m_model->setZone(zone);
    m_details->setZone(zone);
    m_filter->setZone(zone);
    m_histogram->setZone(zone);
    m_search->setZone(zone);
}

void TimelinePage::takeBatch(const AppliedBatch& batch) {
    if (batch.events > 0)
        reload();
}

void TimelinePage::reload() {
    m_model->refresh();
    m_histogram->refresh();
    m_facets->refresh();
    m_details->refresh();
}

void TimelinePage::setActive(bool isActive) {
    m_isActive = isActive;
    if (isActive)
        askMoment();
    m_actions->setActive(isActive);
    context().actions.setMet(Needs::Event, isActive && m_chosenRow.has_value());
    if (isActive)
        context().actions.setMet(Needs::Row, m_chosenRow.has_value());
}

QTableView* TimelinePage::list() const {
    return m_table->view();
}

void TimelinePage::focusList() {
    m_table->view()->setFocus();
}

void TimelinePage::focusFilter() {
    m_filter->focusLine();
}

void TimelinePage::find() {
    m_search->open();
}

void TimelinePage::showDetailsPane(bool isShown) {
    m_details->setVisible(isShown);
}

void TimelinePage::goToEvent(EventNumber number) {
    m_model->showEvent(number);
}

QString TimelinePage::shownText() const {
    const auto& window = m_model->window();
    if (m_model->filter() != FilterNode{})
        return tr("%1 of %2 shown").arg(formatCount(window.total), formatCount(m_model->events()));
    if (window.total == 0)
        return {};
    return tr("Rows %1 to %2").arg(formatCount(window.top + 1), formatCount(window.top + m_model->rowCount()));
}

TextTable TimelinePage::chosenRow() const {
    return m_chosenRow ? eventTable({*m_chosenRow}) : TextTable{};
}

QString TimelinePage::chosenCell() const {
    const auto value = chosenValue();
    return value ? copyText(*value, ValueForm::Text) : QString();
}

std::optional<ShownValue> TimelinePage::chosenValue() const {
    if (const auto* value = m_isAtDetails && m_details->isVisible() ? m_details->chosenValue() : nullptr)
        return *value;
    const auto index = m_table->chosenIndex();
    if (!index.isValid())
        return {};
    const auto text = index.data(Qt::EditRole).toString();
    const auto title = m_model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    return ShownValue{.text = text,
                      .field = title.toStdString(),
                      .raw = RecordValue::ofText(withoutIsolates(text).toStdString()),
                      .term = m_model->termAt(index)};
}

QString TimelinePage::chosenJson() const {
    return m_chosenRow ? eventJson(*m_chosenRow) : QString();
}

} // namespace muniment
