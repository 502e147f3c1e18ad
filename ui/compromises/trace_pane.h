// What came of one account in the wrong hands: a sentence, what it gave, what others could reach by it, and the
// commands that take it back.
#pragma once

#include "models/items/compromise_queries.h"
#include "models/items/formats.h"
#include "models/items/text_rows_model.h"

#include <QFrame>

#include <array>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace muniment {

class ActionRegistry;
class EmptyPlace;

class TracePane : public QFrame {
    Q_OBJECT
public:
    enum Side { Acts, Exposures, Commands, SideCount };

    TracePane(ActionRegistry& actions, QWidget* parent);

    void setZone(const ClockZone& zone);
    void showNone();
    /// What is shown of the same account before stays until the answer is there.
    void showWaiting(const CompromiseMark& mark);
    void showStopped();
    void show(const CompromiseMark& mark, const TraceRequest& request, const TraceAnswer& answer);
    void retranslate();

    /// nullptr while none is shown.
    [[nodiscard]] const TraceAnswer* answer() const { return m_answer ? &m_answer->second : nullptr; }

    [[nodiscard]] const TraceRequest* request() const { return m_answer ? &m_answer->first : nullptr; }

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

    [[nodiscard]] QTableView* table(Side side) const { return m_tables[side]; }

    [[nodiscard]] Side side() const;
    /// The sentence, what it leaves out, and how fresh it is.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString markText() const;

signals:
    void eventChosen(muniment::EventNumber number);
    void entityChosen(const muniment::EntityRef& entity);
    void cancelChosen();
    void againChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Place {
        QStackedWidget* stack;
        EmptyPlace* empty;
    };

    [[nodiscard]] QWidget* makeSide(Side side);
    [[nodiscard]] QWidget* makeWaiting();
    [[nodiscard]] QWidget* makeAnswer(ActionRegistry& actions);
    void fill();
    void activate(Side side, int row);
    void sayEmpty();

    ClockZone m_zone;
    std::optional<CompromiseMark> m_mark;
    std::optional<std::pair<TraceRequest, TraceAnswer>> m_answer;
    QStackedWidget* m_stack;
    EmptyPlace* m_none;
    EmptyPlace* m_stopped;
    QWidget* m_waiting;
    QLabel* m_waitingText;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QWidget* m_told;
    QLabel* m_badgeIcon;
    QLabel* m_badge;
    QLabel* m_sentence;
    QLabel* m_limits;
    QLabel* m_freshness;
    QTabWidget* m_tabs;
    std::array<QTableView*, SideCount> m_tables{};
    std::array<TextRowsModel*, SideCount> m_models{};
    std::array<Place, SideCount> m_places{};
};

} // namespace muniment
