#include "ui/widgets/refresh_pause.h"

#include <utility>

namespace muniment {

RefreshPause::RefreshPause(int millis, std::function<void()> refresh, QObject* parent)
    : QObject(parent),
      m_refresh(std::move(refresh)) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(millis);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isDue, false))
            request();
    });
}

void RefreshPause::request() {
    m_isDue = m_pause.isActive();
    if (m_isDue)
        return;
    m_refresh();
    m_pause.start();
}

} // namespace muniment
