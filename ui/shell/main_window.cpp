#include "ui/shell/main_window.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/time_machine.h"
#include "models/items/workspace_queries.h"
#include "ui/actions/action_registry.h"
#include "ui/actions/cheat_sheet.h"
#include "ui/actions/command_palette.h"
#include "ui/evidence/courier_dialog.h"
#include "ui/look/language.h"
#include "ui/look/look.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/teams_and_roles_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/leave_question.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/new_workspace_dialog.h"
#include "ui/start/opening_place.h"
#include "ui/start/password_prompt.h"
#include "ui/start/start_page.h"
#include "ui/start/workspace_files.h"
#include "ui/start/workspace_settings_dialog.h"
#include "ui/zones/zone_menu.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace muniment {

namespace {

constexpr const char* kGeometryKey = "window/geometry1";
/// Panes that can be hidden, and where it is kept whether they are.
constexpr std::pair<ActionId, const char*> kPanes[]{{ActionId::ToggleDetails, "window/details"},
                                                    {ActionId::ToggleHistogram, "window/histogram"},
                                                    {ActionId::ToggleFacets, "window/facets"}};

} // namespace

MainWindow::MainWindow(Look& look, Language& language)
    : m_look(look),
      m_language(language),
      m_actions(new ActionRegistry(this)),
      m_passwords(new PasswordPrompt(this)),
      m_stack(new QStackedWidget(this)),
      m_startPlace(new QWidget(this)),
      m_start(nullptr),
      m_startMessages(nullptr),
      m_opening(new OpeningPlace(this)),
      m_recentMenu(new QMenu(this)),
      m_lookMenu(new QMenu(this)),
      m_languageMenu(new QMenu(this)),
      m_zoneMenu(new ZoneMenu(this)),
      m_lookChoices(new QActionGroup(this)),
      m_files(std::make_unique<WorkspaceFiles>(nullptr)) {
    auto* layout = new QVBoxLayout(m_startPlace);
    layout->setContentsMargins(12, 12, 12, 12);
    m_startMessages = new MessageBar(m_startPlace);
    m_start = new StartPage(*m_actions, m_startPlace);
    layout->addWidget(m_startMessages);
    layout->addWidget(m_start, 1);
    m_stack->addWidget(m_startPlace);
    m_stack->addWidget(m_opening);
    setCentralWidget(m_stack);
    connect(m_start, &StartPage::fileChosen, this,
            [this](const QString& file) { openFile(std::filesystem::path(file.toStdString())); });
    connect(m_opening, &OpeningPlace::cancelChosen, this, [this] {
        if (m_bundleJob != nullptr)
            m_bundleJob->cancel();
        else if (m_beginning.page) // the file that is written anew is opened again, as it was
            m_files->cancelPolicy();
        else
            closeWorkspace();
    });

    const QSettings settings;
    for (const auto& [id, key] : kPanes)
        m_actions->action(id)->setChecked(settings.value(QLatin1String(key), true).toBool());
    makeChoiceMenus();
    makeMenus();
    connectActions();
    connectCopying();
    setAcceptDrops(true);
    resize(1360, 840);
    restoreGeometry(settings.value(QLatin1String(kGeometryKey)).toByteArray());
    fillRecent();
    retranslate();
}

MainWindow::~MainWindow() {
    closeWorkspace();
}

void MainWindow::makeMenus() {
    m_actions->fillMenuBar(menuBar(),
                           {{MenuId::File, {m_recentMenu}}, {MenuId::View, {m_zoneMenu, m_lookMenu, m_languageMenu}}});
}

void MainWindow::makeChoiceMenus() {
    for (const auto appearance : {Appearance::System, Appearance::Light, Appearance::Dark}) {
        auto* choice = m_lookMenu->addAction(QString());
        choice->setCheckable(true);
        choice->setChecked(m_look.appearance() == appearance);
        m_lookChoices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, appearance] { m_look.setAppearance(appearance); });
    }
    auto* languages = new QActionGroup(this);
    for (const auto& [code, name] : Language::choices()) {
        auto* choice = m_languageMenu->addAction(name);
        choice->setCheckable(true);
        choice->setChecked(QLocale().name().startsWith(code));
        languages->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, code = code] { m_language.choose(code); });
    }
}

