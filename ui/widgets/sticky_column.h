// Keeps one column of a table in view while the others scroll sideways.
#pragma once

#include <QTableView>

namespace muniment {

/// A second view of the column over the table's left edge, there only while the column itself is scrolled out of view.
/// It shares model, selection and delegate of the table, which MUST be set. The table keeps the focus, so keys and
/// screen readers know one table; what the mouse does here arrives there.
class StickyColumn : public QTableView {
    Q_OBJECT
public:
    StickyColumn(QTableView* table, int column);

    void setWanted(bool isWanted);

    [[nodiscard]] bool isWanted() const { return m_isWanted; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void showOnlyColumn();
    /// Scrolls the table until the cell is not covered.
    void uncover(const QModelIndex& index);

    QTableView* m_table;
    QWidget* m_body; ///< the table's viewport; events still come while the table is being destroyed
    int m_column;
    bool m_isWanted = true;
};

} // namespace muniment
