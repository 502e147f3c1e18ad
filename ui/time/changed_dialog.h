// What became of every organization and person between two moments, in a window of its own beside the main one.
#pragma once

#include "models/items/changed_model.h"
#include "models/items/time_machine.h"
#include "ui/shell/message_bar.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace muniment {

class EmptyPlace;

/// From the time machine's second handle to the moment that is shown; both can be typed. Goes when it is closed.
class ChangedDialog : public QDialog {
    Q_OBJECT
public:
    ChangedDialog(TimeMachine& time, Workspace& workspace, const ClockZone& zone, QWidget* parent);

    [[nodiscard]] QLineEdit* from() const { return m_from; }

    [[nodiscard]] QLineEdit* to() const { return m_to; }

    [[nodiscard]] QPushButton* compareButton() const { return m_compare; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

    [[nodiscard]] QTableView* view() const { return m_table; }

    [[nodiscard]] ChangedModel* model() const { return m_model; }

    [[nodiscard]] QString toldText() const;

signals:
    /// Show this event in the timeline.
    void eventChosen(muniment::EventNumber number);
    void said(const muniment::Message& message);

private:
    void layOut();
    void compare();
    void tell();
    void copy();
    [[nodiscard]] std::optional<Instant> typedIn(const QLineEdit* line) const;

    TimeMachine& m_time;
    ChangedModel* m_model;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QPushButton* m_compare;
    QPushButton* m_copy;
    QPushButton* m_close;
    QLabel* m_told;
    QTableView* m_table;
    EmptyPlace* m_empty;
    QStackedWidget* m_stack;
    ClockZone m_zone;
};

} // namespace muniment
