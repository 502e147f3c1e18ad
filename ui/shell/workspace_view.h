// An open workspace in the window: strip, navigation, pages, status line.
#pragma once

#include "models/items/entity_activity.h"
#include "models/items/workspace_queries.h"
#include "models/workspace/workspace.h"
#include "ui/access/access_wish.h"
#include "ui/actions/action_registry.h"
#include "ui/compromises/compromise_form.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/navigation.h"
#include "ui/shell/unfinished_work.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <deque>
#include <memory>
#include <vector>

class QStackedWidget;

namespace muniment {

class AccessPage;
class AnnotationActions;
class BulkDesk;
class ChangesPage;
class CommandDesk;
class CompromisesPage;
class EvidenceDesk;
class EvidenceLine;
class ExportDesk;
class ExportStrip;
class FindingsPage;
class IntakeRecordsPage;
class IntegrityPage;
class OpenedBundle;
class OrganizationsPage;
class OverviewPage;
class PageWidget;
class PlansPage;
class PolicyLine;
class QueueWatch;
class ReviewsPage;
class RegionsPage;
class ResourcesPage;
class SavedViews;
class SessionsPage;
class StaleLine;
class StatusLine;
class TakeBackActions;
class TeamsAndRolesPage;
class TimeBand;
class TimeMachine;
class TimelinePage;
class UndoDesk;
class UsersPage;
class WorkspaceStrip;

class WorkspaceView : public QWidget {
    Q_OBJECT
public:
    WorkspaceView(Workspace& workspace, ActionRegistry& actions, QWidget* parent);

    /// The workspace is what this bundle is read as; said before it is shown.
    void setEvidence(std::shared_ptr<const OpenedBundle> evidence);
    void goTo(Page page);
    /// To its page, with it chosen; nowhere when it has none.
    void goToEntity(const EntityRef& entity);
    /// To the page of access, with the question put.
    void askAccess(const AccessWish& wish);
    void goBack();
    void goForward();
    /// The zones of tenants are the workspace's, whatever `zone` knows of them.
    void setZone(const ClockZone& zone);
    void showDetails(bool isShown);
    /// Moves the column of the present list's current cell by one place.
    void moveColumn(bool isToRight);
    /// Another side of what is chosen, after the last the first again.
    void stepTab(bool isForward);
    /// Into the side of what is chosen, to its first row; from there back to the list.
    void focusDetails();
    /// Asks how the present list is to be exported.
    void exportList();
    /// Opens the menu of the present list's columns.
    void chooseColumns();
    /// Columns and panes of every list as they were at first.
    void resetLayout();
    [[nodiscard]] PageWidget& current() const;
    /// What would be cut short if the workspace were left now.
    [[nodiscard]] std::vector<UnfinishedWork> unfinished() const;

    [[nodiscard]] Page currentPage() const { return m_page; }

    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

    [[nodiscard]] OverviewPage* overview() const { return m_overview; }

    [[nodiscard]] TimelinePage* timeline() const { return m_timeline; }

    [[nodiscard]] OrganizationsPage* organizations() const { return m_organizations; }

    [[nodiscard]] UsersPage* users() const { return m_users; }

    [[nodiscard]] TeamsAndRolesPage* teamsAndRoles() const { return m_teamsAndRoles; }

    [[nodiscard]] ResourcesPage* resources() const { return m_resources; }

    [[nodiscard]] AccessPage* access() const { return m_access; }

    [[nodiscard]] SessionsPage* sessions() const { return m_sessions; }

    [[nodiscard]] PlansPage* plans() const { return m_plans; }

    [[nodiscard]] ReviewsPage* reviews() const { return m_reviews; }

    [[nodiscard]] FindingsPage* findings() const { return m_findings; }

    [[nodiscard]] CompromisesPage* compromises() const { return m_compromises; }

    [[nodiscard]] ChangesPage* changes() const { return m_changes; }

    [[nodiscard]] IntakeRecordsPage* intake() const { return m_intake; }

    [[nodiscard]] RegionsPage* regions() const { return m_regions; }

    [[nodiscard]] IntegrityPage* integrity() const { return m_integrity; }

    [[nodiscard]] TimeMachine* time() const { return m_time; }

    [[nodiscard]] TimeBand* timeBand() const { return m_band; }

    [[nodiscard]] WorkspaceStrip* strip() const { return m_strip; }

    [[nodiscard]] StatusLine* statusLine() const { return m_status; }

    [[nodiscard]] ExportDesk* exports() const { return m_exports; }

    [[nodiscard]] ExportStrip* exportStrip() const { return m_exportStrip; }

