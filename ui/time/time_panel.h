// Where a person says which moment the window shall show: typed, from a calendar, or one they have bookmarked.
#pragma once

#include "models/items/time_machine.h"

#include <QDialog>

#include <vector>

class QCalendarWidget;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace muniment {

/// A popup under what opens it; goes when it is closed.
class TimePanel : public QDialog {
    Q_OBJECT
public:
    TimePanel(TimeMachine& time, Workspace& workspace, const ClockZone& zone, QWidget* parent);

    void openBelow(const QWidget* place);

    [[nodiscard]] QLineEdit* line() const { return m_line; }

    [[nodiscard]] QCalendarWidget* calendar() const { return m_calendar; }

    [[nodiscard]] QListView* named() const { return m_named; }

    [[nodiscard]] QPushButton* showButton() const { return m_show; }

    [[nodiscard]] QPushButton* compareButton() const { return m_compare; }

    /// What is said of what was typed.
    [[nodiscard]] QString toldText() const;

signals:
    /// What became of everything since then is to be shown.
    void comparisonWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void connectParts();
    void read();
    void choose();
    void compare();
    void chooseNamed(int row);
    void takeDay();
    void takeNamed(Result<std::vector<TimelineRow>> rows);
    void tell(const QString& text, bool isWrong);
    [[nodiscard]] QString instantWords(Instant t) const;
    /// Brings what the calendar is made of into our words.
    void nameCalendar();

    TimeMachine& m_time;
    ClockZone m_zone;
    QLineEdit* m_line;
    QLabel* m_told;
    QCalendarWidget* m_calendar;
    QLabel* m_namedTitle;
    QListView* m_named;
    QLabel* m_noNamed;
    QStandardItemModel* m_model;
    QPushButton* m_show;
    QPushButton* m_now;
    QPushButton* m_compare;
    std::vector<EventNumber> m_numbers;
    RequestSlot<int, std::vector<TimelineRow>> m_slot;
    bool m_isAsked = false; ///< an event was named and is looked for
};

} // namespace muniment
