#include "models/spool/back_off.h"

#include <algorithm>
#include <cmath>

namespace muniment {

std::chrono::milliseconds BackOff::next(double roll) {
    const auto whole = std::min(m_next, m_most);
    m_next = std::min(m_next * 2, m_most);
    const auto off = std::chrono::milliseconds(std::llround(static_cast<double>(whole.count()) * roll / 4));
    return whole - off;
}

} // namespace muniment
