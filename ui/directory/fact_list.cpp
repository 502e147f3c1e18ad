#include "ui/directory/fact_list.h"

#include "models/items/plain_text.h"

namespace muniment {

FactList& FactList::cell(const QString& label, TextCell cell) {
    if (!cell.text.isEmpty())
        m_rows.push_back({TextCell{label, {}, Tone::Quiet, false, false}, std::move(cell)});
    return *this;
}

FactList& FactList::add(const QString& label, const QString& value, const QString& whole) {
    return cell(label, {value, whole, Tone::Normal, false, false});
}

FactList& FactList::id(const QString& label, const std::string& id) {
    return cell(label, {plainText(id), {}, Tone::Normal, true, false});
}

FactList& FactList::time(const QString& label, Instant t, const ClockZone& zone) {
    return add(label, formatTimeWithZone(t, zone), formatTimeInZones(t, zone));
}

} // namespace muniment
