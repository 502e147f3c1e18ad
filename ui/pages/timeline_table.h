// The table of visible events with a scroll bar that stands for all of them. The selection is an event, not a row.
#pragma once

#include "models/items/timeline_model.h"
#include "ui/widgets/table_columns.h"

#include <QScrollBar>
#include <QTableView>
#include <QWidget>

#include <optional>
#include <vector>

class QMenu;

namespace muniment {

class StickyColumn;

/// The name under which a table's columns are kept, and which of them are there at first.
struct TimelineColumnPlan {
    const char* name;
    std::vector<ColumnPlan> columns;

    /// Of the timeline's own page.
    [[nodiscard]] static TimelineColumnPlan ofPage();
    /// When and what, where there is room for no more.
    [[nodiscard]] static TimelineColumnPlan compact(const char* name);
};

class TimelineTable : public QWidget {
    Q_OBJECT
public:
    TimelineTable(TimelineModel* model, const TimelineColumnPlan& plan, QWidget* parent);

    [[nodiscard]] std::optional<EventNumber> chosen() const { return m_chosen; }

    /// Keeps the event chosen wherever it goes; it need not be visible.
    void choose(EventNumber number);

    [[nodiscard]] QModelIndex chosenIndex() const { return m_view->currentIndex(); }

    [[nodiscard]] QTableView* view() const { return m_view; }

    [[nodiscard]] QScrollBar* scrollBar() const { return m_bar; }

    [[nodiscard]] TableColumns* columns() const { return m_columns; }

    /// The time's own view while the columns are scrolled sideways.
    [[nodiscard]] StickyColumn* timeColumn() const { return m_sticky; }

    /// The cell that is seen at a place of the view's viewport.
    [[nodiscard]] QModelIndex indexAt(const QPoint& place) const;

    /// At the right of the scroll bar.
    void addStrip(QWidget* strip);

    /// Asks for as many rows as there is room for; for after the model was told another height.
    void fitHeight();

    bool eventFilter(QObject* watched, QEvent* event) override;

public slots:
    /// Shows a field of the payload as a column of its own; "payload." may stand before the path.
    void addPayloadColumn(const QString& path);
    /// Asks for a field and shows it as a column.
    void chooseNewColumn();

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
    void fitTime();
    void scrollSideways(int delta);
    void keepTimeInView(bool isKept);
    void addToMenu(QMenu* menu);
    void retranslate();

    TimelineModel* m_model;
    QTableView* m_view;
    QScrollBar* m_bar;
    TableColumns* m_columns = nullptr;
    StickyColumn* m_sticky = nullptr;
    std::optional<EventNumber> m_chosen;
    std::optional<std::int64_t> m_moving; ///< row to choose when the window that holds it has come
    int m_column = 0;                     ///< of the current cell, also while no row is chosen
    int m_wheel = 0;
    bool m_isSettling = false;
};

} // namespace muniment
