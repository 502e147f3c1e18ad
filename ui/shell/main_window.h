// The window: menus, and in its middle either the start page or an open workspace.
#pragma once

#include "models/items/evidence_job.h"
#include "models/workspace/policy_run.h"
#include "models/workspace/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/navigation.h"

#include <QMainWindow>
#include <QPointer>

#include <filesystem>
#include <functional>
#include <memory>

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace muniment {

class ActionRegistry;
struct CourierWish;
class Language;
class LeaveQuestion;
class Look;
struct OpenedWorkspace;
class NewWorkspaceDialog;
class OpeningPlace;
class PasswordPrompt;
class StartPage;
class WorkspaceFiles;
class WorkspaceView;
class ZoneMenu;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Look& look, Language& language);
    ~MainWindow() override;

    /// Opens and follows, in a while; a file that another process writes is opened for reading. A bundle is checked
    /// and opened for reading. A failure is said in the window.
    void openFile(const std::filesystem::path& file);
    /// An evidence bundle; when anybody is `trusted`, it has to be signed by them.
    void openBundle(const std::filesystem::path& bundle, const std::vector<VerifierKey>& trusted);
    /// Closes the open file, has it written anew under a policy and opens it again where the person was.
    void changePolicy(const PolicyChange& change);
    /// Without a question, whatever is not finished.
    void closeWorkspace();

    [[nodiscard]] ActionRegistry& actions() const { return *m_actions; }

    /// nullptr while the start page is shown.
    [[nodiscard]] WorkspaceView* view() const { return m_view; }

    [[nodiscard]] MessageBar* startMessages() const { return m_startMessages; }

    [[nodiscard]] StartPage* startPage() const { return m_start; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Carries out `leave` at once, or when the person leaves what is not finished in the open workspace.
    void leaveThen(const std::function<void()>& leave);
    void makeMenus();
    void makeChoiceMenus();
    void connectActions();
    void connectCopying();
    void retranslate();
    void takeOpened(Result<OpenedWorkspace> opened, OpenedBundlePointer evidence);
    void adopt(std::unique_ptr<Workspace> workspace, OpenedBundlePointer evidence = {});
    /// While nothing is open; one of the two is called when it has ended.
    void workOnBundle(EvidenceWork work, std::function<void(const EvidenceOutcome&)> done,
                      std::function<void(const Error&)> failed);
    void askForCourier(const CourierWish& wish);
    /// Closes what is open; what the courier has brought is opened, or what was open before.
    void importCourierBundle(const CourierWish& wish);
    void takeRefusedCourier(const Error& error, const CourierWish& wish, const std::filesystem::path& before);
    void endBundleWork();
    /// What the person has open: the workspace's file, or the bundle.
    [[nodiscard]] std::filesystem::path openedFile() const;
    void editSettings();
    void openDataOnDisk();
    void openServers();
    /// What an organization's move made due, as soon as nothing would be cut short.
    void takeDuePurges();
    void newWorkspace();
    void chooseFile();
    void openDemo();
    void openPalette();
    void fillRecent();

    Look& m_look;
    Language& m_language;
    ActionRegistry* m_actions;
    PasswordPrompt* m_passwords;
    QStackedWidget* m_stack;
    QWidget* m_startPlace;
    StartPage* m_start;
    MessageBar* m_startMessages;
    OpeningPlace* m_opening;
    QMenu* m_recentMenu;
    QMenu* m_lookMenu;
    QMenu* m_languageMenu;
    ZoneMenu* m_zoneMenu;
    QActionGroup* m_lookChoices;
    std::unique_ptr<WorkspaceFiles> m_files; ///< waits for workers, which may ask m_passwords: goes before it
    std::unique_ptr<Workspace> m_workspace;
    OpenedBundlePointer m_evidence; ///< what m_workspace reads, unless it is a workspace's file
    EvidenceJob* m_bundleJob = nullptr;
    WorkspaceView* m_view = nullptr;
    QPointer<LeaveQuestion> m_leaveQuestion;

    /// What the next file that is opened begins with.
    struct Beginning {
        std::optional<Page> page;
        std::optional<Message> message;
    };

    Beginning m_beginning;
    /// A purge that was due could not be done: it waits until the person says so, or the program begins anew.
    bool m_isPurgeHeld = false;
};

} // namespace muniment