    [[nodiscard]] BulkDesk* bulk() const { return m_bulk; }

    [[nodiscard]] Navigation* navigation() const { return m_navigation; }

    [[nodiscard]] SavedViews* savedViews() const { return m_savedViews; }

    [[nodiscard]] AnnotationActions* annotations() const { return m_annotations; }

    [[nodiscard]] UndoDesk* undo() const { return m_undo; }

    [[nodiscard]] MessageBar* messages() const { return m_messages; }

    [[nodiscard]] PolicyLine* policyLine() const { return m_policy; }

    [[nodiscard]] EvidenceLine* evidenceLine() const { return m_evidence; }

    [[nodiscard]] EvidenceDesk* evidence() const { return m_evidenceDesk; }

    /// While a bundle is made.
    [[nodiscard]] ExportStrip* evidenceStrip() const { return m_evidenceStrip; }

    /// Over the page: of which regions what it shows is not fresh.
    [[nodiscard]] StaleLine* stale() const { return m_stale; }

signals:
    void findChosen();
    void zoneWanted(const QPoint& place);
    void unfinishedChanged();
    /// A region's follower found that what is held of an organization has to go: duePurges() of the regions.
    void purgeDue();
    void dataOnDiskChosen();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What Back and Forward go through.
    struct Place {
        Page page;
        QString within; ///< as the page names it
    };

    [[nodiscard]] Place place() const;
    void returnTo(std::vector<Place>& from, std::vector<Place>& to);
    void connectWorkspace();
    void takeBatch(const AppliedBatch& batch);
    void takeSettings();
    void takeCounts(const Result<WorkspaceCounts>& counts);
    void updateRegions();
    void updateStale();
    void updateJob();
    void takePause();
    void takeRebuild(const RebuildStatus& status);
    void updateChanges();
    void updateRate();
    void updateHistoryActions();
    void updateExportAction();
    void connectBulk();
    void connectCompromises();
    void takeCompromises();
    void connectIntegrity();
    void connectEvidence();
    void exportEvidence();
    [[nodiscard]] CompromiseProposal compromiseProposal() const;
    void openBulk();
    void connectTime();
    void takeMoment();
    void reloadMoment();
    void updateTimeWords();
    void openTimePanel();
    void openWhatChanged();
    void showPage(Page page);

    Workspace& m_workspace;
    ActionRegistry& m_actions;
    TimeMachine* m_time;
    CommandDesk* m_desk;
    QueueWatch* m_queue;
    UndoDesk* m_undo;
    WorkspaceStrip* m_strip;
    TimeBand* m_band;
    PolicyLine* m_policy;
    EvidenceLine* m_evidence; ///< hidden unless a bundle is open
    Navigation* m_navigation;
    QStackedWidget* m_stack;
    MessageBar* m_messages;
    StaleLine* m_stale;
    ExportStrip* m_exportStrip;
    ExportDesk* m_exports;
    ExportStrip* m_evidenceStrip;
    EvidenceDesk* m_evidenceDesk;
    BulkDesk* m_bulk;
    StatusLine* m_status;
    OverviewPage* m_overview;
    TimelinePage* m_timeline;
    OrganizationsPage* m_organizations;
    UsersPage* m_users;
    TeamsAndRolesPage* m_teamsAndRoles;
    ResourcesPage* m_resources;
    AccessPage* m_access;
    SessionsPage* m_sessions;
    PlansPage* m_plans;
    ReviewsPage* m_reviews;
    FindingsPage* m_findings;
    CompromisesPage* m_compromises;
    ChangesPage* m_changes;
    IntakeRecordsPage* m_intake;
    RegionsPage* m_regions;
    IntegrityPage* m_integrity;
    SavedViews* m_savedViews;
    AnnotationActions* m_annotations;
    TakeBackActions* m_takeBack;
    std::array<PageWidget*, kPageCount> m_pages{};
    RequestSlot<std::optional<Moment>, WorkspaceCounts> m_counts;
    QTimer m_tick;
    QTimer m_countSoon;
    std::deque<std::pair<qint64, std::int64_t>> m_recent; ///< millisecond, events
    QElapsedTimer m_clock;
    std::vector<Place> m_back;
    std::vector<Place> m_forward;
    Page m_page = Page::Timeline;
    ClockZone m_zone; ///< with the zones of tenants as the workspace has them
    bool m_isFollowing = true;
    bool m_isPaused = false; ///< the file cannot be written just now
    bool m_isCounted = true; ///< the last counting did not fail
};

} // namespace muniment
