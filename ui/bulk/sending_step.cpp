#include "ui/bulk/sending_step.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/bulk/bulk_rows_view.h"
#include "ui/bulk/work_line.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>

namespace muniment {

using Show = BulkRowModel::Show;

static const QString kFolderKey = QStringLiteral("bulk/folder");

static QString counted(std::size_t count) {
    return formatCount(static_cast<std::int64_t>(count));
}

SendingStep::SendingStep(BulkJob& job, QWidget* parent)
    : BulkStep(parent),
      m_job(job),
      m_work(new WorkLine(this)),
      m_noteFrame(new QFrame(this)),
      m_note(makeLabel(m_noteFrame)),
      m_pause(makeButton(this)),
      m_cancel(makeButton(this)),
      m_save(makeButton(this)),
      m_timeline(makeButton(this)),
      m_rows(new BulkRowsView(job.rows(), "bulk/sending", {Show::All, Show::NotWritten}, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_work);
    setKind(m_noteFrame, "message");
    auto* noteLayout = new QHBoxLayout(m_noteFrame);
    noteLayout->setContentsMargins(12, kGrid, 12, kGrid);
    m_note->setWordWrap(true);
    noteLayout->addWidget(m_note);
    layout->addWidget(m_noteFrame);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    for (auto* button : {m_pause, m_cancel})
        row->addWidget(button);
    row->addStretch();
    for (auto* button : {m_save, m_timeline})
        row->addWidget(button);
    layout->addLayout(row);
    layout->addWidget(m_rows, 1);

    connect(m_pause, &QPushButton::clicked, this, &SendingStep::pauseOrResume);
    connect(m_cancel, &QPushButton::clicked, &job.sending(), &BulkSending::cancel);
    connect(m_save, &QPushButton::clicked, this, &SendingStep::chooseFile);
    connect(m_timeline, &QPushButton::clicked, this, [this] {
        if (const auto& correlation = m_job.sending().correlation())
            emit timelineWanted(FilterNode{termOf(FilterField::Correlation, correlation->text()), {}});
    });
    connect(&job.sending(), &BulkSending::begun, this, [this] { m_saved.clear(); });
    connect(&job.sending(), &BulkSending::progressed, this, &SendingStep::follow);
    connect(&job.sending(), &BulkSending::ended, this, &SendingStep::follow);
    connect(&job, &BulkJob::saved, this, [this](const QString& file, qint64 rows) {
        m_saved = tr("%1 rows were saved to %2.").arg(formatCount(rows), isolated(plainText(file)));
        m_isSavedWell = true;
        follow();
    });
    connect(&job, &BulkJob::notSaved, this, [this](const Error& error) {
        m_saved = errorSentence(error);
        m_isSavedWell = false;
        follow();
    });
}

QString SendingStep::title() const {
    return tr("Send");
}

QString SendingStep::progressText() const {
    return m_work->text();
}

QString SendingStep::note() const {
    return m_note->text();
}

void SendingStep::enter() {
    m_rows->choose(Show::All);
    follow();
    m_pause->setFocus();
}

void SendingStep::retranslate() {
    setAccessibleName(title());
    m_work->setWords(tr("Progress of sending"), {});
    setButtonText(m_cancel, tr("&Cancel the Rest"));
    m_cancel->setToolTip(tr("Sends nothing further; what is on its way is answered"));
    setButtonText(m_save, tr("Sa&ve the Rows That Failed…"));
    m_save->setToolTip(tr("As a table with a reason each, to be mended and opened again"));
    setButtonText(m_timeline, tr("Show in &Timeline"));
    m_timeline->setToolTip(tr("All events that this bulk change has written"));
    m_rows->retranslate();
    follow();
}

void SendingStep::pauseOrResume() {
    auto& sending = m_job.sending();
    if (sending.status().isPaused)
        sending.resume();
    else
        sending.pause();
}

QString SendingStep::wordsOfProgress() const {
    const auto& sending = m_job.sending();
    const auto& status = sending.status();
    QStringList parts{tr("%1 of %2 written").arg(counted(status.done), counted(status.all))};
    if (const auto unsent = m_job.rows()->counts().refused(); unsent > 0)
        parts << tr("%1 could not be sent").arg(counted(unsent));
    if (status.failed > 0)
        parts << tr("%1 refused").arg(counted(status.failed));
    if (sending.hasEnded()) {
        if (status.waiting() > 0)
            parts << tr("%1 not sent").arg(counted(status.waiting()));
        return parts.join(QStringLiteral(" · "));
    }
    if (!status.isPaused && sending.perSecond() > 0)
        parts << tr("%1 rows/s").arg(formatCount(static_cast<std::int64_t>(sending.perSecond())));
    if (const auto left = sending.timeLeft())
        parts << tr("%1 left").arg(formatDuration(*left));
    return parts.join(QStringLiteral(" · "));
}

void SendingStep::tell(const QString& text, const char* state) {
    m_note->setText(text);
    m_noteFrame->setVisible(!text.isEmpty());
    m_noteFrame->setProperty("state", QLatin1String(state));
    restyle(m_noteFrame);
}

void SendingStep::follow() {
    const auto& sending = m_job.sending();
    const auto& status = sending.status();
    const bool isRunning = sending.isRunning();
    m_work->setProgress(wordsOfProgress(), static_cast<std::int64_t>(status.done + status.failed),
                        std::max<std::int64_t>(1, static_cast<std::int64_t>(status.all)));
    const QString waits = status.isPaused ? QLatin1Char(' ') + tr("The other rows wait for Resume.") : QString();
    if (status.notKnown)
        tell(notKnownYetSentence(sending.region().text(), *status.notKnown) + waits, "warning");
    else if (status.pausedBy) {
        // A connection that breaks in the middle does not say where it led.
        const QString why = errorSentence(status.pausedBy->with("region", sending.region().text()));
        tell(isRunning ? tr("%1 Sending waits. Resume tries again.").arg(why) : why, "warning");
    } else if (isRunning && status.isPaused)
        tell(tr("Paused: what is on its way is answered, nothing further is sent."), "warning");
    else
        tell(m_saved, m_isSavedWell ? "" : "bad");
    setButtonText(m_pause, status.isPaused && isRunning ? tr("&Resume") : tr("&Pause"));
    m_pause->setEnabled(isRunning);
    m_cancel->setEnabled(isRunning);
    const auto unwritten =
        m_job.rows()->counts().refused() + status.failed + (sending.hasEnded() ? status.waiting() : 0);
    m_save->setEnabled(sending.hasEnded() && unwritten > 0);
    m_timeline->setEnabled(status.done > 0);
    m_rows->setCounts({m_job.rows()->counts().all, unwritten});
    emit stateChanged();
}

void SendingStep::chooseFile() {
    const QSettings settings;
    const auto source = m_job.source().file();
    QString folder = settings.value(kFolderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString stem = source.empty() ? QStringLiteral("bulk") : QString::fromStdString(source.stem().string());
    auto* dialog =
        new QFileDialog(this, tr("Save the Rows That Failed"),
                        QDir(folder).filePath(stem + QStringLiteral("-failed.csv")), tr("CSV (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
        m_job.saveFailedRows(std::filesystem::path(file.toStdString()));
    });
    dialog->open();
}

} // namespace muniment
