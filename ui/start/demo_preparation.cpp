#include "ui/start/demo_preparation.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QTimer>

namespace muniment {

static constexpr int kPatienceMillis = 300;
static constexpr int kSteps = 1000;

/// At what it stopped.
static QString stageText(const std::string& stage) {
    if (stage == "folder")
        return DemoPreparation::tr("The folder for the demo could not be made.");
    if (stage == "history")
        return DemoPreparation::tr("The demo's history could not be written.");
    if (stage == "workspace")
        return DemoPreparation::tr("The demo's history is there, but its workspace could not be made.");
    if (stage == "traffic")
        return DemoPreparation::tr("The demo is there, but no new events can be added to it.");
    return {};
}

DemoPreparation::DemoPreparation(Preparation preparation)
    : m_preparation(std::move(preparation)),
      m_title(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_words(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_bar(new QProgressBar(this)),
      m_count(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_cancel(makeButton(this)) {
    setWindowTitle(tr("Making the Demo"));
    setAccessibleName(windowTitle());
    setMinimumWidth(520);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(12);
    m_title->setText(windowTitle());
    m_words->setWordWrap(true);
    m_words->setText(tr("Two years of believable events in three regions are being made, once; the next time the demo "
                        "opens at once."));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(windowTitle());
    for (auto* widget : std::initializer_list<QWidget*>{m_title, m_words, m_bar, m_count})
        layout->addWidget(widget);
    layout->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    layout->addLayout(buttons);
    setButtonText(m_cancel, tr("Cancel"));
    connect(m_cancel, &QPushButton::clicked, this, &DemoPreparation::reject);
}

DemoPreparation::~DemoPreparation() {
    m_worker.request_stop();
    if (m_worker.joinable())
        m_worker.join();
}

void DemoPreparation::start() {
    QTimer::singleShot(kPatienceMillis, this, [this] {
        if (!m_isEnded)
            show();
    });
    m_worker = std::jthread([this](std::stop_token stop) {
        const auto report = [this](std::int64_t done, std::int64_t total) {
            QMetaObject::invokeMethod(
                this, [this, done, total] { showProgress(done, total); }, Qt::QueuedConnection);
        };
        const auto result = m_preparation(report, std::move(stop));
        QMetaObject::invokeMethod(
            this, [this, result] { takeResult(result); }, Qt::QueuedConnection);
    });
}

void DemoPreparation::showProgress(std::int64_t done, std::int64_t total) {
    if (m_worker.get_stop_token().stop_requested() || total <= 0)
        return;
    m_bar->setRange(0, kSteps);
    m_bar->setValue(
        static_cast<int>(static_cast<double>(kSteps) * static_cast<double>(done) / static_cast<double>(total)));
    m_count->setText(tr("%1 of %2 events").arg(formatCount(done), formatCount(total)));
}

void DemoPreparation::takeResult(const Result<void>& result) {
    m_isEnded = true;
    if (result)
        return accept();
    m_error = result.error();
    if (m_error->code == ErrorCode::Cancelled)
        return reject();
    showFailure(*m_error);
}

void DemoPreparation::showFailure(const Error& error) {
    m_title->setText(tr("The demo could not be made"));
    const auto stage = stageText(error.get("stage"));
    m_words->setText(stage.isEmpty() ? errorSentence(error) : QStringLiteral("%1 %2").arg(stage, errorSentence(error)));
    m_bar->hide();
    m_count->hide();
    setButtonText(m_cancel, tr("Close"));
    m_cancel->setEnabled(true);
    show();
}

void DemoPreparation::reject() {
    if (m_isEnded)
        return QDialog::reject();
    m_worker.request_stop();
    m_cancel->setEnabled(false);
    m_bar->setRange(0, 0);
    m_count->setText(tr("Stopping…"));
}

QString DemoPreparation::countText() const {
    return m_count->text();
}

QString DemoPreparation::text() const {
    return m_words->text();
}

} // namespace muniment
