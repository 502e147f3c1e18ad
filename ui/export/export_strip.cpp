#include "ui/export/export_strip.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

static constexpr int kSteps = 1000;

ExportStrip::ExportStrip(QWidget* parent)
    : QFrame(parent),
      m_text(new ElidedLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(makeButton(this, "flat")) {
    setKind(this, "status");
    setFixedHeight(32);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(2 * kGrid);
    m_text->setFont(textFont(TextSize::Small));
    layout->addWidget(m_text, 1);
    m_bar->setFixedWidth(240);
    m_bar->setTextVisible(false);
    layout->addWidget(m_bar);
    m_cancel->setFont(textFont(TextSize::Small));
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ExportStrip::cancelChosen);
    retranslate();
    hide();
}

void ExportStrip::retranslate() {
    setAccessibleName(tr("Export"));
    m_bar->setAccessibleName(tr("Progress of the export"));
    setButtonText(m_cancel, tr("Cancel Export"));
}

void ExportStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ExportStrip::begin(const QString& file) {
    m_file = isolated(plainText(file));
    m_text->setWholeText(tr("Exporting to %1: looking for what matches").arg(m_file));
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    show();
}

void ExportStrip::setProgress(const ExportJob::Progress& progress) {
    const auto share = progress.all > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.all) : 1.0;
    QString text =
        tr("Exporting to %1: %2 of %3 rows").arg(m_file, formatCount(progress.done), formatCount(progress.all));
    if (progress.perSecond > 0)
        text += QStringLiteral(" · ") + tr("%1 rows/s").arg(formatCount(static_cast<std::int64_t>(progress.perSecond)));
    if (progress.timeLeft)
        text += QStringLiteral(" · ") + tr("%1 left").arg(formatDuration(*progress.timeLeft));
    m_text->setWholeText(text);
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(share * kSteps));
}

void ExportStrip::setShare(double share, std::optional<std::chrono::seconds> timeLeft) {
    if (!m_cancel->isEnabled())
        return; // it is ending
    QString text = tr("Exporting to %1: %2 %").arg(m_file).arg(static_cast<int>(share * 100));
    if (timeLeft)
        text += QStringLiteral(" · ") + tr("%1 left").arg(formatDuration(*timeLeft));
    m_text->setWholeText(text);
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(share * kSteps));
}

void ExportStrip::setEnding() {
    m_text->setWholeText(tr("The export to %1 is being cancelled").arg(m_file));
    m_cancel->setEnabled(false);
}

void ExportStrip::end() {
    hide();
}

QString ExportStrip::text() const {
    return isHidden() ? QString() : m_text->wholeText();
}

} // namespace muniment
