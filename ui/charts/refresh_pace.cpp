#include "ui/charts/refresh_pace.h"

namespace muniment {

RefreshPace::RefreshPace(int millis, QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(millis);
    connect(&m_timer, &QTimer::timeout, this, &RefreshPace::takeTimeout);
}

void RefreshPace::noteChange() {
    if (m_timer.isActive()) {
        m_hasChanged = true;
        return;
    }
    m_timer.start();
    emit due();
}

void RefreshPace::noteAsked() {
    m_hasChanged = false;
    m_timer.start();
}

void RefreshPace::rest() {
    m_hasChanged = false;
    m_timer.stop();
}

void RefreshPace::takeTimeout() {
    if (std::exchange(m_hasChanged, false))
        noteChange();
}

} // namespace muniment
