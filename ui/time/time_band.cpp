#include "ui/time/time_band.h"

#include "models/base/clock.h"
#include "models/items/event_sentence.h"
#include "models/items/plain_text.h"
#include "ui/time/time_scrubber.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace muniment {

static constexpr int kBars = 160;

TimeBand::TimeBand(TimeMachine& time, AskHistogram ask, ActionRegistry& actions, QWidget* parent)
    : QFrame(parent),
      m_time(time),
      m_sign(makeLabel(this, TextSize::Normal, Tone::Warning, true)),
      m_story(new ElidedLabel(this)),
      m_bounds(new ElidedLabel(this)),
      m_late(makeButton(this, "flat")),
      m_scrubber(new TimeScrubber(this)),
      m_slot(this, std::move(ask),
             [this](const HistogramQuestion&, Result<HistogramAnswer> answer) { takeHistogram(std::move(answer)); }) {
    setKind(this, "past");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 2);
    layout->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_sign);
    row->addWidget(m_story, 1);
    row->addWidget(m_late);
    for (const auto id : {ActionId::EarlierEvent, ActionId::LaterEvent, ActionId::WhatChanged})
        row->addWidget(makeActionButton(this, actions.action(id)));
    layout->addLayout(row);
    layout->addWidget(m_bounds);
    layout->addWidget(m_scrubber);
    m_bounds->setFont(textFont(TextSize::Small));
    connect(&time, &TimeMachine::momentChanged, this, &TimeBand::takeMoment);
    connect(&time, &TimeMachine::sinceChanged, this, &TimeBand::takeMoment);
    connect(&time, &TimeMachine::factsChanged, this, &TimeBand::tell);
    connect(m_late, &QPushButton::clicked, &time, &TimeMachine::showLateEvents);
    connect(m_scrubber, &TimeScrubber::instantChosen, &time, [&time](Instant t) { time.setAsOf(Moment(t)); });
    connect(m_scrubber, &TimeScrubber::sinceChosen, &time, [&time](Instant t) { time.setSince(Moment(t)); });
    connect(m_scrubber, &TimeScrubber::stepWanted, &time, &TimeMachine::step);
    connect(m_scrubber, &TimeScrubber::moveWanted, &time, &TimeMachine::moveBy);
    connect(m_scrubber, &TimeScrubber::firstWanted, &time, &TimeMachine::goToFirst);
    connect(m_scrubber, &TimeScrubber::lastWanted, &time, &TimeMachine::goToLast);
    setAccessibleName(tr("The past"));
    hide();
}

void TimeBand::setZone(const ClockZone& zone) {
    m_zone = zone.ofMany();
    m_scrubber->setZone(m_zone);
    tell();
}

void TimeBand::setPageOfNow(bool isOfNow) {
    m_isPageOfNow = isOfNow;
    tell();
}

void TimeBand::refresh() {
    if (isVisible())
        tell();
}

void TimeBand::takeMoment() {
    const bool wasHidden = isHidden();
    setVisible(m_time.isPast());
    m_scrubber->setMoments(m_time.since(), m_time.asOf());
    if (m_time.isPast() && wasHidden)
        m_slot.request({.timeline = {.filter = {}, .asOf = {}, .now = systemClock().now()},
                        .stackedBy = {},
                        .mostBuckets = kBars,
                        .zone = m_zone});
    tell();
}

void TimeBand::takeHistogram(Result<HistogramAnswer> answer) {
    // Without bars the way through time is the keys: nothing to say.
    if (answer)
        m_scrubber->setHistogram(answer->histogram);
}

bool TimeBand::isAhead() const {
    return m_time.asOf() && m_time.asOf()->at > systemClock().now();
}

QString TimeBand::storyText() const {
    if (m_isPageOfNow)
        return tr("This page stands as it is now: it has no past.");
    const auto& facts = m_time.facts();
    if (m_time.isArriving() || !facts)
        return tr("Read only.");
    if (!facts->newest)
        return facts->firstAt ? tr("Nothing had happened yet. The first event is of %1.")
                                    .arg(formatTimeWithZone(*facts->firstAt, m_zone))
                              : tr("Nothing is known yet.");
    return tr("Read only. Last event, %1: %2")
        .arg(formatTimeWithZone(facts->newest->loggedAt, m_zone), eventSentence(*facts->newest));
}

QString TimeBand::boundsText(const std::vector<RegionMoment>& regions) const {
    const auto& facts = m_time.facts();
    if (m_time.isArriving() || !facts)
        return {};
    QStringList told;
    for (const auto& region : regions)
        told << regionMomentText(region, m_zone);
    const QString sum =
        isAhead()
            ? tr("This moment has not come: what is known now is shown.")
            : tr("%1 of %2 events").arg(formatCount(facts->events), formatCount(facts->events + facts->laterEvents));
    return sum + QStringLiteral("  ·  ") + told.join(QStringLiteral("  ·  "));
}

void TimeBand::tell() {
    if (!m_time.isPast())
        return;
    const QString moment = momentText(*m_time.asOf(), m_zone);
    m_sign->setText(isAhead() ? tr("Not yet: %1").arg(moment) : tr("The past: %1").arg(moment));
    m_story->setWholeText(storyText());
    const auto regions = m_time.regions();
    m_bounds->setWholeText(boundsText(regions));
    const bool isIncomplete = std::ranges::any_of(regions, &RegionMoment::isIncomplete);
    setTone(m_bounds, isIncomplete ? Tone::Warning : Tone::Quiet);
    setTone(m_story, m_isPageOfNow ? Tone::Warning : Tone::Normal);
    const auto late = static_cast<int>(std::clamp<std::int64_t>(m_time.lateEvents(), 0, INT_MAX));
    setButtonText(m_late, tr("Show %n event(s) that came in since", nullptr, late));
    m_late->setVisible(late > 0);
}

QString TimeBand::sign() const {
    return isHidden() ? QString() : m_sign->text();
}

QString TimeBand::story() const {
    return m_story->wholeText();
}

QString TimeBand::bounds() const {
    return m_bounds->wholeText();
}

void TimeBand::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("The past"));
        tell();
    }
    QFrame::changeEvent(event);
}

} // namespace muniment
