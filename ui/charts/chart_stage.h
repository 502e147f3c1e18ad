// A chart and its table twin in one place, with the menu that both share.
#pragma once

#include <QPixmap>
#include <QStackedWidget>

class QMenu;
class QPushButton;
class QTableView;

namespace muniment {

class Chart;
class TextTableModel;
enum class CopyForm;

/// Shows one or the other. The menu (context menu, menu key, or the button) switches between them and copies picture
/// or data. Enter or a double click on the table's row is the same as a click on the chart's item.
class ChartStage : public QStackedWidget {
    Q_OBJECT
public:
    /// `chart`'s widget becomes this one's child.
    ChartStage(Chart* chart, QWidget* parent);

    /// The name of chart and table for those who do not see them.
    void setTitle(const QString& title);
    /// The chart shows something else now.
    void refresh();
    void showTable(bool isShown);
    [[nodiscard]] bool isTableShown() const;

    [[nodiscard]] QTableView* tableView() const { return m_table; }

    [[nodiscard]] QPixmap picture() const;
    /// To the clipboard.
    void copyPicture() const;
    void copyData(CopyForm form) const;
    /// Opens the menu; the button is one made by this.
    [[nodiscard]] QPushButton* makeMenuButton(QWidget* parent);
    [[nodiscard]] QMenu* makeMenu();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Chart* m_chart;
    QTableView* m_table;
    TextTableModel* m_model;
    QPushButton* m_button = nullptr;
    QString m_title;
};

} // namespace muniment
