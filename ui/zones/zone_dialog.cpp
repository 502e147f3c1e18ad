#include "ui/zones/zone_dialog.h"

#include "models/base/clock.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/widgets/labels.h"
#include "ui/zones/zone_edit.h"

#include <QVBoxLayout>

namespace muniment {

static const QString kZone = QStringLiteral("zone");

ZoneDialog::ZoneDialog(const QString& title, const QString& intro, const std::string& present, Empty empty,
                       QWidget* parent)
    : FormDialog(title, intro, tr("&Set"), parent),
      m_line(new ZoneEdit(this)),
      m_told(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_present(present),
      m_empty(empty) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setText(plainText(present));
    const QString label = empty == Empty::IsNone ? tr("Time &zone, a city or an IANA id; empty for none")
                                                 : tr("Time &zone, a city or an IANA id");
    auto* field = new QWidget(this);
    auto* layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    layout->addWidget(m_told);
    field->setFocusProxy(m_line);
    addWidgetField(kZone, label, field);
    m_line->setAccessibleName(field->accessibleName());
    m_line->setFocus();
    m_line->selectAll();
    connect(m_line, &QLineEdit::textChanged, this, &ZoneDialog::read);
    connect(this, &FormDialog::submitted, this, &ZoneDialog::choose);
    read();
}

void ZoneDialog::read() {
    clearErrors();
    const auto zone = m_line->zone();
    const bool isUnknown = !zone && !m_present.empty() && m_line->text() == plainText(m_present);
    setNote(isUnknown ? zoneWords(ClockZone::named(m_present)) : QString());
    m_told->setText(
        zone ? tr("There it is %1 now.").arg(formatTimeToMinuteWithZone(systemClock().now(), ClockZone::named(*zone)))
             : QString());
}

QString ZoneDialog::toldText() const {
    return m_told->text();
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
