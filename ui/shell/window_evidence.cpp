// Bundles in the window: an evidence bundle is opened, dropped on it, or named by the command line; a courier's is
// taken into a file.
#include "models/integrity/bundle_check.h"
#include "models/items/error_sentence.h"
#include "models/items/evidence_words.h"
#include "ui/evidence/courier_dialog.h"
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
    const auto open = [this](const EvidenceOutcome& outcome) {
        const auto opened = std::get<OpenedBundlePointer>(outcome);
        WorkspaceOptions options;
        options.access = ReplicaAccess::ReadOnly;
        m_files->open(opened->file(), options,
                      [this, opened](Result<OpenedWorkspace> workspace) { takeOpened(std::move(workspace), opened); });
    };
    workOnBundle(openingOf(bundle, trusted, recentWorkspaces()), open, [this](const Error& error) {
        m_beginning = {};
        closeWorkspace();
        if (error.code != ErrorCode::Cancelled)
            m_startMessages->say({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
}

void MainWindow::askForCourier(const CourierWish& wish) {
    auto* dialog = new CourierDialog(wish, this);
    connect(dialog, &CourierDialog::wished, this,
            [this](const CourierWish& wished) { leaveThen([this, wished] { importCourierBundle(wished); }); });
    dialog->open();
}

void MainWindow::importCourierBundle(const CourierWish& wish) {
    const std::filesystem::path before = m_view != nullptr ? openedFile() : std::filesystem::path();
    closeWorkspace();
    m_startMessages->dismiss();
    m_opening->showCourier(QString::fromStdString(wish.bundle.filename().string()));
    m_stack->setCurrentWidget(m_opening);
    const auto show = [this, wish](const EvidenceOutcome& outcome) {
        openFile(wish.file);
        m_beginning = {{}, Message{Message::Kind::Finished, courierText(std::get<CourierImport>(outcome)), {}, {}}};
    };
    // The file may be the one that was open.
    m_files->afterClosing([this, wish, before, show] {
        workOnBundle(importOf(wish.bundle, wish.file, wish.trusted), show,
                     [this, wish, before](const Error& error) { takeRefusedCourier(error, wish, before); });
    });
}

void MainWindow::takeRefusedCourier(const Error& error, const CourierWish& wish, const std::filesystem::path& before) {
    Message message{Message::Kind::Failed, refusedCourierText(error, bundleKeys(wish.bundle)), tr("Try Again…"),
                    [this, wish] { askForCourier(wish); }};
    if (error.code == ErrorCode::Cancelled)
        message = {Message::Kind::Done, tr("The import was cancelled. Nothing was written."), {}, {}};
    closeWorkspace();
    if (before.empty())
        return m_startMessages->say(message);
    openFile(before);
    m_beginning = {{}, std::move(message)};
}

void MainWindow::workOnBundle(EvidenceWork work, std::function<void(const EvidenceOutcome&)> done,
                              std::function<void(const Error&)> failed) {
    m_stack->setCurrentWidget(m_opening);
    m_bundleJob = new EvidenceJob(std::move(work), this);
    connect(m_bundleJob, &EvidenceJob::progressed, this,
            [this] { m_opening->setProgress(m_bundleJob->progress().done); });
    connect(m_bundleJob, &EvidenceJob::finished, this, [this, done = std::move(done)](const EvidenceOutcome& outcome) {
        endBundleWork();
        done(outcome);
    });
    connect(m_bundleJob, &EvidenceJob::failed, this, [this, failed = std::move(failed)](const Error& error) {
        endBundleWork();
        failed(error);
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
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    leaveThen([this, path = std::filesystem::path(file.toStdString())] { openFile(path); });
}

} // namespace muniment
