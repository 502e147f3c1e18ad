// Everything about the chosen event: in words, what it changed, its payload, and what belongs to it.
#pragma once

#include "models/items/request_slot.h"
#include "models/items/shown_value.h"
#include "ui/details/shown_event.h"
#include "ui/pages/page.h"

#include <QFrame>

#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace muniment {

class ChangesTab;
class EmptyPlace;
class PayloadTab;
class ProofTab;
class RelatedTab;
class SecretDisclosure;
class SummaryTab;
class ValueTable;

class EventDetailsPane : public QFrame {
    Q_OBJECT
public:
    EventDetailsPane(const PageContext& context, QWidget* parent);

    /// Another event than before: its secrets are masked.
    void showRow(const TimelineRow& row);
    /// Of the event that is shown.
    void showAnnotation(const EventAnnotation& annotation);
    void clear();
    /// Of what belongs to the event, only what had happened by then.
    void setAsOf(const std::optional<Moment>& asOf);
    void setZone(const ClockZone& zone);
    /// New events may belong to the chosen one.
    void refresh();

    /// Of the tab that is shown; nullptr when none is.
    [[nodiscard]] const ShownValue* chosenValue() const;
    /// Asks for a reason, then shows the chosen secret, or the first one of the event.
    void showSecret();
    /// The command that takes the event back, as its button says it; empty: there is none.
    void offerTakeBack(const QString& verb);
    /// What can be done with the chosen value.
    [[nodiscard]] QMenu* makeMenu();

    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

    [[nodiscard]] SummaryTab* summary() const { return m_summary; }

    [[nodiscard]] ChangesTab* changes() const { return m_changes; }

    [[nodiscard]] PayloadTab* payload() const { return m_payload; }

    [[nodiscard]] RelatedTab* related() const { return m_related; }

    [[nodiscard]] ProofTab* proof() const { return m_proof; }

    [[nodiscard]] QPushButton* secretButton() const { return m_secret.button; }

    [[nodiscard]] QPushButton* takeBackButton() const { return m_takeBack.button; }

signals:
    void eventWanted(muniment::EventNumber number);
    void takeBackWanted();
    /// A column of what stands at this path of the payload.
    void columnWanted(const QString& path);
    void said(const muniment::Message& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addTab(QWidget* tab, ValueTable* table);

    /// A line under the tabs: words, and what can be done about them.
    struct Bar {
        QWidget* whole = nullptr;
        QLabel* words = nullptr;
        QPushButton* button = nullptr;
    };

    [[nodiscard]] Bar addBar();
    [[nodiscard]] ValueTable* table() const;
    [[nodiscard]] std::vector<std::string> maskedSecrets() const;
    void takeNoted(EventNumber number, const QString& secret);
    void takeDetails(const TimelineRow& row, Result<EventDetails> details);
    /// Makes what the tabs show of the payload, or has it made.
    void layOut();
    void takeValues(const EventValuesRequest& request, Result<EventValues> values);
    void tell();
    void retranslate();

    PageContext m_context;
    RequestSlot<TimelineRow, EventDetails> m_slot;
    RequestSlot<EventValuesRequest, EventValues> m_values;
    std::optional<ShownEvent> m_event;
    ClockZone m_zone;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    QTabWidget* m_tabs;
    SummaryTab* m_summary;
    ChangesTab* m_changes;
    PayloadTab* m_payload;
    RelatedTab* m_related;
    ProofTab* m_proof;
    SecretDisclosure* m_disclosure;
    Bar m_secret;
    Bar m_takeBack;
};

} // namespace muniment
