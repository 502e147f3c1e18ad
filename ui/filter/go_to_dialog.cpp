#include "ui/filter/go_to_dialog.h"

#include "models/base/clock.h"

#include <QLineEdit>

namespace muniment {

static constexpr int kToldLines = 3;

GoToDialog::GoToDialog(const ClockZone& zone, QWidget* parent)
    : LineDialog(tr("Go To"), tr("&Time, row or ordinal"), tr("&Go"), kToldLines, parent),
      m_zone(zone.ofMany()) {
    line()->setPlaceholderText(tr("2026-11-20 13:14, in UTC"));
    read();
}

void GoToDialog::read() {
    const bool isEmpty = line()->text().trimmed().isEmpty();
    const auto target = parseGoTo(line()->text(), systemClock().now());
    setAnswerable(target.has_value());
    if (!isEmpty && !target)
        tell(tr("This is no time, row or ordinal: 2026-11-20 13:14, yesterday, -3h, #18,406 or "
                "eu-west-1 #1204331."),
             true);
    else if (const auto* instant = target ? std::get_if<Instant>(&*target) : nullptr)
        tell(tr("The newest event at or before %1.").arg(momentText(*instant)));
    else
        tell(tr("A time (2026-11-20 13:14 is UTC; also yesterday or -3h), # and a row of the list, or a "
                "region, # and the ordinal in its log."));
}

QString GoToDialog::momentText(Instant t) const {
    const QString utc = formatTimeWithZone(t, ClockZone());
    return m_zone == ClockZone() ? utc : tr("%1, which is %2").arg(utc, formatTimeWithZone(t, m_zone));
}

void GoToDialog::choose() {
    if (const auto target = parseGoTo(line()->text(), systemClock().now())) {
        emit targetChosen(*target);
        accept();
    }
}

} // namespace muniment
