// The columns of one table: who gets the room that is left, and what the person has made of them.
#pragma once

#include <QObject>
#include <QSize>
#include <QStringList>

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
};

/// Lives with its table, whose model MUST be set. Columns are resized and moved by the header, shown and hidden by the
/// header's menu; all of it is kept under `name` and found again by the next table of that name.
class TableColumns : public QObject {
    Q_OBJECT
public:
    TableColumns(QTableView* table, const char* name, std::vector<ColumnPlan> plan);

    void setShown(int column, bool isShown);
    /// Places, visibility and own widths, as text to keep; arrange() brings them back. What does not fit the columns
    /// there are is left alone.
    [[nodiscard]] QStringList arrangement() const;
    void arrange(const QStringList& arrangement);
    /// As planned.
    void reset();
    /// Opens the header's menu under the first column, ready for the arrow keys.
    void openMenu();
    /// The header's menu, made anew: a choice for each column, and the way back.
    [[nodiscard]] QMenu* makeMenu();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openMenuAt(const QPoint& place);
    void restore();
    void apply(const QStringList& kept);
    void keep() const;
    void fit();
    void takeResized(int column, int width);
    [[nodiscard]] int widthOf(int column) const;

    QTableView* m_table;
    const char* m_name;
    std::vector<ColumnPlan> m_plan;
    std::vector<std::optional<int>> m_own; ///< widths the person has given
    bool m_isFitting = false;
};

} // namespace muniment
