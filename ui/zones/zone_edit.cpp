#include "ui/zones/zone_edit.h"

#include "models/base/clock.h"
#include "models/items/zone_choices.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace muniment {

static constexpr int kOffered = 30;

ZoneEdit::ZoneEdit(QWidget* parent)
    : QLineEdit(parent),
      m_offered(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_offered, this)) {
    // What is offered fits already; it is shown in words, and its id is taken over.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::UserRole);
    m_completer->popup()->setAccessibleName(tr("Time zones found"));
    setCompleter(m_completer);
    setPlaceholderText(tr("Berlin or Europe/Berlin"));
    connect(this, &QLineEdit::textEdited, this, &ZoneEdit::offer);
}

std::optional<std::string> ZoneEdit::zone() const {
    return text().trimmed().isEmpty() ? std::nullopt : zoneIdOf(text());
}

void ZoneEdit::offer(const QString& text) {
    m_offered->clear();
    const Instant now = systemClock().now();
    for (const std::string& id : findZones(text, kOffered)) {
        auto* item = new QStandardItem(zoneChoiceWords(id, now));
        item->setData(QString::fromStdString(id), Qt::UserRole);
        m_offered->appendRow(item);
    }
    if (m_offered->rowCount() > 0)
        m_completer->complete();
}

} // namespace muniment
