#include "ui/bulk/check_step.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "ui/bulk/bulk_rows_view.h"
#include "ui/bulk/work_line.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

namespace muniment {

using Show = BulkRowModel::Show;

static QString counted(std::size_t count) {
    return formatCount(static_cast<std::int64_t>(count));
}

CheckStep::CheckStep(BulkJob& job, QWidget* parent)
    : BulkStep(parent),
      m_job(job),
      m_work(new WorkLine(this)),
      m_told(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_stack(new QStackedWidget(this)),
      m_rows(new BulkRowsView(job.rows(), "bulk/check", {Show::All, Show::CannotBeSent, Show::Noticed}, this)),
      m_reasonLabel(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_reason(new QLineEdit(this)),
      m_reasonError(makeLabel(this, TextSize::Small, Tone::Bad)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_told->setWordWrap(true);
    layout->addWidget(m_told);
    auto* workPlace = new QWidget(this);
    auto* workLayout = new QVBoxLayout(workPlace);
    workLayout->setContentsMargins(4 * kGrid, 0, 4 * kGrid, 0);
    workLayout->addStretch();
    workLayout->addWidget(m_work);
    workLayout->addStretch();
    m_stack->addWidget(workPlace);
    m_stack->addWidget(m_rows);
    m_stack->addWidget(new QWidget(this)); // after a failure: nothing
    layout->addWidget(m_stack, 1);
    auto* field = new QVBoxLayout;
    field->setSpacing(4);
    m_reasonLabel->setBuddy(m_reason);
    field->addWidget(m_reasonLabel);
    field->addWidget(m_reason);
    m_reasonError->hide();
    field->addWidget(m_reasonError);
    layout->addLayout(field);

    connect(m_work, &WorkLine::stopChosen, this, &CheckStep::stop);
    connect(m_reason, &QLineEdit::textChanged, this, &CheckStep::clearError);
    connect(&job.check(), &BulkCheck::changed, this, &CheckStep::follow);
    connect(&job.check(), &BulkCheck::progressed, this, &CheckStep::showProgress);
}

QString CheckStep::title() const {
    return tr("Check");
}

QString CheckStep::nextText() const {
    return m_job.check().checked()
               ? tr("&Send %n Change(s)", nullptr, static_cast<int>(m_job.rows()->counts().sendable))
               : tr("&Send");
}

bool CheckStep::isReady() const {
    return m_job.canSend();
}

bool CheckStep::isBusy() const {
    return m_job.check().isRunning();
}

void CheckStep::stop() {
    m_job.check().drop();
}

QString CheckStep::told() const {
    return m_told->text();
}

QString CheckStep::errorText() const {
    return m_reasonError->text();
}

void CheckStep::enter() {
    clearError();
    if (!m_job.check().checked() && !m_job.check().isRunning())
        m_job.startCheck();
    m_rows->choose(Show::All);
    follow();
    if (m_job.needsReason())
        m_reason->setFocus();
    else
        m_rows->table()->setFocus();
}

void CheckStep::retranslate() {
    setAccessibleName(title());
    m_work->setWords(tr("Progress of the check"), tr("S&top"));
    m_reasonLabel->setText(m_job.needsReason() ? tr("&Reason") : tr("&Reason (optional)"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Kept with each event, for whoever reads it later"));
    m_rows->retranslate();
    follow();
}

void CheckStep::clearError() {
    m_reasonError->clear();
    m_reasonError->hide();
    m_reason->setProperty("state", QVariant());
    restyle(m_reason);
}

void CheckStep::follow() {
    const BulkCheck& check = m_job.check();
    if (check.isRunning()) {
        showProgress();
        m_told->clear();
        m_stack->setCurrentIndex(0);
    } else if (check.checked()) {
        showCounts();
        m_stack->setCurrentIndex(1);
    } else {
        m_told->setText(check.error() ? errorSentence(*check.error())
                                      : tr("The check was stopped. Go back to begin it again."));
        setTone(m_told, Tone::Bad);
        m_stack->setCurrentIndex(2);
    }
    m_told->setVisible(!m_told->text().isEmpty());
    emit stateChanged();
}

void CheckStep::showProgress() {
    const auto& table = m_job.source().table();
    const auto all = table ? static_cast<std::int64_t>(table->rows.size()) : 0;
    const auto done = m_job.check().done();
    m_work->setProgress(done > 0 ? tr("Checking: %1 of %2 rows").arg(formatCount(done), formatCount(all))
                                 : tr("Checking: reading the names of the organization"),
                        done, done > 0 ? all : 0);
}

void CheckStep::showCounts() {
    const auto& counts = m_job.rows()->counts();
    QStringList parts{tr("%1 can be sent.").arg(counted(counts.sendable))};
    if (counts.refused() > 0)
        parts << tr("%1 cannot.").arg(counted(counts.refused()));
    if (counts.noticed > 0)
        parts << tr("%1 should be looked at.").arg(counted(counts.noticed));
    parts << tr("Nothing is sent yet.");
    m_told->setText(parts.join(QLatin1Char(' ')));
    setTone(m_told, counts.sendable == 0 ? Tone::Bad : Tone::Normal);
    m_rows->setCounts({counts.all, counts.refused(), counts.noticed});
}

bool CheckStep::complete() {
    const QString reason = m_reason->text().trimmed();
    if (m_job.needsReason() && reason.isEmpty()) {
        m_reasonError->setText(tr("This workspace wants a reason for every change."));
        m_reasonError->show();
        m_reason->setProperty("state", QStringLiteral("bad"));
        restyle(m_reason);
        m_reason->setFocus();
        return false;
    }
    m_job.send(reason);
    return m_job.sending().isRunning() || m_job.sending().hasEnded();
}

} // namespace muniment
