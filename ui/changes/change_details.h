// One staged change: what it would write, exactly; and, when somebody else was first, what was seen, what is and what
// is wanted beside each other.
#pragma once

#include "models/items/change_set_model.h"
#include "models/items/clock_zone.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace muniment {

class TextGrid;

class ChangeDetails : public QScrollArea {
    Q_OBJECT
public:
    explicit ChangeDetails(QWidget* parent);

    /// `names` outlives the call only.
    void show(const StagedChange& change, const ChangeSetModel& names, const ClockZone& zone);
    void retranslate();

    [[nodiscard]] QPushButton* acceptButton() const { return m_accept; }

    [[nodiscard]] TextGrid* events() const { return m_events; }

    [[nodiscard]] TextGrid* facts() const { return m_facts; }

    [[nodiscard]] TextGrid* threeWays() const { return m_ways; }

    [[nodiscard]] QString trouble() const;

signals:
    void acceptChosen();

private:
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_trouble;
    TextGrid* m_facts;
    QLabel* m_waysTitle;
    TextGrid* m_ways;
    QPushButton* m_accept;
    QLabel* m_eventsTitle;
    TextGrid* m_events;
};

} // namespace muniment
