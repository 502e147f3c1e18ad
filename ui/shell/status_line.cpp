#include "ui/shell/status_line.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/region_list_model.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent),
      m_events(makeLabel(this, TextSize::Small)),
      m_shown(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_rate(makeLabel(this, TextSize::Small)),
      m_freshness(makeLabel(this, TextSize::Small)),
      m_notKnown(makeLabel(this, TextSize::Small, Tone::Warning)),
      m_rebuild(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_job(new ElidedLabel(this)),
      m_progress(new QProgressBar(this)),
      m_cancel(makeButton(this, "flat")),
      m_resume(makeButton(this, "flat")),
      m_zone(makeButton(this, "flat")),
      m_trail(makeButton(this, "flat")) {
    setKind(this, "status");
    setFixedHeight(28);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(3 * kGrid);
    for (auto* label : {m_events, m_shown, m_rate, m_freshness, m_notKnown, m_rebuild})
        layout->addWidget(label);
    layout->addStretch(1);
    m_job->setFont(textFont(TextSize::Small));
    m_job->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(m_job, 2);
    m_progress->setFixedWidth(100);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    layout->addWidget(m_progress);
    for (auto* button : {m_cancel, m_resume, m_trail, m_zone}) {
        button->setFont(textFont(TextSize::Small));
        layout->addWidget(button);
    }
    connect(m_cancel, &QPushButton::clicked, this, &StatusLine::cancelChosen);
    connect(m_resume, &QPushButton::clicked, this, &StatusLine::resumeChosen);
    connect(m_trail, &QPushButton::clicked, this, &StatusLine::trailChosen);
    connect(m_zone, &QPushButton::clicked, this, [this] {
        const QPoint corner = m_zone->mapToGlobal(QPoint());
        emit zoneWanted(corner);
    });
    m_job->hide();
    m_progress->hide();
    m_cancel->hide();
    m_resume->hide();
    m_trail->hide();
    retranslate();
}

void StatusLine::retranslate() {
    setButtonText(m_cancel, tr("Pause Syncing"));
    setButtonText(m_resume, tr("Resume Syncing"));
    m_progress->setAccessibleName(tr("Sync progress"));
    setPast(m_isPast);
    setZone(m_shownZone);
    setNotKnown(m_changesNotKnown);
    if (m_isEventCountTold)
        setEvents(m_eventCount);
    showRebuild();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StatusLine::setEvents(std::optional<std::int64_t> events) {
    m_eventCount = events;
    m_isEventCountTold = true;
    m_events->setText(events ? tr("%1 events").arg(formatCount(*events)) : tr("Events not counted"));
    setTone(m_events, events ? Tone::Normal : Tone::Warning);
}

void StatusLine::setShown(const QString& text) {
    m_shown->setText(text);
    m_shown->setVisible(!text.isEmpty());
}

void StatusLine::setPast(bool isPast) {
    m_isPast = isPast;
    m_rate->setText(isPast ? tr("Past: read only") : tr("Not syncing"));
    setTone(m_rate, isPast ? Tone::Warning : Tone::Normal);
}

void StatusLine::setRate(double eventsPerSecond, bool isLive) {
    if (m_isPast)
        return;
    m_rate->setText(isLive ? tr("Live · %1").arg(formatRate(eventsPerSecond)) : tr("Not syncing"));
}

void StatusLine::setFreshness(const std::vector<RegionStatus>& regions, bool isPaused) {
    std::optional<std::chrono::milliseconds> worst;
    int away = 0;
    int count = 0;
    for (const auto& region : regions) {
        const auto health = healthOf(region);
        if (health == RegionHealth::NotKept) // it is nobody's wish that it is fresh
            continue;
        ++count;
        if (health == RegionHealth::Down || health == RegionHealth::Stopped || health == RegionHealth::Paused)
            ++away;
        else if (region.lag)
            worst = std::max(worst.value_or(std::chrono::milliseconds(0)), *region.lag);
    }
    if (isPaused) {
        m_freshness->setText(tr("Showing what was synced"));
        setTone(m_freshness, Tone::Warning);
    } else if (away == 0 && worst) {
        m_freshness->setText(tr("Fresh to %1").arg(formatDuration(*worst)));
        setTone(m_freshness, Tone::Good);
    } else if (away == 0) {
        m_freshness->setText(tr("Connecting"));
        setTone(m_freshness, Tone::Quiet);
    } else {
        m_freshness->setText(away == count ? tr("Showing what was synced: no region is connected")
                                           : tr("%1 of %2 regions not connected").arg(away).arg(count));
        setTone(m_freshness, Tone::Warning);
    }
}

void StatusLine::setJob(const SyncProgress& progress, const std::optional<Error>& pausedBy, bool isFollowing) {
    const bool isRunning = isFollowing && progress.isBehind && !pausedBy;
    QString text;
    if (pausedBy) {
        text = tr("Syncing waits: %1").arg(errorWords(*pausedBy).happened);
    } else if (isRunning) {
        const auto percent = progress.total > 0 ? progress.done * 100 / progress.total : 0;
        text = tr("Syncing %1 % · %2").arg(percent).arg(formatRate(progress.eventsPerSecond));
        if (progress.timeLeft)
            text += QStringLiteral(" · ") + tr("%1 left").arg(formatDuration(*progress.timeLeft));
    }
    m_job->setWholeText(text);
    m_job->setVisible(!text.isEmpty());
    m_progress->setVisible(isRunning);
    m_progress->setValue(progress.total > 0 ? static_cast<int>(1000.0 * static_cast<double>(progress.done) /
                                                               static_cast<double>(progress.total))
                                            : 0);
    m_cancel->setVisible(isRunning);
    m_resume->setVisible(!isFollowing);
}

void StatusLine::setRebuild(const RebuildStatus& status) {
    const bool isRunning = !status.isFinished && !status.error;
    m_rebuilding = isRunning ? std::optional(status) : std::nullopt;
    showRebuild();
}

void StatusLine::showRebuild() {
    m_rebuild->setVisible(m_rebuilding.has_value());
    if (!m_rebuilding)
        return m_rebuild->clear();
    const auto percent = m_rebuilding->total > 0 ? m_rebuilding->done * 100 / m_rebuilding->total : 0;
    m_rebuild->setText(m_rebuilding->readModel == "index" ? tr("Rebuilding the index: %1 %").arg(percent)
                                                          : tr("Rebuilding a list: %1 %").arg(percent));
}

void StatusLine::setNotKnown(int changes) {
    m_changesNotKnown = changes;
    m_notKnown->setText(tr("%n outcome(s) not known yet", nullptr, changes));
    m_notKnown->setVisible(changes > 0);
}

void StatusLine::setTrail(const QString& word, const QIcon& sign, const QString& sentence) {
    setButtonText(m_trail, word);
    m_trail->setIcon(sign);
    m_trail->setToolTip(escapedHtml(sentence));
    m_trail->setAccessibleName(tr("Trail: %1").arg(word));
    m_trail->setAccessibleDescription(sentence);
    m_trail->show();
}

void StatusLine::setZone(const ClockZone& zone) {
    m_shownZone = zone;
    const bool isPerTenant = zone.kind() == ClockZone::Kind::PerTenant;
    const QString name = isPerTenant ? tr("Each organization's zone") : zoneTitle(zone);
    setButtonText(m_zone, name);
    m_zone->setAccessibleName(tr("Times in %1").arg(name));
    m_zone->setToolTip(escapedHtml(zoneWords(zone)));
}

QString StatusLine::events() const {
    return m_events->text();
}

QString StatusLine::freshness() const {
    return m_freshness->text();
}

QString StatusLine::notKnown() const {
    return m_notKnown->isHidden() ? QString() : m_notKnown->text();
}

QString StatusLine::rebuild() const {
    return m_rebuild->text();
}

QString StatusLine::job() const {
    return m_job->wholeText();
}

} // namespace muniment
