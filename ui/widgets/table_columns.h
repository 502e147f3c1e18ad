// The columns of one table: who gets the room that is left, and what the person has made of them.
#pragma once

#include <QObject>
#include <QSize>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QMenu;
class QPoint;
class QTableView;

namespace muniment {

/// What a column is before the person changes it.
struct ColumnPlan {
    int width = 0;       ///< in pixels; never narrower than the column's title
    int weight = 0;      ///< share of the room that is left over; 0: the column is as wide as its content needs
    bool isShown = true; ///< the others are in the header's menu
    /// What it keeps where room is short; 0: a column with a weight keeps 120, others all.
    int least = 0;
    int givesWay = 0; ///< where room is short, lower ones give theirs before higher ones give any
};

/// Columns that a person adds to a table and takes away again. They stand behind those that were planned.
struct AddedColumns {
    ColumnPlan plan;
    /// Gives the model a column for each of the keys that can be one, and takes away the added columns of other keys.
    std::function<void(const QStringList& keys)> provide;
};

/// Lives with its table, whose model MUST be set. Columns are resized and moved by the header, shown, hidden, moved and
/// taken away by the header's menu; all of it is kept under `name` and found again by the next table of that name. A
/// column is known by its kColumnKeyRole, else by its number.
class TableColumns : public QObject {
    Q_OBJECT
public:
    TableColumns(QTableView* table, const char* name, std::vector<ColumnPlan> plan, AddedColumns added = {});

    void setShown(int column, bool isShown);
    /// One place to the left or right among those that are shown.
    void move(int column, bool isToRight);
    /// The added column of this key, shown; made when there is none.
    void add(const QString& key);
    /// Takes away an added column.
    void remove(int column);
    [[nodiscard]] bool isAdded(int column) const;
    /// Places, visibility and own widths, as text to keep; arrange() brings them back. What does not fit the columns
    /// there are is left alone.
    [[nodiscard]] QStringList arrangement() const;
    void arrange(const QStringList& arrangement);
    /// As planned.
    void reset();
    /// The column's content has become wider or narrower.
    void planWidth(int column, int width);
    /// Opens the header's menu under the first column, ready for the arrow keys; about the table's current column.
    void openMenu();
    /// The same at a place on the header.
    void openMenuAt(const QPoint& place, int column);
    /// The header's menu, made anew: a choice for each column, what can be done with `column` (−1: none is meant), and
    /// the way back.
    [[nodiscard]] QMenu* makeMenu(int column = -1);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Before the way back: whoever has more to offer adds it.
    void menuMade(QMenu* menu);
    void wasReset();

private:
    void addMoves(QMenu* menu, int column);
    void restore();
    void apply(const QStringList& kept);
    void keep() const;
    void fit();
    /// Takes what is missing from the columns that can give it; where that is not enough, the table scrolls by the
    /// rest.
    void giveRoom(std::vector<int>& widths, int missing) const;
    void takeResized(int column, int width);
    void takeInserted(int first, int last);

    [[nodiscard]] int count() const { return static_cast<int>(m_plan.size()); }

    [[nodiscard]] const ColumnPlan& planOf(int column) const { return m_plan[static_cast<std::size_t>(column)]; }

    [[nodiscard]] std::optional<int>& ownOf(int column) { return m_own[static_cast<std::size_t>(column)]; }

    [[nodiscard]] const std::optional<int>& ownOf(int column) const { return m_own[static_cast<std::size_t>(column)]; }

    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] int leastOf(int column) const;
    [[nodiscard]] int weightOf(int column) const;
    /// The shown column beside it; −1: it stands at the end.
    [[nodiscard]] int neighbourOf(int column, bool isToRight) const;
    [[nodiscard]] QString keyOf(int column) const;
    [[nodiscard]] QString titleOf(int column) const;
    [[nodiscard]] QStringList addedKeys() const;

    QTableView* m_table;
    const char* m_name;
    AddedColumns m_added;
    int m_planned;                         ///< columns that are not added ones
    std::vector<ColumnPlan> m_plan;        ///< of each column
    std::vector<std::optional<int>> m_own; ///< widths the person has given
    bool m_isFitting = false;
};

} // namespace muniment
