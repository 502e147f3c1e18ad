#include "ui/bulk/bulk_dialog.h"

#include "ui/bulk/check_step.h"
#include "ui/bulk/columns_step.h"
#include "ui/bulk/end_question.h"
#include "ui/bulk/sending_step.h"
#include "ui/bulk/source_step.h"
#include "ui/bulk/step_bar.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QShortcut>

#include <algorithm>

namespace muniment {

static constexpr const char* kGeometryKey = "bulk/geometry1";

BulkDialog::BulkDialog(Workspace& workspace, BulkKind kind, const std::optional<EntityOption>& in, QWidget* parent)
    : QDialog(parent),
      m_job(new BulkJob(workspace, kind, this)),
      m_stack(new QStackedWidget(this)),
      m_source(new SourceStep(*m_job, this)),
      m_columns(new ColumnsStep(*m_job, in, this)),
      m_check(new CheckStep(*m_job, this)),
      m_sending(new SendingStep(*m_job, this)),
      m_steps{m_source, m_columns, m_check, m_sending},
      m_back(makeButton(this)),
      m_close(makeButton(this)),
      m_next(makeButton(this, "main")),
      m_paste(new QShortcut(QKeySequence::Paste, this)),
      m_open(new QShortcut(QKeySequence::Open, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_bar = new StepBar(static_cast<int>(m_steps.size()), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_bar);
    layout->addWidget(makeLine(this));
    for (auto* step : m_steps) {
        m_stack->addWidget(step);
        connect(step, &BulkStep::stateChanged, this, &BulkDialog::updateButtons);
    }
    layout->addWidget(m_stack, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_next);
    layout->addLayout(buttons);
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &BulkDialog::goBack);
    connect(m_close, &QPushButton::clicked, this, &BulkDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &BulkDialog::goOn);
    connect(m_paste, &QShortcut::activated, m_source, &SourceStep::paste);
    connect(m_open, &QShortcut::activated, m_source, &SourceStep::chooseFile);
    connect(m_sending, &SendingStep::timelineWanted, this, &BulkDialog::timelineWanted);
    connect(&m_job->sending(), &BulkSending::ended, this, &BulkDialog::updateButtons);
    resize(920, 640);
    restoreGeometry(QSettings().value(QLatin1String(kGeometryKey)).toByteArray());
    retranslate();
    goTo(0);
}

BulkDialog::~BulkDialog() {
    QSettings().setValue(QLatin1String(kGeometryKey), saveGeometry());
}

BulkStep* BulkDialog::step() const {
    return m_steps[static_cast<std::size_t>(m_stack->currentIndex())];
}

EndQuestion* BulkDialog::endQuestion() const {
    return m_question;
}

void BulkDialog::goTo(int step) {
    m_stack->setCurrentIndex(step);
    m_bar->setCurrent(step);
    for (auto* shortcut : {m_paste, m_open})
        shortcut->setEnabled(step == 0);
    m_steps[static_cast<std::size_t>(step)]->enter();
    updateButtons();
}

void BulkDialog::goOn() {
    if (step()->complete())
        goTo(m_stack->currentIndex() + 1);
}

void BulkDialog::goBack() {
    if (step() != m_sending)
        return goTo(m_stack->currentIndex() - 1);
    m_job->startOver();
    goTo(0);
}

void BulkDialog::updateButtons() {
    const auto* shown = step();
    const bool isLast = shown == m_sending;
    const bool hasEnded = m_job->sending().hasEnded();
    m_back->setVisible(shown != m_source);
    m_back->setEnabled(!isLast || hasEnded);
    setButtonText(m_back, isLast ? tr("&New Bulk Change") : tr("&Back"));
    m_next->setVisible(!isLast);
    setButtonText(m_next, isLast ? tr("&Next") : shown->nextText());
    m_next->setEnabled(shown->isReady());
    setButtonText(m_close, tr("C&lose"));
}

void BulkDialog::askToEnd() {
    if (m_question)
        return m_question->raise();
    m_question = new EndQuestion(m_job->sending(), this);
    connect(m_question, &QDialog::accepted, &m_job->sending(), &BulkSending::cancel);
    m_question->open();
}

void BulkDialog::reject() {
    if (m_job->sending().isRunning())
        return askToEnd();
    if (step()->isBusy())
        return step()->stop();
    QDialog::reject();
}

void BulkDialog::retranslate() {
    setWindowTitle(tr("Bulk Change"));
    setAccessibleName(windowTitle());
    QStringList titles;
    for (auto* step : m_steps) {
        step->retranslate();
        titles << step->title();
    }
    m_bar->setTitles(titles);
    m_job->rows()->retranslate();
    updateButtons();
}

void BulkDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace muniment
