// When to ask anew about what changes all the time.
#pragma once

#include <QObject>
#include <QTimer>

namespace muniment {

/// At once when something has changed after a while, then once an interval as long as it goes on, and once more after
/// the last change: what is shown is never older than an interval.
class RefreshPace : public QObject {
    Q_OBJECT
public:
    RefreshPace(int millis, QObject* parent);

    void noteChange();
    /// It was asked for another reason: the changes so far are in the answer.
    void noteAsked();
    /// Nobody looks: what has changed is to be asked for when somebody does.
    void rest();

    /// Within an interval: a change now is not asked for at once.
    [[nodiscard]] bool isBusy() const { return m_timer.isActive(); }

signals:
    void due();

private:
    void takeTimeout();

    QTimer m_timer;
    bool m_hasChanged = false;
};

} // namespace muniment
