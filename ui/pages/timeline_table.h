// The table of visible events with a scroll bar that stands for all of them. The selection is an event, not a row.
#pragma once

#include "models/items/timeline_model.h"

#include <QScrollBar>
#include <QTableView>
#include <QWidget>

#include <optional>

namespace muniment {

class TimelineTable : public QWidget {
    Q_OBJECT
public:
    TimelineTable(TimelineModel* model, QWidget* parent);

    [[nodiscard]] std::optional<EventNumber> chosen() const { return m_chosen; }

    /// Keeps the event chosen wherever it goes; it need not be visible.
    void choose(EventNumber number);

    [[nodiscard]] QModelIndex chosenIndex() const { return m_view->currentIndex(); }

    [[nodiscard]] QTableView* view() const { return m_view; }

    [[nodiscard]] QScrollBar* scrollBar() const { return m_bar; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void chosenChanged();
    void detailsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void moveTo(std::int64_t row);
    void moveBy(std::int64_t rows);
    void takeWindow();
    void takeCurrent(const QModelIndex& current);
    void fitHeight();
    void retranslate();

    TimelineModel* m_model;
    QTableView* m_view;
    QScrollBar* m_bar;
    std::optional<EventNumber> m_chosen;
    std::optional<std::int64_t> m_moving; ///< row to choose when the window that holds it has come
    int m_wheel = 0;
    bool m_isSettling = false;
};

} // namespace muniment
