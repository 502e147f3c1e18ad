// Not each of many changes is looked at: the first at once, what comes in the pause after it together.
#pragma once

#include <QTimer>

#include <functional>

namespace muniment {

class RefreshPause : public QObject {
    Q_OBJECT
public:
    RefreshPause(int millis, std::function<void()> refresh, QObject* parent);
    /// Something has changed.
    void request();

private:
    std::function<void()> m_refresh;
    QTimer m_pause;
    bool m_isDue = false;
};

} // namespace muniment
