// Why the event is believed: its leaf, the way to the root, and the kept checkpoint that covers it.
#pragma once

#include "models/items/integrity_queries.h"
#include "ui/details/shown_event.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace muniment {

class ValueTable;

/// Asks only while it is seen.
class ProofTab : public QWidget {
    Q_OBJECT
public:
    ProofTab(AskProof ask, QWidget* parent);
    void tell(const ShownEvent& event);

    [[nodiscard]] ValueTable* table() const { return m_table; }

    /// What is proved, in a sentence.
    [[nodiscard]] QString sentence() const;

    /// That it was checked again, and when; empty: it was not.
    [[nodiscard]] QString checkedText() const;

    [[nodiscard]] QPushButton* checkButton() const { return m_check; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

signals:
    void failed(const muniment::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void request();
    void take(EventNumber event, Result<EventProof> proof);
    [[nodiscard]] const EventProof* proof() const; ///< nullptr: none was made
    [[nodiscard]] QString said() const;
    void fill();
    void copy() const;

    QLabel* m_sentence;
    ValueTable* m_table;
    QLabel* m_checked;
    QPushButton* m_check;
    QPushButton* m_copy;
    RequestSlot<EventNumber, EventProof> m_slot;
    std::optional<EventNumber> m_event;
    std::optional<Result<EventProof>> m_answer; ///< for m_event; nothing while it is under way
    ClockZone m_zone;
    bool m_isStale = false;
    bool m_isAgain = false; ///< the person has asked for the proof once more
};

} // namespace muniment
