#include "ui/details/proof_tab.h"

#include "models/base/clock.h"
#include "models/items/proof_rows.h"
#include "ui/details/value_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace muniment {

namespace {

/// Whether the proof was refused because the file is an excerpt, whose proofs stayed in its bundle.
bool isInBundle(const Error& refusal) {
    return refusal.get("why") == "excerpt";
}

} // namespace

ProofTab::ProofTab(AskProof ask, QWidget* parent)
    : QWidget(parent),
      m_sentence(makeLabel(this)),
      m_table(new ValueTable(new ValueTableModel(2, this), ValueTable::Choice::Rows, this)),
      m_checked(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_check(makeButton(this)),
      m_copy(makeButton(this)),
      m_slot(this, std::move(ask),
             [this](EventNumber event, Result<EventProof> proof) { take(event, std::move(proof)); }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    for (auto* label : {m_sentence, m_checked}) {
        label->setWordWrap(true);
        label->setContentsMargins(6, 0, 6, 0);
    }
    layout->addWidget(m_sentence);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_checked);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_check);
    row->addWidget(m_copy);
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_isAgain = true;
        m_isStale = true;
        request();
    });
    connect(m_copy, &QPushButton::clicked, this, &ProofTab::copy);
    retranslate();
    fill();
}

void ProofTab::retranslate() {
    m_table->setAccessibleName(tr("Proof of the event"));
    setButtonText(m_check, tr("&Check Again"));
    setButtonText(m_copy, tr("Copy as &Text"));
    m_check->setToolTip(tr("Hash the event's columns anew, and everything on the way to the root"));
    m_copy->setToolTip(tr("The whole proof, for another person's program"));
}

QString ProofTab::sentence() const {
    return m_sentence->text();
}

QString ProofTab::checkedText() const {
    return m_checked->isHidden() ? QString() : m_checked->text();
}

void ProofTab::tell(const ShownEvent& event) {
    retranslate();
    m_zone = event.zone;
    if (m_event != event.row.number) {
        m_event = event.row.number;
        m_answer.reset();
        m_isAgain = false;
        m_slot.drop();
        m_table->setCurrentIndex({});
        m_isStale = true;
        if (isVisible())
            request();
    }
    fill();
}

void ProofTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    const auto* made = proof();
    m_isStale = m_isStale || (made && !made->seal); // it may have been sealed meanwhile
    request();
}

void ProofTab::request() {
    if (m_isStale && m_event)
        m_slot.request(*m_event);
    m_isStale = false;
}

void ProofTab::take(EventNumber event, Result<EventProof> proof) {
    if (m_event != event)
        return;
    m_answer = std::move(proof);
    if (!*m_answer) {
        m_isAgain = false;
        if (!isInBundle(m_answer->error()) && m_answer->error().code != ErrorCode::Cancelled)
            emit failed(m_answer->error());
    }
    fill();
}

const EventProof* ProofTab::proof() const {
    return m_answer && *m_answer ? &**m_answer : nullptr;
}

QString ProofTab::said() const {
    if (!m_answer)
        return tr("The proof is being made.");
    if (const auto* made = proof())
        return proofSentence(*made, m_zone);
    return isInBundle(m_answer->error())
               ? tr("The event's proof is in the evidence bundle, and was checked when the bundle was opened.")
               : tr("The event cannot be proved.");
}

void ProofTab::fill() {
    const auto* made = proof();
    m_sentence->setText(said());
    setTone(m_sentence, !made ? Tone::Quiet : !made->holds() ? Tone::Bad : made->seal ? Tone::Good : Tone::Normal);
    m_table->values()->setRows(made ? proofRows(*made, m_zone) : std::vector<ValueRow>());
    m_table->clearSpans();
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        if (!m_table->model()->index(row, 1).data().isValid())
            m_table->setSpan(row, 0, 1, 2);
    m_table->fitColumns();
    m_copy->setEnabled(made != nullptr);
    m_check->setEnabled(m_event.has_value());
    m_checked->setVisible(made && m_isAgain);
    if (made && m_isAgain)
        m_checked->setText(tr("Checked again at %1").arg(formatClockWithZone(systemClock().now(), m_zone)));
}

void ProofTab::copy() const {
    if (const auto* made = proof())
        QGuiApplication::clipboard()->setText(QString::fromStdString(printProof(*made)));
}

} // namespace muniment
