#include "ui/filter/filter_history.h"

#include <QSettings>

namespace muniment {

FilterHistory::FilterHistory(const char* key)
    : m_key(QLatin1String(key)),
      m_texts(QSettings().value(m_key).toStringList().mid(0, kMost)) {}

void FilterHistory::add(const QString& text) {
    m_place = -1;
    if (text.isEmpty() || (!m_texts.isEmpty() && m_texts.front() == text))
        return;
    m_texts.removeAll(text);
    m_texts.prepend(text);
    m_texts = m_texts.mid(0, kMost);
    QSettings().setValue(m_key, m_texts);
}

QString FilterHistory::older(const QString& typed) {
    if (m_place < 0)
        m_typed = typed;
    int next = m_place + 1;
    // What stands in the line already is no step.
    if (next < m_texts.size() && m_texts.at(next) == typed)
        ++next;
    if (next >= m_texts.size())
        return typed;
    m_place = next;
    return m_texts.at(m_place);
}

QString FilterHistory::newer(const QString& typed) {
    if (m_place < 0)
        return typed;
    --m_place;
    return m_place < 0 ? m_typed : m_texts.at(m_place);
}

} // namespace muniment
