#include "ui/zones/zone_dialog.h"

#include "models/base/clock.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/zones/zone_edit.h"

namespace muniment {

static const QString kZone = QStringLiteral("zone");

ZoneDialog::ZoneDialog(const QString& title, const QString& intro, const std::string& present, Empty empty,
                       QWidget* parent)
    : FormDialog(title, intro, tr("&Set"), parent),
      m_line(new ZoneEdit(this)),
      m_present(present),
      m_empty(empty) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setText(plainText(present));
    addWidgetField(kZone,
                   empty == Empty::IsNone ? tr("Time &zone, a city or an IANA id; empty for none")
                                          : tr("Time &zone, a city or an IANA id"),
                   m_line);
    m_line->setFocus();
    m_line->selectAll();
    connect(m_line, &QLineEdit::textChanged, this, &ZoneDialog::read);
    connect(this, &FormDialog::submitted, this, &ZoneDialog::choose);
    read();
}

void ZoneDialog::read() {
    clearErrors();
    if (const auto zone = m_line->zone())
        setNote(
            tr("There it is %1 now.").arg(formatTimeToMinuteWithZone(systemClock().now(), ClockZone::named(*zone))));
    else if (!m_present.empty() && m_line->text() == plainText(m_present))
        setNote(zoneWords(ClockZone::named(m_present)));
    else
        setNote({});
}

void ZoneDialog::choose() {
    const bool isEmpty = m_line->text().trimmed().isEmpty();
    const auto zone = isEmpty && m_empty == Empty::IsNone ? std::optional<std::string>(std::string()) : m_line->zone();
    if (!zone)
        return showError(kZone, isEmpty ? tr("Choose a zone.")
                                        : tr("This machine knows no zone of this name. Type a city, and choose from "
                                             "the list."));
    emit zoneChosen(*zone);
    accept();
}

} // namespace muniment
