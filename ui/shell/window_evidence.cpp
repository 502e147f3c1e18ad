// Bundles in the window: an evidence bundle is opened, dropped on it, or named by the command line.
#include "models/integrity/bundle_check.h"
#include "models/items/error_sentence.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/opening_place.h"
#include "ui/start/password_prompt.h"
#include "ui/start/start_page.h"
#include "ui/start/workspace_files.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

namespace muniment {

namespace {

std::vector<std::filesystem::path> recentWorkspaces() {
    std::vector<std::filesystem::path> files;
    for (const QString& file : recentFiles())
        files.emplace_back(file.toStdString());
    return files;
}

/// The one file that is dragged; empty: it is none, or several.
QString draggedFile(const QMimeData* data) {
    const auto urls = data->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

void MainWindow::openBundle(const std::filesystem::path& bundle, const std::vector<VerifierKey>& trusted) {
    closeWorkspace();
    m_startMessages->dismiss();
    m_opening->showBundle(QString::fromStdString(bundle.filename().string()));
    workOnBundle(openingOf(bundle, trusted, recentWorkspaces()), [this](const EvidenceOutcome& outcome) {
        const auto opened = std::get<OpenedBundlePointer>(outcome);
        WorkspaceOptions options;
        options.access = ReplicaAccess::ReadOnly;
        m_files->open(opened->file(), options,
                      [this, opened](Result<OpenedWorkspace> workspace) { takeOpened(std::move(workspace), opened); });
    });
}

void MainWindow::workOnBundle(EvidenceWork work, std::function<void(const EvidenceOutcome&)> done) {
    m_stack->setCurrentWidget(m_opening);
    m_bundleJob = new EvidenceJob(std::move(work), this);
    connect(m_bundleJob, &EvidenceJob::progressed, this,
            [this] { m_opening->setProgress(m_bundleJob->progress().done); });
    connect(m_bundleJob, &EvidenceJob::finished, this, [this, done = std::move(done)](const EvidenceOutcome& outcome) {
        endBundleWork();
        done(outcome);
    });
    connect(m_bundleJob, &EvidenceJob::failed, this, [this](const Error& error) {
        closeWorkspace();
        m_startMessages->say({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
}

void MainWindow::endBundleWork() {
    if (m_bundleJob == nullptr)
        return;
    m_bundleJob->disconnect(this);
    m_bundleJob->cancel();
    std::exchange(m_bundleJob, nullptr)->deleteLater();
}

std::filesystem::path MainWindow::openedFile() const {
    return m_evidence ? m_evidence->bundle() : m_workspace->file();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString file = draggedFile(event->mimeData());
    event->acceptProposedAction();
    leaveThen([this, path = std::filesystem::path(file.toStdString())] { openFile(path); });
}

} // namespace muniment