void MainWindow::connectActions() {
    const auto on = [this](ActionId id, auto carryOut) {
        connect(m_actions->action(id), &QAction::triggered, this, carryOut);
    };
    on(ActionId::NewWorkspace, [this] { leaveThen([this] { newWorkspace(); }); });
    on(ActionId::OpenWorkspace, [this] { chooseFile(); });
    on(ActionId::OpenDemo, [this] { openDemo(); });
    on(ActionId::ImportCourier, [this] { askForCourier({{}, m_view != nullptr ? openedFile() : "", {}}); });
    on(ActionId::WorkspaceSettings, [this] { editSettings(); });
    on(ActionId::DataOnDisk, [this] { openDataOnDisk(); });
    on(ActionId::ServersAndPlacement, [this] { openServers(); });
    on(ActionId::CloseWorkspace, [this] { leaveThen([this] { closeWorkspace(); }); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Find, [this] { m_view->current().find(); });
    on(ActionId::SyncNow, [this] { m_workspace->syncNow(); });
    on(ActionId::FindAnything, [this] { openPalette(); });
    on(ActionId::ShowShortcuts, [this] { (new CheatSheet(*m_actions, this))->open(); });
    on(ActionId::About, [this] { (new AboutDialog(this))->open(); });
    on(ActionId::ExportList, [this] { m_view->exportList(); });
    on(ActionId::ChooseColumns, [this] { m_view->chooseColumns(); });
    on(ActionId::MoveColumnLeft, [this] { m_view->moveColumn(false); });
    on(ActionId::MoveColumnRight, [this] { m_view->moveColumn(true); });
    on(ActionId::NextTab, [this] { m_view->stepTab(true); });
    on(ActionId::PreviousTab, [this] { m_view->stepTab(false); });
    on(ActionId::FocusDetails, [this] { m_view->focusDetails(); });
    on(ActionId::ResetLayout, [this] { m_view->resetLayout(); });
    on(ActionId::GoBack, [this] { m_view->goBack(); });
    on(ActionId::GoForward, [this] { m_view->goForward(); });
    const std::pair<ActionId, Page> places[]{{ActionId::GoOverview, Page::Overview},
                                             {ActionId::GoTimeline, Page::Timeline},
                                             {ActionId::GoOrganizations, Page::Organizations},
                                             {ActionId::GoUsers, Page::Users},
                                             {ActionId::GoTeams, Page::TeamsAndRoles},
                                             {ActionId::GoRoles, Page::TeamsAndRoles},
                                             {ActionId::GoResources, Page::Resources},
                                             {ActionId::GoAccess, Page::Access},
                                             {ActionId::GoSessions, Page::Sessions},
                                             {ActionId::GoPlans, Page::Plans},
                                             {ActionId::GoReviews, Page::Reviews},
                                             {ActionId::GoFindings, Page::Findings},
                                             {ActionId::GoCompromises, Page::Compromises},
                                             {ActionId::GoChanges, Page::Changes},
                                             {ActionId::GoIntake, Page::Intake},
                                             {ActionId::GoRegions, Page::Regions},
                                             {ActionId::GoIntegrity, Page::Integrity},
                                             {ActionId::FollowNewest, Page::Timeline}};
    // The list that is meant is there before the page is gone to.
    on(ActionId::GoTeams, [this] { m_view->teamsAndRoles()->showTeams(); });
    on(ActionId::GoRoles, [this] { m_view->teamsAndRoles()->showRoles(); });
    for (const auto& [id, page] : places)
        on(id, [this, page = page] {
            m_view->goTo(page);
            m_view->current().focusList();
        });
    on(ActionId::FollowNewest, [this] { m_view->timeline()->model()->follow(); });
    on(ActionId::FocusFilter, [this] {
        m_view->goTo(Page::Timeline);
        m_view->timeline()->focusFilter();
    });
    on(ActionId::NextZone, [this] { m_zoneMenu->chooseNext(); });
    connect(m_zoneMenu, &ZoneMenu::zoneChosen, this, [this](const ClockZone& zone) {
        if (m_view != nullptr)
            m_view->setZone(zone);
    });
    for (const auto& [id, key] : kPanes)
        connect(m_actions->action(id), &QAction::toggled, this,
                [key = key](bool isShown) { QSettings().setValue(QLatin1String(key), isShown); });
    connect(m_actions->action(ActionId::ToggleDetails), &QAction::toggled, this, [this](bool isShown) {
        if (m_view != nullptr)
            m_view->showDetails(isShown);
    });
}

void MainWindow::openFile(const std::filesystem::path& file) {
    closeWorkspace();
    m_startMessages->dismiss();
    m_passwords->reset();
    if (isBundle(file))
        return openBundle(file, {});
    m_opening->showFile(QString::fromStdString(file.filename().string()));
    m_stack->setCurrentWidget(m_opening);
    WorkspaceOptions options;
    options.secrets = m_passwords->secrets();
    m_files->open(file, options, [this](Result<OpenedWorkspace> opened) { takeOpened(std::move(opened), {}); });
}

void MainWindow::takeOpened(Result<OpenedWorkspace> opened, OpenedBundlePointer evidence) {
    if (!opened) {
        m_beginning = {};
        closeWorkspace();
        m_startMessages->say({Message::Kind::Failed, errorSentence(opened.error()), {}, {}});
        return;
    }
    const auto why = opened->readOnlyBecause;
    if (!opened->workspace->isReadOnly())
        opened->workspace->startFollowing();
    adopt(std::move(opened->workspace), std::move(evidence));
    if (why)
        m_view->messages()->say({Message::Kind::NotKnown,
                                 why->code == ErrorCode::FileInUse
                                     ? tr("Another process is writing this file: it is open here for reading only, and "
                                          "shows what the other one syncs.")
                                     : tr("The rights of this file forbid writing: it is open for reading only."),
                                 {},
                                 {}});
}

void MainWindow::adopt(std::unique_ptr<Workspace> workspace, OpenedBundlePointer evidence) {
    closeWorkspace();
    m_workspace = std::move(workspace);
    m_evidence = std::move(evidence);
    rememberFile(QString::fromStdString(std::filesystem::absolute(openedFile()).string()));
    fillRecent();
    m_actions->setMet(Needs::Workspace, true);
    m_actions->setMet(Needs::Writable, !m_workspace->isReadOnly());
    m_view = new WorkspaceView(*m_workspace, *m_actions, this);
    if (m_evidence)
        m_view->setEvidence(m_evidence);
    m_view->setZone(m_zoneMenu->zone());
    m_view->showDetails(m_actions->action(ActionId::ToggleDetails)->isChecked());
    connect(m_view, &WorkspaceView::findChosen, this, &MainWindow::openPalette);
    connect(m_view, &WorkspaceView::zoneWanted, this, [this](const QPoint& place) { m_zoneMenu->popup(place); });
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    connect(m_view, &WorkspaceView::purgeDue, this, &MainWindow::takeDuePurges);
    connect(m_view, &WorkspaceView::unfinishedChanged, this, &MainWindow::takeDuePurges);
    connect(m_view, &WorkspaceView::dataOnDiskChosen, this, &MainWindow::openDataOnDisk);
    const Beginning beginning = std::exchange(m_beginning, {});
    if (beginning.page)
        m_view->goTo(*beginning.page);
    if (beginning.message)
        m_view->messages()->say(*beginning.message);
    m_view->current().focusList();
    retranslate();
}

void MainWindow::leaveThen(const std::function<void()>& leave) {
    if (m_view == nullptr || m_view->unfinished().empty())
        return leave();
    if (m_leaveQuestion && m_leaveQuestion->isVisible())
        return m_leaveQuestion->raise();
    m_leaveQuestion = new LeaveQuestion(*m_view, this);
    connect(m_leaveQuestion, &QDialog::accepted, this, leave);
    m_leaveQuestion->open();
}

void MainWindow::closeWorkspace() {
    m_files->cancel();
    endBundleWork();
    m_stack->setCurrentWidget(m_startPlace);
    if (m_view == nullptr)
        return;
    m_actions->forgetMet();
    // A worker that waits for a password would be waited for.
    m_passwords->cancelAll();
    {
        const std::unique_ptr<WorkspaceView> view(std::exchange(m_view, nullptr));
        m_stack->removeWidget(view.get());
    }
    m_files->close(std::move(m_workspace), std::exchange(m_evidence, nullptr));
    retranslate();
}

void MainWindow::editSettings() {
    auto* dialog = new WorkspaceSettingsDialog(*m_workspace, *m_passwords, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // It works on the workspace it was opened for.
    connect(m_view, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, m_view, [this] {
        m_view->messages()->say({Message::Kind::Done, tr("The workspace settings were applied."), {}, {}});
    });
    dialog->open();
}

void MainWindow::newWorkspace() {
    m_passwords->reset();
    auto* dialog = new NewWorkspaceDialog(*m_passwords, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (auto workspace = dialog->takeWorkspace())
            adopt(std::move(workspace));
    });
    dialog->open();
}

void MainWindow::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open Workspace or Evidence"), QString(),
                                   tr("Workspaces and evidence bundles (*.muniment *.zip);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        leaveThen([this, path = std::filesystem::path(file.toStdString())] { openFile(path); });
    });
    dialog->open();
}

