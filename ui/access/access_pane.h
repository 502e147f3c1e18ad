// An answer about access: a sentence, since when, and how fresh; why, as a tree; when it was true; and lists.
#pragma once

#include "models/items/access_picture.h"
#include "models/items/access_sentence.h"
#include "models/items/copy_as.h"
#include "ui/access/access_wish.h"

#include <QWidget>

#include <variant>

class QFrame;
class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class AccessGraphView;
class ChartCard;
class IntervalBar;
class KeptSplitter;
class SentenceView;
class TextTableModel;
class WayTree;

class AccessPane : public QWidget {
    Q_OBJECT
public:
    AccessPane(AskNeighbours neighbours, QWidget* parent);

    void setZone(const ClockZone& zone) {
        m_zone = zone;
        m_isToBeToldAnew = true;
    }

    void show(const AccessRequest& request, const AccessAnswer& answer);
    void show(const WhoRequest& request, const WhoAnswer& answer);
    void show(const RightsRequest& request, const RightsAnswer& answer);

    /// The answer as text; empty when there is none.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString times() const;
    [[nodiscard]] QString freshness() const;

    /// Events behind the answer, each once, in the order in which they are told.
    [[nodiscard]] const std::vector<AccessCause>& events() const { return m_events; }

    /// What a row of the list asks in its turn; absent: the row has no question of its own.
    [[nodiscard]] std::optional<AccessWish> wishAt(int row) const;
    [[nodiscard]] int rowCount() const;

    /// The list; hidden when the answer has none.
    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] WayTree* tree() const { return m_tree; }

    [[nodiscard]] IntervalBar* bar() const { return m_bar; }

    [[nodiscard]] AccessGraphView* graph() const { return m_graph; }

    /// The keyboard goes to the tree or to the list.
    void focusAnswer();

signals:
    void eventChosen(muniment::EventNumber number);
    void momentChosen(muniment::Instant at);
    void wishChosen(const muniment::AccessWish& wish);
    void timelineWanted();
    void entityChosen(const muniment::EntityRef& entity);
    void failed(const muniment::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QFrame* makeAnswerCard();
    [[nodiscard]] QFrame* makeWhyCard();
    [[nodiscard]] QFrame* makeListCard();
    [[nodiscard]] QFrame* makeGraphCard();
    void retranslate();
    void tell(const QString& verdict, bool isGood, const Sentence& sentence, const QString& times,
              const AccessFreshness& freshness);
    void noteEvents(const std::vector<AccessWay>& ways);
    void noteEvent(const std::optional<AccessCause>& event);
    void setTable(TextTable table, const std::vector<int>& widths);
    void arrange(bool hasTree, bool hasTimes, bool hasList);
    void drawPicture(AccessPicture picture, const std::optional<Moment>& asOf, Instant now);

    ClockZone m_zone;
    QLabel* m_icon;
    QLabel* m_verdict;
    SentenceView* m_sentence;
    QLabel* m_times;
    QLabel* m_freshness;
    QPushButton* m_copy;
    QPushButton* m_timeline;
    QLabel* m_whyTitle;
    WayTree* m_tree;
    IntervalBar* m_bar;
    ChartCard* m_barCard;
    QLabel* m_listTitle;
    QTableView* m_table;
    TextTableModel* m_model;
    QFrame* m_whyCard;
    QFrame* m_listCard;
    QFrame* m_graphCard;
    AccessGraphView* m_graph;
    QLabel* m_graphTitle;
    QLabel* m_graphLegend;
    KeptSplitter* m_splitter;
    std::variant<std::monostate, std::pair<AccessRequest, AccessAnswer>, WhoAnswer, RightsAnswer> m_shown;
    std::vector<AccessCause> m_events;
    QString m_iconName;
    bool m_isToBeToldAnew = false; ///< in another language, or by other clocks
};

} // namespace muniment
