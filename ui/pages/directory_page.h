// What the pages of organizations and users share: a filter that finds by any identifier, a sorted list that is loaded
// as it is scrolled, and the chosen entity with its history.
#pragma once

#include "models/items/directory_list_model.h"
#include "models/items/history_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/text_grid.h"

#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace muniment {

class EmptyPlace;
class KeptSplitter;
class TableColumns;

class DirectoryPage : public PageWidget {
    Q_OBJECT
public:
    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void focusFilter() override;
    void showDetailsPane(bool isShown) override;
    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;

    /// Chooses the entity; when it is not among the loaded rows, the filter is set to find it.
    void choose(const QString& id);

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    [[nodiscard]] HistoryModel* history() const { return m_history; }

    [[nodiscard]] QString title() const;

protected:
    DirectoryPage(const PageContext& context, const char* splitterName, QWidget* parent);
    /// Called once by the constructor of the page itself.
    void setModel(DirectoryListModel* model);
    [[nodiscard]] QComboBox* addFilter();
    /// A time to the minute.
    static constexpr int kTimeWidth = 150;

    /// Columns of times; they grow when each row names its zone.
    void setTimeColumns(TableColumns* columns, std::vector<int> times);
    QPushButton* addMainButton(ActionId action);
    QPushButton* addDetailButton(ActionId action);

    [[nodiscard]] int chosenRowIndex() const;
    [[nodiscard]] QString filterText() const;
    void setFacts(const QString& title, const std::vector<std::vector<TextCell>>& facts);
    void setHistory(const std::vector<VersionRow>& versions);
    void changeEvent(QEvent* event) override;

    /// Builds the query from the filters and gives it to the model.
    virtual void applyFilters() = 0;
    virtual void clearFilters() = 0;
    virtual void showChosen() = 0;
    /// Which of the page's actions fit the state of the chosen entity.
    virtual void updateActions() = 0;
    virtual void retranslatePage() = 0;
    [[nodiscard]] virtual Needs need() const = 0;
    [[nodiscard]] virtual bool isTouchedBy(const AppliedBatch& batch) const = 0;
    [[nodiscard]] virtual bool isFiltered() const = 0;

    [[nodiscard]] const ClockZone& zone() const { return m_zone; }

    [[nodiscard]] bool isActive() const { return m_isActive; }

    EmptyPlace* m_empty;
    EmptyPlace* m_noneChosen;

private:
    [[nodiscard]] QWidget* makeDetails();
    void retranslate();
    void takeLoaded();
    void takeCurrent();

    DirectoryListModel* m_model = nullptr;
    QHBoxLayout* m_filterRow;
    QLineEdit* m_filter;
    QTableView* m_table;
    QStackedWidget* m_stack;
    KeptSplitter* m_splitter;
    QStackedWidget* m_details;
    QLabel* m_title;
    TextGrid* m_facts;
    QLayout* m_buttons;
    QLabel* m_historyTitle;
    QTableView* m_historyTable;
    HistoryModel* m_history;
    std::vector<std::pair<QPushButton*, ActionId>> m_actionButtons;
    QTimer m_typing;
    QString m_chosenId;
    bool m_isSeeking = false; ///< the chosen entity may be beyond what is loaded or filtered
    ClockZone m_zone;
    TableColumns* m_columns = nullptr;
    std::vector<int> m_timeColumns;
    bool m_isActive = false;
};

} // namespace muniment
