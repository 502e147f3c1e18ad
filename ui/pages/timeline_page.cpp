#include "ui/pages/timeline_page.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "models/items/workspace_queries.h"
#include "ui/annotations/mark_strip.h"
#include "ui/charts/facet_panel.h"
#include "ui/charts/timeline_histogram.h"
#include "ui/colours/row_colours.h"
#include "ui/details/event_details_pane.h"
#include "ui/filter/filter_bar.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/timeline_actions.h"
#include "ui/pages/timeline_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace muniment {

namespace {

constexpr qsizetype kMostChipCharacters = 48;

QString chipText(const std::string& chip) {
    const QString text = plainText(chip);
    return text.size() > kMostChipCharacters ? text.left(kMostChipCharacters - 1) + QStringLiteral("…") : text;
}

/// The condition to take away: one that matches nothing at all, else the one without which most would match.
std::size_t culpritOf(const std::vector<EmptyReason>& reasons) {
    const auto none = std::ranges::find(reasons, 0, &EmptyReason::alone);
    const auto found = none != reasons.end() ? none : std::ranges::max_element(reasons, {}, &EmptyReason::without);
    return static_cast<std::size_t>(found - reasons.begin());
}

} // namespace

TimelinePage::TimelinePage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_matches(std::make_shared<MatchCache>()),
      m_model(new TimelineModel(askTimeline(context.workspace, m_matches), this)),
      m_filter(new FilterBar(askCompletions(context.workspace), this, this)),
      m_table(new TimelineTable(m_model, this)),
      m_marks(new MarkStrip(askAnnotationMarks(context.workspace, m_matches), m_model, m_table->scrollBar(), m_table)),
      m_details(new EventDetailsPane(context, this)),
      m_histogram(new TimelineHistogram(askHistogram(context.workspace, m_matches), this)),
      m_facets(new FacetPanel(askFacets(context.workspace, m_matches), this)),
      m_splitter(new KeptSplitter("timeline/panes", {160, 720, 320}, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_noMatch(new EmptyPlace(this)),
      m_export(makeButton(this)),
      m_live(makeButton(this)),
      m_actions(new TimelineActions(context, this)),
      m_colours(new RowColours(context, m_model, this)),
      m_reasons(this, askEmptyReasons(context.workspace),
                [this](const TimelineQuestion& question, Result<std::vector<EmptyReason>> reasons) {
                    takeReasons(question, std::move(reasons));
                }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, 12);
    layout->setSpacing(kGrid);
    m_filter->addButton(m_export);
    m_filter->addButton(m_live);
    layout->addWidget(m_filter);
    layout->addWidget(m_histogram);

    auto* card = makeCard(this, 1);
    for (QWidget* place :
         {static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_noMatch), static_cast<QWidget*>(m_table)})
        m_stack->addWidget(place);
    card->layout()->addWidget(m_stack);
    m_splitter->addWidget(m_facets);
    m_splitter->addWidget(card);
    m_splitter->addWidget(m_details);
    m_splitter->restore();
    layout->addWidget(m_splitter, 1);
    m_table->addStrip(m_marks);
    m_stack->setCurrentWidget(m_table);
    m_table->view()->setContextMenuPolicy(Qt::CustomContextMenu);
    connectParts();
    showFilter({});
    retranslate();
}

