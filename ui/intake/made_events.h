// What a mapping makes of a record: the events, or the sentence that says which place is wrong.
#pragma once

#include "models/intake/promotion_run.h"

#include <QWidget>

class QLabel;

namespace muniment {

class TextGrid;

class MadeEvents : public QWidget {
    Q_OBJECT
public:
    explicit MadeEvents(QWidget* parent);
    void show(const Result<RecordOutcome>& outcome);
    /// Instead of events.
    void say(const QString& text);
    void clear();
    [[nodiscard]] QString text() const;

private:
    QLabel* m_trouble;
    QLabel* m_title;
    TextGrid* m_events;
};

} // namespace muniment
