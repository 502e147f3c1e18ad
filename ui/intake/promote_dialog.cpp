#include "ui/intake/promote_dialog.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/details/value_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

namespace {

constexpr std::size_t kMostRefused = 1'000;

} // namespace

PromoteDialog::PromoteDialog(Workspace& workspace, RegionName region, std::vector<Uuid> ids, std::string text,
                             std::int64_t count, const QString& mapping, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_promotion(new IntakePromotion(workspace, this)),
      m_region(std::move(region)),
      m_ids(std::move(ids)),
      m_text(std::move(text)),
      m_count(m_ids.empty() ? count : std::ssize(m_ids)),
      m_mappings(new QComboBox(this)),
      m_progress(new QProgressBar(this)),
      m_told(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_refused(new ValueTable(new ValueTableModel(2, this), ValueTable::Choice::Rows, this)),
      m_verb(makeButton(this, "main")),
      m_close(makeButton(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Promote Records"));
    setAccessibleName(windowTitle());
    setMinimumWidth(640);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* heading = makeLabel(this, TextSize::Title, Tone::Normal, true);
    heading->setText(windowTitle());
    layout->addWidget(heading);
    auto* intro = makeLabel(this, TextSize::Normal, Tone::Quiet);
    intro->setWordWrap(true);
    intro->setText(
        tr("Each record becomes the events of one command, written together with the record's state. What is "
           "refused stays new, and the others go on."));
    layout->addWidget(intro);
    auto* label = makeLabel(this, TextSize::Small, Tone::Quiet);
    label->setText(tr("&Mapping"));
    label->setBuddy(m_mappings);
    layout->addWidget(label);
    m_mappings->setAccessibleName(tr("Mapping"));
    m_mappings->setFocusPolicy(Qt::StrongFocus);
    for (const IntakeMapping& each : workspace.intakeMappings())
        m_mappings->addItem(plainText(each.name), QString::fromStdString(each.name));
    m_mappings->setCurrentIndex(std::max(0, m_mappings->findData(mapping)));
    layout->addWidget(m_mappings);
    m_progress->setAccessibleName(tr("Records looked at"));
    m_progress->setTextVisible(false);
    m_progress->setMaximum(static_cast<int>(std::max<std::int64_t>(0, m_count)));
    m_progress->hide();
    layout->addWidget(m_progress);
    m_told->setWordWrap(true);
    layout->addWidget(m_told);
    m_refused->setAccessibleName(tr("Refused records"));
    m_refused->values()->setHeader({tr("Record"), tr("Why it was refused")});
    m_refused->setMinimumHeight(160);
    m_refusedCard = makeCard(this, 1);
    m_refusedCard->layout()->addWidget(m_refused);
    m_refusedCard->hide();
    layout->addWidget(m_refusedCard, 1);
    layout->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_verb);
    layout->addLayout(buttons);
    setButtonText(m_verb, m_count >= 0 ? tr("&Promote %n Record(s)", nullptr, static_cast<int>(m_count))
                                       : tr("&Promote All That Match"));
    setButtonText(m_close, tr("Cancel"));
    m_verb->setDefault(true);
    m_verb->setEnabled(m_mappings->count() > 0 && m_count != 0);
    if (m_mappings->count() == 0)
        m_told->setText(tr("There is no mapping yet. Make one with “Map…”."));
    connect(m_verb, &QPushButton::clicked, this, &PromoteDialog::begin);
    connect(m_close, &QPushButton::clicked, this, &PromoteDialog::reject);
    connect(m_promotion, &IntakePromotion::changed, this, &PromoteDialog::tell);
    connect(m_promotion, &IntakePromotion::finished, this, &PromoteDialog::finish);
}

void PromoteDialog::begin() {
    const auto mapping = mappingNamed(m_workspace.intakeMappings(), m_mappings->currentData().toString().toStdString());
    if (!mapping)
        return m_told->setText(errorSentence(mapping.error()));
    m_mappings->setEnabled(false);
    m_verb->setEnabled(false);
    m_progress->show();
    setButtonText(m_close, tr("Sto&p"));
    m_promotion->start(m_region, *mapping, m_ids, m_text);
}

void PromoteDialog::tell() {
    const int refused = static_cast<int>(m_promotion->refused().size());
    const int looked = m_promotion->promoted() + refused;
    if (m_count >= 0)
        m_progress->setValue(std::min(looked, m_progress->maximum()));
    QStringList parts;
    parts << tr("%n record(s) promoted.", nullptr, m_promotion->promoted());
    if (refused > 0)
        parts << tr("%n refused.", nullptr, refused);
    if (m_promotion->isNotKnown())
        parts << tr("Whether the last of them were written is not known yet; the region is being asked.");
    else if (m_promotion->isRunning() && m_promotion->isCancelled())
        parts << tr("Stopping: what has been sent is still answered.");
    m_told->setText(parts.join(QLatin1Char(' ')));
}

void PromoteDialog::finish() {
    tell();
    m_progress->setMaximum(1);
    m_progress->setValue(1);
    QString told = m_told->text();
    if (m_promotion->isCancelled())
        told += QLatin1Char(' ') + tr("Stopped; the others are new as before.");
    if (m_promotion->endedBy())
        told += QLatin1Char(' ') + errorSentence(*m_promotion->endedBy()) + QLatin1Char(' ') +
                tr("What was not promoted is new as before, and can be promoted again.");
    m_told->setText(told);
    setTone(m_told, m_promotion->endedBy() ? Tone::Bad : Tone::Normal);
    std::vector<ValueRow> rows;
    for (const RecordOutcome& outcome : m_promotion->refused()) {
        if (rows.size() == kMostRefused)
            break;
        const QString id = QString::fromStdString(outcome.record.text());
        ValueCell record = ValueCell::words(shortId(outcome.record.text()), CellTone::Normal);
        record.value.whole = id;
        record.isMonospace = true;
        rows.push_back({record, ValueCell::words(errorSentence(outcome.made.error()), CellTone::Bad)});
    }
    m_refusedCard->setVisible(!rows.empty());
    m_refused->values()->setRows(std::move(rows));
    m_verb->hide();
    QDialog::layout()->activate();
    resize(width(), std::max(height(), QDialog::layout()->totalHeightForWidth(width())));
    m_refused->fitColumns();
    setButtonText(m_close, tr("&Close"));
    m_close->setFocus();
    emit finishedPromoting(m_promotion->promoted(), static_cast<int>(m_promotion->refused().size()));
}

QString PromoteDialog::told() const {
    return m_told->text();
}

void PromoteDialog::reject() {
    // What has been sent is answered; the next click, or Escape, closes.
    if (m_promotion->isRunning() && !m_promotion->isCancelled())
        return m_promotion->cancel();
    QDialog::reject();
}

} // namespace muniment
