#include "ui/export/export_desk.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/export/export_dialog.h"
#include "ui/export/export_strip.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace muniment {

ExportDesk::ExportDesk(Workspace& workspace, ExportStrip* strip, QWidget* window, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_strip(strip),
      m_window(window) {
    connect(strip, &ExportStrip::cancelChosen, this, &ExportDesk::cancel);
}

void ExportDesk::open(const ExportOffer& offer) {
    if (isAsking())
        return m_dialog->raise();
    if (isRunning())
        return emit said({Message::Kind::NotKnown, tr("An export is running: wait for it, or cancel it."), {}, {}});
    const auto name = QString::fromStdString(m_workspace.file().stem().string());
    m_dialog = new ExportDialog(offer, name, m_window);
    connect(m_dialog, &FormDialog::submitted, this, &ExportDesk::start);
    connect(m_dialog, &QDialog::rejected, this, &ExportDesk::cancel);
    m_dialog->open();
}

bool ExportDesk::isAsking() const {
    return m_dialog && m_dialog->isVisible();
}

void ExportDesk::start() {
    auto request = m_dialog->request();
    if (request.settings.path.empty())
        return m_dialog->showPathError(tr("Name the file."));
    request.settings.path = std::filesystem::absolute(request.settings.path);
    request.source = m_workspace.file().filename().string();
    m_dialog->keepChoices();
    m_dialog->setStarting(true);
    m_job = new ExportJob(m_workspace, std::move(request), m_run, this);
    connect(m_job, &ExportJob::begun, this, [this] {
        if (isAsking())
            m_dialog->accept();
    });
    connect(m_job, &ExportJob::progressed, this, [this] { m_strip->setProgress(m_job->progress()); });
    connect(m_job, &ExportJob::finished, this, &ExportDesk::takeFinished);
    connect(m_job, &ExportJob::failed, this, &ExportDesk::takeFailed);
    m_strip->begin(QFileInfo(path()).fileName());
    emit runningChanged();
}

void ExportDesk::cancel() {
    if (m_job == nullptr)
        return;
    m_job->cancel();
    m_strip->setEnding();
}

QString ExportDesk::path() const {
    return QString::fromStdString(m_job->request().settings.path.string());
}

void ExportDesk::takeFinished(qint64 records) {
    const auto file = path();
    endJob();
    if (isAsking())
        m_dialog->accept();
    Message message{Message::Kind::Finished,
                    tr("%1 rows were exported to %2.").arg(formatCount(records), isolated(plainText(file))),
                    tr("Open Folder"),
                    [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); }};
    message.otherText = tr("Copy Path");
    message.other = [file] { QGuiApplication::clipboard()->setText(file); };
    emit said(message);
}

void ExportDesk::takeFailed(const Error& error) {
    endJob();
    if (error.code == ErrorCode::Cancelled)
        emit said({Message::Kind::Done, tr("The export was cancelled. Nothing is left of its file."), {}, {}});
    else if (isAsking())
        m_dialog->showPathError(errorSentence(error));
    else
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
}

void ExportDesk::endJob() {
    std::exchange(m_job, nullptr)->deleteLater();
    m_strip->end();
    if (isAsking())
        m_dialog->setStarting(false);
    emit runningChanged();
}

} // namespace muniment
