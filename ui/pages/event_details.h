// Everything about one event: in words, what it changed, and the bytes.
#pragma once

#include "models/items/event_details.h"
#include "models/items/formats.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace muniment {

class EmptyPlace;
class SentenceView;
class TextGrid;

class EventDetailsPane : public QFrame {
    Q_OBJECT
public:
    EventDetailsPane(Ask<TimelineRow, EventDetails> ask, QWidget* parent);
    void showRow(const TimelineRow& row);
    void clear();
    void setZone(ClockZone zone);
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeSummary();
    [[nodiscard]] QWidget* makeChanges();
    [[nodiscard]] QWidget* makeRaw();
    void fill();
    void retranslate();

    RequestSlot<TimelineRow, EventDetails> m_slot;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    QTabWidget* m_tabs;
    SentenceView* m_sentence = nullptr;
    QLabel* m_marks = nullptr;
    TextGrid* m_facts = nullptr;
    TextGrid* m_changes = nullptr;
    QLabel* m_noChanges = nullptr;
    QPlainTextEdit* m_pretty = nullptr;
    QLabel* m_exactTitle = nullptr;
    QPlainTextEdit* m_exact = nullptr;
    QPushButton* m_copy = nullptr;
    std::optional<TimelineRow> m_row;
    std::vector<FieldChange> m_fields;
    ClockZone m_zone = ClockZone::Utc;
};

} // namespace muniment
