// The open file and what it may hold: the dialog, a change of policy, and what an organization's move makes due.
#include "models/items/clock_zone.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/policy_words.h"
#include "ui/export/export_desk.h"
#include "ui/residency/data_on_disk_dialog.h"
#include "ui/residency/servers_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/opening_place.h"
#include "ui/start/password_prompt.h"
#include "ui/start/workspace_files.h"
#include "ui/zones/zone_menu.h"

#include <QStackedWidget>

namespace muniment {

namespace {

constexpr std::chrono::seconds kPatience{10};

Message messageOf(const Result<PolicyNote>& note) {
    if (note)
        return {Message::Kind::Finished, policyNoteText(*note), {}, {}};
    if (note.error().code == ErrorCode::Cancelled)
        return {Message::Kind::Done,
                MainWindow::tr("The file is as it was: the change of its policy was cancelled."),
                {},
                {}};
    return {
        Message::Kind::Failed, MainWindow::tr("The file is as it was. %1").arg(errorSentence(note.error())), {}, {}};
}

} // namespace

void MainWindow::openDataOnDisk() {
    auto* dialog = new DataOnDiskDialog(*m_workspace, m_zoneMenu->zone(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_view, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const PolicyChange change = dialog->change();
        leaveThen([this, change] { changePolicy(change); });
    });
    dialog->open();
}

void MainWindow::openServers() {
    auto* dialog = new ServersDialog(*m_workspace, m_zoneMenu->zone(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_view, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &ServersDialog::exportWanted, m_view->exports(), &ExportDesk::open);
    dialog->open();
}

void MainWindow::changePolicy(const PolicyChange& change) {
    const std::filesystem::path file = m_workspace->file();
    m_beginning.page = m_view->currentPage();
    closeWorkspace();
    m_opening->showPolicyChange(QString::fromStdString(file.filename().string()));
    m_stack->setCurrentWidget(m_opening);
    SyncOptions options;
    options.secrets = m_passwords->secrets();
    options.patience = kPatience;
    m_files->changePolicy(
        file, change, options, [this](const PolicyProgress& progress) { m_opening->setProgress(progress); },
        [this, file, change](const Result<PolicyNote>& note) {
            const auto page = m_beginning.page;
            Message message = messageOf(note);
            m_isPurgeHeld = !note && !change.due.empty();
            if (m_isPurgeHeld) {
                message.actionText = tr("Try Again");
                message.action = [this] {
                    m_isPurgeHeld = false;
                    takeDuePurges();
                };
            }
            openFile(file);
            m_beginning = {page, std::move(message)};
        });
}

void MainWindow::takeDuePurges() {
    // Trying again by itself would close the file under the person's hands each time.
    if (m_isPurgeHeld || m_view == nullptr || m_workspace->isReadOnly() || !m_view->unfinished().empty())
        return;
    const auto due = duePurges(m_workspace->regions());
    if (due.empty())
        return;
    // Not from within what tells of it.
    QMetaObject::invokeMethod(
        this,
        [this, due, view = QPointer<WorkspaceView>(m_view)] {
            if (view && view == m_view)
                changePolicy({{}, due, {}});
        },
        Qt::QueuedConnection);
}

} // namespace muniment
