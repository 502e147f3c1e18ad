#include "ui/integrity/trail_card.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/integrity/trail_signs.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/text_grid.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

namespace {

constexpr int kSteps = 1000;
constexpr int kBarWidth = 160;
constexpr int kSign = 22;

/// What to do where little is proved.
QString adviceOn(const IntegrityPicture& picture) {
    QStringList all;
    if (picture.recordError)
        all << TrailCard::tr("The last verification's record cannot be read: %1 Verify again, and a new one takes its "
                             "place.")
                   .arg(errorWords(*picture.recordError).happened);
    if (picture.kept->count() == 0)
        all << TrailCard::tr("A checkpoint signs how the trees stand, and is kept outside of this file: whoever alters "
                             "both the events and their trees is still found out. Seal now, let “muniment "
                             "witness --follow” seal all the time, or take what others have sealed with "
                             "“Exchange Checkpoints”.");
    else if (!picture.record)
        all << TrailCard::tr("Verify hashes every event anew and compares it with its tree and with what is kept.");
    if (picture.isLimited)
        all << TrailCard::tr("A policy says whose data this file may hold: what it does not hold cannot be verified "
                             "here, and its regions are sealed organization by organization.");
    if (picture.isReadOnly)
        all << TrailCard::tr("The workspace is open for reading only. Verifying changes nothing in it; what is sealed "
                             "is kept beside it.");
    return all.join(QLatin1Char('\n'));
}

} // namespace

TrailCard::TrailCard(const ActionRegistry& actions, QWidget* parent)
    : QFrame(parent),
      m_sign(makeLabel(this)),
      m_standing(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_sentence(makeValueLabel(this)),
      m_facts(new TextGrid(2, this)),
      m_advice(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_verify(makeActionButton(this, actions.action(ActionId::VerifyTrail), "main")),
      m_seal(makeActionButton(this, actions.action(ActionId::SealTrail))),
      m_exchange(makeActionButton(this, actions.action(ActionId::ExchangeCheckpoints))),
      m_certificate(makeActionButton(this, actions.action(ActionId::SaveCertificate))),
      m_progressText(makeLabel(this, TextSize::Small)),
      m_progress(new QProgressBar(this)),
      m_pause(makeButton(this, "flat")),
      m_cancel(makeButton(this, "flat")) {
    setKind(this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    m_sign->setFixedSize(kSign, kSign);
    head->addWidget(m_sign);
    head->addWidget(m_standing, 1);
    layout->addLayout(head);
    for (auto* label : {m_sentence, m_advice})
        label->setWordWrap(true);
    layout->addWidget(m_sentence);
    layout->addWidget(m_facts);
    layout->addWidget(m_advice);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    for (auto* button : {m_verify, m_seal, m_exchange, m_certificate})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_progressText);
    row->addWidget(m_progress);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    layout->addSpacing(kGrid / 2);
    layout->addLayout(row);
    m_progress->setFixedWidth(kBarWidth);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, kSteps);
    connect(m_pause, &QPushButton::clicked, this, &TrailCard::pauseChosen);
    connect(m_cancel, &QPushButton::clicked, this, &TrailCard::cancelChosen);
    tell(nullptr, {});
    tellJob(nullptr);
    retranslate();
}

void TrailCard::retranslate() {
    m_progress->setAccessibleName(tr("Progress of the verification"));
    setButtonText(m_pause, m_isPaused ? tr("&Resume") : tr("&Pause"));
    setButtonText(m_cancel, tr("Ca&ncel"));
}

void TrailCard::tell(const IntegrityPicture* picture, const ClockZone& zone) {
    m_sign->setVisible(picture != nullptr);
    m_facts->setVisible(picture != nullptr && !picture->isExcerpt); // what is kept is kept beside a workspace
    if (picture == nullptr) {
        m_standing->setText(tr("Reading what is kept …"));
        m_sentence->clear();
        m_advice->hide();
        return;
    }
    const TrailStanding standing = standingOf(*picture);
    m_sign->setPixmap(standingIcon(standing).pixmap(kSign, kSign));
    m_standing->setText(standingWord(*picture));
    setTone(m_standing, standingTone(standing));
    m_sentence->setText(trailSentence(*picture, zone));
    std::vector<std::vector<TextCell>> rows;
    const auto add = [&](const QString& label, const QString& text, const QString& whole = {}) {
        rows.push_back({{.text = label, .whole = {}, .tone = Tone::Quiet}, {.text = text, .whole = whole}});
    };
    if (picture->record) {
        const VerificationRecord& record = *picture->record;
        add(tr("Last verified"),
            tr("%1 by %2, with %3")
                .arg(formatTimeToMinuteWithZone(record.at, zone), isolated(plainText(record.by)),
                     isolated(plainText(record.tool))),
            formatTimeInZones(record.at, zone));
        add(tr("It found"), verificationSentence(record, zone));
    } else {
        add(tr("Last verified"), tr("Never, as far as this machine knows"));
    }
    for (const Reconciliation& region : picture->reconciliations)
        add(tr("Reconciled with %1").arg(isolated(plainText(region.region.text()))),
            reconciliationSentence(region, zone), formatTimeInZones(region.at, zone));
    if (picture->reconciliations.empty() && !picture->reconciliationError)
        add(tr("Reconciled"), tr("Not yet: it goes by itself, each hour while regions are followed"));
    if (picture->reconciliationError)
        add(tr("Reconciled"),
            tr("The record cannot be read: %1").arg(errorWords(*picture->reconciliationError).happened));
    add(tr("Checkpoints kept"), keptSentence(*picture->kept, zone));
    m_facts->setRows(rows);
    m_advice->setText(picture->isExcerpt ? QString() : adviceOn(*picture));
    m_advice->setVisible(!m_advice->text().isEmpty());
}

void TrailCard::tellJob(const IntegrityJob* job) {
    const bool isShown = job != nullptr && job->kind() != IntegrityOrder::Kind::FindKey;
    for (QWidget* widget : {static_cast<QWidget*>(m_progressText), static_cast<QWidget*>(m_progress),
                            static_cast<QWidget*>(m_pause), static_cast<QWidget*>(m_cancel)})
        widget->setVisible(isShown);
    m_isPaused = isShown && job->isPaused();
    setButtonText(m_pause, m_isPaused ? tr("&Resume") : tr("&Pause"));
    if (!isShown)
        return m_progressText->clear();
    const IntegrityJob::Progress& progress = job->progress();
    const int percent = static_cast<int>(progress.done * 100);
    QString text = m_isPaused ? tr("Paused at %1 %").arg(percent) : tr("Verifying: %1 %").arg(percent);
    if (progress.timeLeft && !m_isPaused)
        text += QStringLiteral(" · ") + tr("%1 left").arg(formatDuration(*progress.timeLeft));
    m_progressText->setText(text);
    m_progress->setValue(static_cast<int>(progress.done * kSteps));
}

QString TrailCard::text() const {
    return m_standing->text() + QLatin1Char('\n') + m_sentence->text() + QLatin1Char('\n') + m_facts->text() +
           QLatin1Char('\n') + m_advice->text();
}

QString TrailCard::progressText() const {
    return m_progressText->text();
}

} // namespace muniment