void MainWindow::openDemo() {
    // The demo writes events of its own while it is looked at, and is a process of its own therefore.
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("demo")}))
        m_startMessages->say({Message::Kind::Failed, tr("The demo could not be started."), {}, {}});
}

void MainWindow::openPalette() {
    auto* palette = new CommandPalette(*m_actions, m_workspace ? std::optional(askOptions(*m_workspace)) : std::nullopt,
                                       m_view != nullptr ? m_view->time()->asOf() : std::nullopt, this);
    connect(palette, &CommandPalette::entityChosen, this,
            [this](const EntityRef& entity) { m_view->goToEntity(entity); });
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, 96)));
    palette->show();
}

void MainWindow::fillRecent() {
    m_recentMenu->clear();
    const auto files = recentFiles();
    m_recentMenu->setEnabled(!files.isEmpty());
    m_start->setRecent(files);
    for (const auto& file : files) {
        auto* action = m_recentMenu->addAction(
            plainText(QDir::toNativeSeparators(file)).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, file] {
            leaveThen([this, path = std::filesystem::path(file.toStdString())] { openFile(path); });
        });
    }
}

void MainWindow::retranslate() {
    m_actions->retranslate();
    m_recentMenu->setTitle(tr("Open &Recent"));
    m_lookMenu->setTitle(tr("&Appearance"));
    m_languageMenu->setTitle(tr("&Language"));
    m_zoneMenu->retranslate();
    const QString names[]{tr("As the &System"), tr("&Light"), tr("&Dark")};
    for (int i = 0; i < 3; ++i)
        m_lookChoices->actions().at(i)->setText(names[i]);
    for (auto* menu : {m_recentMenu, m_lookMenu, m_languageMenu})
        menu->setAccessibleName(menu->title().remove(QLatin1Char('&')));
    menuBar()->setAccessibleName(tr("Main menu"));
    const QString name = QStringLiteral("Muniment");
    setWindowTitle(m_workspace ? QStringLiteral("%1 — %2").arg(plainText(openedFile().filename().string()), name)
                               : name);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_view != nullptr && !m_view->unfinished().empty()) {
        event->ignore();
        return leaveThen([this] {
            closeWorkspace();
            close();
        });
    }
    // The window goes from the screen at once; what has to be waited for is waited for by the destructor.
    QSettings().setValue(QLatin1String(kGeometryKey), saveGeometry());
    event->accept();
}

} // namespace muniment
