#include "ui/shell/workspace_view.h"

#include "models/access/live_access.h"
#include "models/items/error_sentence.h"
#include "models/items/overview_queries.h"
#include "models/items/plain_text.h"
#include "models/workspace/policy_run.h"
#include "ui/annotations/annotation_actions.h"
#include "ui/bulk/bulk_desk.h"
#include "ui/changes/changes_page.h"
#include "ui/evidence/evidence_desk.h"
#include "ui/evidence/evidence_line.h"
#include "ui/export/export_desk.h"
#include "ui/export/export_strip.h"
#include "ui/filter/saved_views.h"
#include "ui/pages/access_page.h"
#include "ui/pages/compromises_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/intake_records_page.h"
#include "ui/pages/integrity_page.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/regions_page.h"
#include "ui/pages/resources_page.h"
#include "ui/pages/reviews_page.h"
#include "ui/pages/roles_page.h"
#include "ui/pages/sessions_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/teams_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/plans/take_back_actions.h"
#include "ui/residency/policy_line.h"
#include "ui/shell/command_desk.h"
#include "ui/shell/queue_watch.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/time/time_band.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/stale_line.h"
#include "ui/widgets/table_columns.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace muniment {

static constexpr int kTickMillis = 1000;
static constexpr int kCountMillis = 400;
static constexpr qint64 kRateMillis = 5000;

