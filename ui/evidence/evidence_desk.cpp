#include "ui/evidence/evidence_desk.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/export/export_strip.h"
#include "ui/forms/path_field.h"

#include <QClipboard>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QUrl>

namespace muniment {

namespace {

const QString kPath = QStringLiteral("path");

QString shown(const std::filesystem::path& file) {
    return isolated(plainText(file.string()));
}

} // namespace

EvidenceDesk::EvidenceDesk(const Workspace& workspace, ExportStrip* strip, QWidget* window, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_strip(strip),
      m_window(window),
      m_signing(new SealDesk(workspace, SealDesk::Purpose::Evidence, window, this)) {
    connect(strip, &ExportStrip::cancelChosen, this, &EvidenceDesk::cancel);
    connect(m_signing, &SealDesk::sealWanted, this, &EvidenceDesk::begin);
    connect(m_signing, &SealDesk::failed, this, [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
}

void EvidenceDesk::open(const ExportOffer& offer) {
    if (m_dialog && m_dialog->isVisible())
        return m_dialog->raise();
    if (isRunning())
        return emit said({Message::Kind::NotKnown, tr("A bundle is being made: wait for it, or cancel it."), {}, {}});
    m_question = std::get<EventList>(offer.list).question;
    m_dialog = new FormDialog(
        tr("Export Evidence…"),
        tr("%1 Each of them goes in as it was written, secret values too, with the proof that it stands in its log; "
           "whoever gets the bundle can check it without this program and without your servers.")
            .arg(offer.evidenceWords),
        tr("&Export and Sign"), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setMinimumWidth(560);
    m_path = new PathField(PathField::Kind::New, tr("Evidence bundle"), tr("Evidence bundles (*.zip);;All files (*)"),
                           QStringLiteral("zip"), m_dialog);
    m_dialog->addWidgetField(kPath, tr("Fil&e"), m_path);
    const auto name = QStringLiteral("%1-evidence-%2.zip")
                          .arg(QString::fromStdString(m_workspace.file().stem().string()),
                               QDate::currentDate().toString(Qt::ISODate));
    m_path->setPath(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name));
    connect(m_path, &PathField::pathChanged, m_dialog, &FormDialog::clearErrors);
    connect(m_dialog, &FormDialog::submitted, this, &EvidenceDesk::takeSubmitted);
    m_dialog->open();
    m_path->setFocus();
}

void EvidenceDesk::takeSubmitted() {
    m_target = m_path->path();
    std::error_code ignored;
    if (m_target.empty())
        return m_dialog->showError(kPath, tr("Name the file."));
    if (std::filesystem::exists(m_target, ignored))
        return m_dialog->showError(kPath, tr("This file is there already. Evidence does not replace anything."));
    if (!std::filesystem::is_directory(m_target.parent_path(), ignored))
        return m_dialog->showError(kPath, tr("There is no such folder."));
    m_dialog->accept();
    m_signing->begin();
}

void EvidenceDesk::begin(const IntegrityOrder& key) {
    if (isRunning())
        return;
    m_job = new EvidenceJob(
        writingOf({{m_workspace.file(), m_target, systemClock().now()}, m_question, key.place, key.mayMakeKey}), this);
    connect(m_job, &EvidenceJob::progressed, this,
            [this] { m_strip->setShare(m_job->progress().done, m_job->progress().timeLeft); });
    connect(m_job, &EvidenceJob::finished, this, &EvidenceDesk::takeFinished);
    connect(m_job, &EvidenceJob::failed, this, &EvidenceDesk::takeFailed);
    m_strip->begin(QString::fromStdString(m_target.filename().string()));
    emit runningChanged();
}

void EvidenceDesk::cancel() {
    if (m_job == nullptr)
        return;
    m_job->cancel();
    m_strip->setEnding();
}

std::optional<UnfinishedWork> EvidenceDesk::unfinished() const {
    if (!isRunning())
        return std::nullopt;
    return UnfinishedWork{tr("The evidence bundle %1 is being made.").arg(shown(m_target)),
                          tr("It is cancelled, and nothing is left of its file.")};
}

void EvidenceDesk::takeFinished(const EvidenceOutcome& outcome) {
    endJob();
    const auto& written = std::get<WrittenEvidence>(outcome);
    const QString key = QString::fromStdString(printVerifierKey(written.maker));
    const QString folder = QFileInfo(QString::fromStdString(written.file.string())).absolutePath();
    Message message{
        Message::Kind::Finished,
        tr("%1 events are in %2, signed as %3. Tell this key to whoever gets the bundle, by another way.")
            .arg(formatCount(static_cast<std::int64_t>(written.manifest.events)), shown(written.file), plainText(key)),
        tr("Copy Key"), [key] { QGuiApplication::clipboard()->setText(key); }};
    message.otherText = tr("Open Folder");
    message.other = [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); };
    emit said(message);
}

void EvidenceDesk::takeFailed(const Error& error) {
    endJob();
    if (SealDesk::isOfPassphrase(error))
        m_signing->takeRefused(error);
    else if (error.code == ErrorCode::Cancelled)
        emit said({Message::Kind::Done, tr("The export was cancelled. Nothing is left of its file."), {}, {}});
    else
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
}

void EvidenceDesk::endJob() {
    std::exchange(m_job, nullptr)->deleteLater();
    m_strip->end();
    emit runningChanged();
}

} // namespace muniment