void TimelinePage::connectParts() {
    connect(m_model, &TimelineModel::windowChanged, this, &TimelinePage::takeWindow);
    connect(m_model, &TimelineModel::followingChanged, this, &TimelinePage::takeWindow);
    connect(m_model, &TimelineModel::jumped, m_table, &TimelineTable::choose);
    connect(m_model, &TimelineModel::missed, this, &TimelinePage::takeMissed);
    const auto sayFailure = [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    };
    connect(m_model, &TimelineModel::failed, this, sayFailure);
    connect(m_histogram, &TimelineHistogram::failed, this, sayFailure);
    connect(m_facets, &FacetPanel::failed, this, sayFailure);
    connect(m_marks, &MarkStrip::failed, this, sayFailure);
    connect(m_marks, &MarkStrip::eventWanted, this, &TimelinePage::goToEvent);
    connect(&context().workspace, &Workspace::annotationsChanged, this, &TimelinePage::takeAnnotations);
    connect(m_histogram, &TimelineHistogram::rangeChosen, this,
            [this](const TimeLimits& limits) { applyFilter(withTimeLimits(m_model->filter(), limits)); });
    connect(m_facets, &FacetPanel::termChosen, this,
            [this](const FilterTerm& term, JoinAs how) { applyFilter(joined(m_model->filter(), how, term)); });
    const auto& actions = context().actions;
    connect(actions.action(ActionId::ToggleHistogram), &QAction::toggled, m_histogram, &QWidget::setVisible);
    connect(actions.action(ActionId::ToggleFacets), &QAction::toggled, m_facets, &QWidget::setVisible);
    m_histogram->setVisible(actions.action(ActionId::ToggleHistogram)->isChecked());
    m_facets->setVisible(actions.action(ActionId::ToggleFacets)->isChecked());
    connect(m_filter, &FilterBar::filterChosen, this, &TimelinePage::applyFilter);
    connect(m_filter, &FilterBar::leaving, this, &TimelinePage::focusList);
    connect(m_filter, &FilterBar::saveChosen, context().actions.action(ActionId::SaveView), &QAction::trigger);
    connect(m_colours, &RowColours::said, this, &TimelinePage::said);
    connect(m_table, &TimelineTable::chosenChanged, this, &TimelinePage::takeChosen);
    connect(m_table, &TimelineTable::detailsWanted, context().actions.action(ActionId::ToggleDetails),
            &QAction::toggle);
    connect(m_table->view(), &QWidget::customContextMenuRequested, this, &TimelinePage::openMenu);
    connect(m_details, &EventDetailsPane::eventWanted, this, &TimelinePage::goToEvent);
    connect(m_details, &EventDetailsPane::columnWanted, m_table, &TimelineTable::addPayloadColumn);
    connect(m_details, &EventDetailsPane::said, this, &TimelinePage::said);
    connect(qApp, &QApplication::focusChanged, this, &TimelinePage::takeFocus);
    connect(m_export, &QPushButton::clicked, context().actions.action(ActionId::ExportList), &QAction::trigger);
    connect(m_live, &QPushButton::clicked, this, [this] {
        m_model->isFollowing() ? m_model->hold() : m_model->follow();
        focusList();
    });
    connect(m_empty, &EmptyPlace::actionChosen, &context().workspace, &Workspace::syncNow);
    connect(m_noMatch, &EmptyPlace::actionChosen, this,
            [this] { applyFilter(withoutChip(m_model->filter(), m_removable)); });
}

void TimelinePage::retranslate() {
    setAccessibleName(tr("Timeline"));
    m_empty->say(tr("No events yet"),
                 tr("Nothing has arrived from the regions so far. The chips above say how each region stands."),
                 tr("Sync Now"));
    sayNothingMatches(m_emptiedBy);
    setButtonText(m_export, tr("Export…"));
    m_export->setToolTip(tr("Write what is found into a file, as CSV or JSON lines"));
    m_model->retranslate();
    takeWindow();
}

void TimelinePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

void TimelinePage::applyFilter(const FilterNode& filter) {
    const bool isOther = filter != m_model->filter();
    if (isOther)
        emit placeLeft(place());
    showFilter(filter);
    if (m_filter->edit()->hasFocus())
        focusList();
}

void TimelinePage::showFilter(const FilterNode& filter) {
    m_emptiedBy.clear();
    m_reasons.drop();
    m_model->setFilter(filter);
    m_filter->setFilter(filter);
    const TimelineQuestion question{.filter = filter, .asOf = {}, .now = systemClock().now()};
    m_histogram->setQuestion(question);
    m_facets->setQuestion(question);
    takeWindow();
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
    if (isEmpty && isFiltered && m_emptiedBy.empty() && !m_reasons.isRunning())
        m_reasons.request({.filter = m_model->filter(), .asOf = {}, .now = systemClock().now()});
    if (!isEmpty)
        m_emptiedBy.clear();
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
    emit shownTextChanged();
}

void TimelinePage::takeReasons(const TimelineQuestion& question, Result<std::vector<EmptyReason>> reasons) {
    if (question.filter != m_model->filter())
        return;
    if (!reasons) {
        if (reasons.error().code != ErrorCode::Cancelled)
            emit said({Message::Kind::Failed, errorSentence(reasons.error()), {}, {}});
        return;
    }
    m_emptiedBy = std::move(*reasons);
    sayNothingMatches(m_emptiedBy);
}

void TimelinePage::sayNothingMatches(const std::vector<EmptyReason>& reasons) {
    const auto title = tr("No event matches");
    if (reasons.empty())
        return m_noMatch->say(title, tr("Looking for the condition that leaves nothing."));
    m_removable = culpritOf(reasons);
    const auto& reason = reasons[m_removable];
    const auto text = isolated(chipText(reason.chip));
    const auto without = formatCount(reason.without);
    m_noMatch->say(
        title,
        reason.alone == 0
            ? tr("“%1” alone matches nothing in this file; without it %2 events would match.").arg(text, without)
            : tr("Each condition alone matches something, all together nothing. Without “%1” it would be %2 "
                 "events.")
                  .arg(text, without),
        tr("Take Away “%1”").arg(chipText(reason.chip)).replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void TimelinePage::takeMissed(EventNumber number) {
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
        m_chosenRow = *found;
        m_details->showRow(*found);
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

void TimelinePage::setZone(ClockZone zone) {
    m_model->setZone(zone);
    m_details->setZone(zone);
    m_filter->setZone(zone);
    m_histogram->setZone(zone);
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
