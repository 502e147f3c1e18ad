#include "ui/evidence/evidence_line.h"

#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace muniment {

EvidenceLine::EvidenceLine(QWidget* parent)
    : QFrame(parent),
      m_what(new ElidedLabel(this)),
      m_proof(new ElidedLabel(this)),
      m_copy(makeButton(this)) {
    setKind(this, "past"); // as what is shown of the past: this is not how things stand
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(2 * kGrid);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    m_what->setFont(textFont(TextSize::Normal, true));
    lines->addWidget(m_what);
    lines->addWidget(m_proof);
    layout->addLayout(lines, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    hide();
}

void EvidenceLine::setEvidence(std::shared_ptr<const OpenedBundle> evidence) {
    m_evidence = std::move(evidence);
    retranslate();
    setVisible(m_evidence != nullptr);
}

void EvidenceLine::setZone(const ClockZone& zone) {
    m_zone = zone;
    retranslate();
}

QString EvidenceLine::text() const {
    return m_evidence ? evidenceText(*m_evidence, m_zone) : QString();
}

void EvidenceLine::retranslate() {
    if (!m_evidence)
        return;
    const BundleInfo& info = m_evidence->info();
    m_what->setWholeText(excerptSentence(info.manifest, m_zone) + QLatin1Char(' ') + chosenSentence(info));
    m_proof->setWholeText(keySentence(m_evidence->standing(), m_evidence->maker()) + QLatin1Char(' ') +
                          sealedSentence(info, m_zone) + QLatin1Char(' ') + knownSentence(info.manifest));
    for (ElidedLabel* label : {m_what, m_proof})
        label->setToolTip(escapedHtml(text()));
    setButtonText(m_copy, tr("Cop&y Details"));
    m_copy->setToolTip(tr("What this is, as text: with the maker's key, to compare with what the maker tells you"));
    setAccessibleName(tr("Evidence bundle"));
    setAccessibleDescription(text());
}

void EvidenceLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace muniment
