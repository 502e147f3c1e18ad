#include "ui/pages/nothing_matches.h"

#include "models/base/clock.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QEvent>

#include <algorithm>

namespace muniment {

namespace {

constexpr qsizetype kMostChipCharacters = 48;

QString chipText(const std::string& chip) {
    const QString text = plainText(chip);
    return text.size() > kMostChipCharacters ? text.left(kMostChipCharacters - 1) + QStringLiteral("…") : text;
}

/// The condition to take away: one that matches nothing at all, else the one without which most would match.
std::size_t culpritOf(const std::vector<EmptyReason>& reasons) {
    const auto none = std::ranges::find(reasons, 0, &EmptyReason::alone);
    const auto found = none != reasons.end() ? none : std::ranges::max_element(reasons, {}, &EmptyReason::without);
    return static_cast<std::size_t>(found - reasons.begin());
}

} // namespace

NothingMatches::NothingMatches(AskEmptyReasons ask, QWidget* parent)
    : EmptyPlace(parent),
      m_slot(this, std::move(ask), [this](const TimelineQuestion& question, Result<std::vector<EmptyReason>> reasons) {
          take(question, std::move(reasons));
      }) {
    connect(this, &EmptyPlace::actionChosen, this, [this] { emit filterWanted(withoutChip(m_filter, m_removable)); });
    retranslate();
}

void NothingMatches::explain(const FilterNode& filter, const std::optional<Moment>& asOf) {
    if (filter == m_filter && asOf == m_asOf && (!m_reasons.empty() || m_slot.isRunning()))
        return;
    m_filter = filter;
    m_asOf = asOf;
    m_slot.request({.filter = filter, .asOf = asOf, .now = systemClock().now()});
}

void NothingMatches::forget() {
    m_reasons.clear();
    m_slot.drop();
}

void NothingMatches::take(const TimelineQuestion& question, Result<std::vector<EmptyReason>> reasons) {
    if (question.filter != m_filter || question.asOf != m_asOf)
        return;
    if (!reasons) {
        if (reasons.error().code != ErrorCode::Cancelled)
            emit failed(reasons.error());
        return;
    }
    m_reasons = std::move(*reasons);
    retranslate();
}

void NothingMatches::retranslate() {
    const auto title = tr("No event matches");
    if (m_reasons.empty())
        return say(title, tr("Looking for the condition that leaves nothing."));
    m_removable = culpritOf(m_reasons);
    const auto& reason = m_reasons[m_removable];
    const auto text = isolated(chipText(reason.chip));
    const auto without = formatCount(reason.without);
    say(title,
        reason.alone == 0
            ? tr("“%1” alone matches nothing in this file; without it %2 events would match.").arg(text, without)
            : tr("Each condition alone matches something, all together nothing. Without “%1” it would be %2 "
                 "events.")
                  .arg(text, without),
        tr("Take Away “%1”").arg(chipText(reason.chip)).replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void NothingMatches::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EmptyPlace::changeEvent(event);
}

} // namespace muniment
