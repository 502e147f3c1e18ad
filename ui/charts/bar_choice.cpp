#include "ui/charts/bar_choice.h"

#include <algorithm>
#include <utility>

namespace muniment {

void BarChoice::setCount(int bars, bool isOther) {
    m_count = bars;
    if (isOther) {
        giveUp();
        m_current = -1;
    }
    m_current = std::min(m_current, bars - 1);
    m_hovered = -1;
}

std::optional<BarSpan> BarChoice::span() const {
    return m_span ? std::optional(m_span->inOrder()) : std::nullopt;
}

void BarChoice::moveTo(int bar, bool isExtending) {
    if (m_count == 0)
        return;
    const int anchor = m_span ? m_span->from : m_current;
    m_current = std::clamp(bar, 0, m_count - 1);
    m_hovered = -1;
    if (isExtending)
        m_span = BarSpan{std::max(anchor, 0), m_current};
    else
        m_span.reset();
}

void BarChoice::press(int bar) {
    m_isPressed = true;
    m_current = bar;
    m_span = BarSpan{bar, bar};
}

bool BarChoice::hover(int bar) {
    if (m_isPressed && m_span)
        m_span->to = bar;
    if (bar == m_hovered && !m_isPressed)
        return false;
    m_hovered = bar;
    return true;
}

void BarChoice::leave() {
    m_hovered = -1;
}

std::optional<BarSpan> BarChoice::release() {
    if (!std::exchange(m_isPressed, false) || !m_span)
        return std::nullopt;
    return std::exchange(m_span, std::nullopt)->inOrder();
}

std::optional<BarSpan> BarChoice::take() {
    if (m_span)
        return std::exchange(m_span, std::nullopt)->inOrder();
    return m_current >= 0 && m_current < m_count ? std::optional(BarSpan{m_current, m_current}) : std::nullopt;
}

std::optional<BarSpan> BarChoice::middleHalf() const {
    const int quarter = m_count / 4;
    if (quarter == 0)
        return std::nullopt;
    const int from = std::clamp(m_current - quarter, 0, m_count - 2 * quarter);
    return BarSpan{from, from + 2 * quarter - 1};
}

bool BarChoice::giveUp() {
    m_isPressed = false;
    return std::exchange(m_span, std::nullopt).has_value();
}

void BarChoice::enter() {
    if (m_current < 0)
        m_current = m_count - 1;
}

} // namespace muniment
