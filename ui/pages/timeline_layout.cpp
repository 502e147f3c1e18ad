// How the timeline's page is put together, and which of its parts answers to which.
#include "models/items/error_sentence.h"
#include "models/items/time_machine.h"
#include "models/items/workspace_queries.h"
#include "ui/annotations/mark_strip.h"
#include "ui/charts/facet_panel.h"
#include "ui/charts/timeline_histogram.h"
#include "ui/colours/row_colours.h"
#include "ui/details/event_details_pane.h"
#include "ui/filter/filter_bar.h"
#include "ui/pages/nothing_matches.h"
#include "ui/pages/timeline_actions.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/search/search_bar.h"
#include "ui/search/timeline_search.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace muniment {

/// What could stand in a filter of the moment that the list shows.
static AskCompletions askCompletionsOf(const TimelineModel* model, AskCompletions ask) {
    return [model, ask = std::move(ask)](QObject* context, CompletionRequest request, auto done) {
        request.scope.asOf = model->asOf();
        return ask(context, std::move(request), std::move(done));
    };
}

TimelinePage::TimelinePage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_matches(std::make_shared<MatchCache>()),
      m_model(new TimelineModel(askTimeline(context.workspace, m_matches), this)),
      m_filter(new FilterBar(askCompletionsOf(m_model, askCompletions(context.workspace)), this, this)),
      m_table(new TimelineTable(m_model, TimelineColumnPlan::ofPage(), this)),
      m_marks(new MarkStrip(askAnnotationMarks(context.workspace, m_matches), m_model, m_table->scrollBar(), m_table)),
      m_search(new TimelineSearch(context, m_matches, m_model, m_table, this)),
      m_details(new EventDetailsPane(context, this)),
      m_histogram(new TimelineHistogram(askHistogram(context.workspace, m_matches), this)),
      m_facets(new FacetPanel(askFacets(context.workspace, m_matches), this)),
      m_splitter(new KeptSplitter("timeline/panes", {160, 720, 320}, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_noMatch(new NothingMatches(askEmptyReasons(context.workspace), this)),
      m_export(makeButton(this)),
      m_live(makeButton(this)),
      m_actions(new TimelineActions(context, this)),
      m_colours(new RowColours(context, m_model, this)) {
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
    card->layout()->addWidget(m_search->bar());
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
    connect(m_noMatch, &NothingMatches::failed, this, sayFailure);
    connect(m_marks, &MarkStrip::failed, this, sayFailure);
    connect(m_marks, &MarkStrip::eventWanted, this, &TimelinePage::goToEvent);
    connect(m_search, &TimelineSearch::eventWanted, this, &TimelinePage::goToEvent);
    connect(m_search, &TimelineSearch::filterWanted, this, &TimelinePage::applyFilter);
    connect(m_search, &TimelineSearch::closed, this, &TimelinePage::focusList);
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
    connect(m_empty, &EmptyPlace::actionChosen, this,
            [this] { m_asOf ? context().time.backToNow() : context().workspace.syncNow(); });
    connect(m_noMatch, &NothingMatches::filterWanted, this, &TimelinePage::applyFilter);
}

void TimelinePage::retranslate() {
    setAccessibleName(tr("Timeline"));
    sayEmpty();
    setButtonText(m_export, tr("Export…"));
    m_export->setToolTip(tr("Write what is found into a file, as CSV or JSON lines"));
    m_model->retranslate();
    takeWindow();
}

void TimelinePage::sayEmpty() {
    if (m_asOf)
        m_empty->say(tr("No event by this moment"),
                     tr("Nothing that this workspace knows of had happened at the moment that is shown."),
                     tr("Back to Now"));
    else
        m_empty->say(tr("No events yet"),
                     tr("Nothing has arrived from the regions so far. The chips above say how each region stands."),
                     tr("Sync Now"));
}

void TimelinePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

} // namespace muniment