WorkspaceView::WorkspaceView(Workspace& workspace, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_actions(actions),
      m_time(new TimeMachine(workspace, this)),
      m_desk(new CommandDesk(workspace, this)),
      m_queue(new QueueWatch(m_desk->changes(), this)),
      m_undo(new UndoDesk(actions, this)),
      m_strip(new WorkspaceStrip(this)),
      m_band(new TimeBand(*m_time, askHistogram(workspace), actions, this)),
      m_policy(new PolicyLine(workspace, this)),
      m_evidence(new EvidenceLine(this)),
      m_navigation(new Navigation(this)),
      m_stack(new QStackedWidget(this)),
      m_messages(new MessageBar(this)),
      m_stale(new StaleLine(this)),
      m_exportStrip(new ExportStrip(this)),
      m_exports(new ExportDesk(workspace, m_exportStrip, this, this)),
      m_evidenceStrip(new ExportStrip(this)),
      m_evidenceDesk(new EvidenceDesk(workspace, m_evidenceStrip, this, this)),
      m_bulk(new BulkDesk(workspace, actions, this, this)),
      m_status(new StatusLine(this)),
      m_counts(this, askCounts(workspace),
               [this](const std::optional<Moment>& asOf, const Result<WorkspaceCounts>& counts) {
                   if (asOf == m_time->asOf())
                       takeCounts(counts);
               }) {
    const PageContext context{workspace,
                              actions,
                              *m_desk,
                              *m_undo,
                              *m_time,
                              std::make_shared<LiveAccess>(),
                              std::make_shared<KeptReading>(workspace.file())};
    m_overview = new OverviewPage(context, this);
    m_timeline = new TimelinePage(context, this);
    m_organizations = new OrganizationsPage(context, this);
    const auto chosenOrg = [this] { return m_organizations->chosenOrg(); };
    m_users = new UsersPage(context, chosenOrg, this);
    m_teamsAndRoles = new TeamsAndRolesPage(context, chosenOrg, this);
    m_resources = new ResourcesPage(context, chosenOrg, this);
    m_access = new AccessPage(context, this);
    m_sessions = new SessionsPage(context, this);
    m_plans = new PlansPage(context, this);
    m_reviews = new ReviewsPage(context, chosenOrg, this);
    m_findings = new FindingsPage(context, this);
    m_compromises = new CompromisesPage(
        context, [this] { return compromiseProposal(); }, this);
    m_changes = new ChangesPage(context, this);
    m_intake = new IntakeRecordsPage(context, this);
    m_regions = new RegionsPage(context, this);
    m_integrity = new IntegrityPage(context, this);
    m_pages = {m_overview, m_timeline, m_organizations, m_users,    m_teamsAndRoles, m_resources,
               m_access,   m_sessions, m_plans,         m_reviews,  m_findings,      m_compromises,
               m_changes,  m_intake,   m_regions,       m_integrity};
    m_savedViews = new SavedViews(context, m_navigation, m_timeline, this);
    connect(m_savedViews, &SavedViews::said, m_messages, &MessageBar::say);
    connect(m_savedViews, &SavedViews::timelineWanted, this, [this] { goTo(Page::Timeline); });
    m_annotations = new AnnotationActions(context, m_timeline, this);
    connect(m_annotations, &AnnotationActions::said, m_messages, &MessageBar::say);
    connect(m_annotations, &AnnotationActions::timelineWanted, this, [this] { goTo(Page::Timeline); });
    m_takeBack = new TakeBackActions(context, m_timeline, this);
    connect(actions.action(ActionId::ShowFailedSignIns), &QAction::triggered, this, [this] {
        goTo(Page::Timeline);
        m_timeline->applyFilter(lockoutFilter());
        m_timeline->focusList();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_evidence);
    layout->addWidget(m_band);
    layout->addWidget(m_policy);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* messagePlace = new QVBoxLayout;
    messagePlace->setContentsMargins(12, 8, 12, 0);
    messagePlace->setSpacing(kGrid);
    messagePlace->addWidget(m_messages);
    messagePlace->addWidget(m_stale);
    column->addLayout(messagePlace);
    column->addWidget(m_stack, 1);
    middle->addLayout(column, 1);
    layout->addLayout(middle, 1);
    layout->addWidget(m_exportStrip);
    layout->addWidget(m_evidenceStrip);
    layout->addWidget(m_status);

    for (auto* page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &PageWidget::said, m_messages, &MessageBar::say);
        connect(page, &PageWidget::eventChosen, this, [this](EventNumber number) {
            goTo(Page::Timeline);
            m_timeline->goToEvent(number);
        });
        connect(page, &PageWidget::placeLeft, this, [this, page](const QString& within) {
            m_back.push_back({static_cast<Page>(std::ranges::find(m_pages, page) - m_pages.begin()), within});
            m_forward.clear();
            updateHistoryActions();
        });
        connect(page, &PageWidget::filterChosen, this, [this](const FilterNode& filter) {
            goTo(Page::Timeline);
            m_timeline->applyFilter(filter);
        });
        connect(page, &PageWidget::entityChosen, this, &WorkspaceView::goToEntity);
        connect(page, &PageWidget::exportWanted, m_exports, &ExportDesk::open);
        connect(page, &PageWidget::accessWanted, this, &WorkspaceView::askAccess);
        connect(page, &PageWidget::shownTextChanged, this, [this] {
            m_status->setShown(current().shownText());
            updateExportAction(); // an answer may have a list, or none
            updateStale();        // it may be limited to one region now
        });
    }
    connect(m_navigation, &Navigation::pageChosen, this, &WorkspaceView::goTo);
    connect(m_overview, &OverviewPage::countedSinceLastVisit, this,
            [this](std::int64_t events) { m_navigation->setCount(Page::Overview, events > 0 ? events : -1); });
    connect(m_strip, &WorkspaceStrip::retryChosen, &workspace, &Workspace::syncNow);
    connect(m_strip, &WorkspaceStrip::regionsChosen, this, [this] { goTo(Page::Regions); });
    connect(m_strip, &WorkspaceStrip::findChosen, this, &WorkspaceView::findChosen);
    connect(m_status, &StatusLine::zoneWanted, this, &WorkspaceView::zoneWanted);
    connectWorkspace();
    connectTime();

    const QFileInfo file(QString::fromStdString(workspace.file().string()));
    m_strip->setWorkspaceName(file.fileName(), file.absoluteFilePath());
    m_clock.start();
    showPage(Page::Timeline);
    updateRegions();
    updateJob();
    updateChanges();
    m_counts.request(m_time->asOf());
}

void WorkspaceView::connectWorkspace() {
    connect(&m_workspace, &Workspace::batchApplied, this, &WorkspaceView::takeBatch);
    connect(&m_workspace, &Workspace::regionChanged, this, &WorkspaceView::updateRegions);
    connect(&m_workspace, &Workspace::settingsChanged, this, &WorkspaceView::takeSettings);
    connect(&m_workspace, &Workspace::progressChanged, this, &WorkspaceView::updateJob);
    connect(&m_workspace, &Workspace::pauseChanged, this, &WorkspaceView::takePause);
    connect(&m_workspace, &Workspace::rebuildChanged, this, &WorkspaceView::takeRebuild);
    connect(m_status, &StatusLine::cancelChosen, this, [this] {
        m_isFollowing = false;
        m_workspace.stopFollowing();
        updateJob();
    });
    connect(m_status, &StatusLine::resumeChosen, this, [this] {
        m_isFollowing = true;
        m_workspace.startFollowing();
        updateJob();
    });
    connect(m_policy, &PolicyLine::detailsWanted, this, &WorkspaceView::dataOnDiskChosen);
    connect(m_desk, &CommandDesk::said, m_messages, &MessageBar::say);
    connect(m_queue, &QueueWatch::said, m_messages, &MessageBar::say);
    connect(m_queue, &QueueWatch::reviewWanted, m_changes, &ChangesPage::reviewQueued);
    connect(m_desk, &CommandDesk::changesWanted, this, [this] { goTo(Page::Changes); });
    connect(&m_desk->changes(), &ChangeSet::changed, this, &WorkspaceView::updateChanges);
    connect(m_intake, &IntakeRecordsPage::countChanged, this,
            [this](qint64 fresh) { m_navigation->setCount(Page::Intake, fresh > 0 ? fresh : -1, fresh > 0); });
    connect(m_exports, &ExportDesk::said, m_messages, &MessageBar::say);
    connect(m_exports, &ExportDesk::runningChanged, this, &WorkspaceView::updateExportAction);
    connect(m_exports, &ExportDesk::runningChanged, this, &WorkspaceView::unfinishedChanged);
    connectBulk();
    connectCompromises();
    connectIntegrity();
    connectEvidence();
    connect(m_desk, &CommandDesk::unansweredChanged, this, &WorkspaceView::unfinishedChanged);
    connect(m_desk, &CommandDesk::notKnownChanged, m_status, &StatusLine::setNotKnown);
    connect(m_desk, &CommandDesk::conflicted, this, [this] { current().reload(); });
    m_isFollowing = !m_workspace.isReadOnly();

    // Lag and known-through grow old without anything happening.
    m_tick.setInterval(kTickMillis);
    connect(&m_tick, &QTimer::timeout, this, &WorkspaceView::updateRegions);
    connect(&m_tick, &QTimer::timeout, this, &WorkspaceView::updateRate);
    m_tick.start();
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(kCountMillis);
    connect(&m_countSoon, &QTimer::timeout, this, [this] { m_counts.request(m_time->asOf()); });
}

void WorkspaceView::takeBatch(const AppliedBatch& batch) {
    m_recent.emplace_back(m_clock.elapsed(), batch.events);
    // What is shown of the past stands still.
    for (auto* page : m_pages)
        if (!m_time->isPast() || page->isOfNowOnly())
            page->takeBatch(batch);
    if (m_time->isPast())
        m_time->refresh();
    else if (!m_countSoon.isActive())
        m_countSoon.start();
}

void WorkspaceView::takeCounts(const Result<WorkspaceCounts>& counts) {
    m_status->setEvents(counts ? std::optional(counts->events) : std::nullopt);
    m_navigation->setCount(Page::Organizations, counts ? counts->organizations : -1);
    m_navigation->setCount(Page::Users, counts ? counts->users : -1);
    m_navigation->setCount(Page::TeamsAndRoles, counts ? counts->teams + counts->roles : -1);
    m_navigation->setCount(Page::Resources, counts ? counts->resources : -1);
    m_navigation->setCount(Page::Sessions, counts ? counts->sessions : -1);
    m_navigation->setCount(Page::Plans, counts ? counts->plans : -1);
    m_navigation->setCount(Page::Reviews, counts ? counts->openReviews : -1);
    // Said once, not with every batch.
    if (const bool wasCounted = std::exchange(m_isCounted, counts.has_value()); wasCounted && !counts)
        m_messages->say({Message::Kind::Failed, errorSentence(counts.error()), {}, {}});
}

std::vector<UnfinishedWork> WorkspaceView::unfinished() const {
    std::vector<UnfinishedWork> all;
    if (const int changes = m_desk->unanswered(); changes > 0)
        all.push_back({tr("%n change(s) sent and not answered yet.", nullptr, changes),
                       tr("You will not be told what came of it. What was written shows in the timeline after the next "
                          "sync; what has not reached its region by now is not sent again.")});
    if (m_desk->changes().isSending())
        all.push_back(
            {tr("Staged changes are being sent."),
             tr("Those that have not been sent stay staged, and are there when the workspace is opened again.")});
    if (m_exports->isRunning())
        all.push_back({tr("The export to %1 is running.").arg(isolated(plainText(m_exports->path()))),
                       tr("It is cancelled, and nothing is left of its file.")});
    if (const auto evidence = m_evidenceDesk->unfinished())
        all.push_back(*evidence);
    if (const auto bulk = m_bulk->unfinished())
        all.push_back(*bulk);
    return all;
}

void WorkspaceView::updateChanges() {
    const int open = m_desk->changes().open();
    m_navigation->setCount(Page::Changes, open == 0 ? -1 : open, open > 0);
    emit unfinishedChanged();
}

void WorkspaceView::updateRate() {
    const auto from = m_clock.elapsed() - kRateMillis;
    while (!m_recent.empty() && m_recent.front().first < from)
        m_recent.pop_front();
    std::int64_t events = 0;
    for (const auto& [when, count] : m_recent)
        events += count;
    m_status->setRate(static_cast<double>(events) * 1000 / static_cast<double>(kRateMillis),
                      m_isFollowing && !m_isPaused);
}

void WorkspaceView::updateJob() {
    m_status->setJob(m_workspace.progress(), m_workspace.pausedBy(), m_isFollowing || m_workspace.isReadOnly());
    updateRate();
}

void WorkspaceView::takePause() {
    const auto pausedBy = m_workspace.pausedBy();
    const bool wasPaused = std::exchange(m_isPaused, pausedBy.has_value());
    if (pausedBy)
        m_messages->say({Message::Kind::NotKnown, tr("Syncing is paused. %1").arg(errorSentence(*pausedBy)), {}, {}});
    else if (wasPaused)
        m_messages->say({Message::Kind::Done, tr("Syncing goes on: the file can be written again."), {}, {}});
    updateRegions();
    updateJob();
}

void WorkspaceView::takeRebuild(const RebuildStatus& status) {
    m_status->setRebuild(status);
    if (status.error)
        m_messages->say(
            {Message::Kind::Failed, tr("Rebuilding has failed. %1").arg(errorSentence(*status.error)), {}, {}});
    if (status.isFinished)
        m_timeline->reload(); // words may be found by now
}

PageWidget& WorkspaceView::current() const {
    return *m_pages[static_cast<std::size_t>(m_page)];
}

void WorkspaceView::exportList() {
    if (const auto offer = current().exportOffer())
        m_exports->open(*offer);
}

void WorkspaceView::updateExportAction() {
    QString objection;
    if (m_exports->isRunning())
        objection = tr("An export is running: wait for it, or cancel it.");
    else if (!current().isExportable())
        objection = tr("This page has no list to export.");
    m_actions.setObjection(ActionId::ExportList, objection);
}

void WorkspaceView::setZone(const ClockZone& zone) {
    const bool isPerTenant = zone.kind() == ClockZone::Kind::PerTenant;
    m_zone = isPerTenant ? ClockZone::perTenant(m_workspace.tenantZones()) : zone;
    for (auto* page : m_pages)
        page->setZone(m_zone);
    m_desk->setZone(m_zone);
    m_status->setZone(m_zone);
    m_band->setZone(m_zone);
    m_evidence->setZone(m_zone);
    updateTimeWords();
    updateRegions();
}

void WorkspaceView::showDetails(bool isShown) {
    for (auto* page : m_pages)
        page->showDetailsPane(isShown);
}

void WorkspaceView::takeSettings() {
    m_organizations->listRegions();
    m_organizations->takeZones();
    m_intake->takeSettings();
    if (m_zone.kind() == ClockZone::Kind::PerTenant && ClockZone::perTenant(m_workspace.tenantZones()) != m_zone)
        setZone(m_zone);
    updateRegions();
}

void WorkspaceView::resetLayout() {
    forgetLayouts();
    for (auto* splitter : findChildren<KeptSplitter*>())
        splitter->reset();
    for (auto* columns : findChildren<TableColumns*>())
        columns->reset();
}

void WorkspaceView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        updateRegions();
        updateJob();
        updateHistoryActions();
        updateExportAction();
        m_annotations->retranslate();
        m_takeBack->retranslate();
        m_undo->retranslate();
        m_bulk->retranslate();
        updateTimeWords();
        m_counts.request(m_time->asOf());
    }
    QWidget::changeEvent(event);
}

} // namespace muniment
