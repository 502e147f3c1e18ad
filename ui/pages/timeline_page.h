// Events of all regions, newest first, with the chosen one's details.
#pragma once

#include "models/items/timeline_model.h"
#include "ui/pages/page.h"

#include <optional>

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace muniment {

class EmptyPlace;
class EventDetailsPane;
class KeptSplitter;
class TimelineTable;

class TimelinePage : public PageWidget {
    Q_OBJECT
public:
    TimelinePage(const PageContext& context, QWidget* parent);

    void setZone(ClockZone zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;
    [[nodiscard]] QTableView* list() const override;
    void showDetailsPane(bool isShown) override;
    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;

    /// Brings the event into view and chooses it.
    void goToEvent(EventNumber number);

    [[nodiscard]] TimelineModel* model() const { return m_model; }

    [[nodiscard]] TimelineTable* table() const { return m_table; }

    [[nodiscard]] EventDetailsPane* details() const { return m_details; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void takeWindow();
    void takeChosen();

    TimelineModel* m_model;
    TimelineTable* m_table;
    EventDetailsPane* m_details;
    KeptSplitter* m_splitter;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    QLabel* m_following;
    QPushButton* m_newEvents;
    std::optional<TimelineRow> m_chosenRow;
    bool m_isActive = false;
};

} // namespace muniment
