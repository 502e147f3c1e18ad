// What a form is about to write: in words, how much and whom it touches, and the exact events.
#pragma once

#include "models/items/planned_writes.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace muniment {

class TextGrid;

class PlannedWritesView : public QWidget {
    Q_OBJECT
public:
    explicit PlannedWritesView(QWidget* parent);

    /// Only a sentence: what is missing, being looked for, or wrong.
    void tell(const QString& sentence, bool isWrong = false);
    void show(const PlannedWrites& planned);

    [[nodiscard]] QSize sizeHint() const override;

    /// Everything it says, a line for each.
    [[nodiscard]] QString text() const;

private:
    QLabel* m_words;
    QLabel* m_count;
    TextGrid* m_events;
    QScrollArea* m_scroll;
};

} // namespace muniment
