// What the pages of organizations, users, teams … share: a filter that finds by any identifier, a sorted list that is
// loaded as it is scrolled, and everything about the chosen entity.
#pragma once

#include "models/items/directory_list_model.h"
#include "ui/directory/entity_details.h"
#include "ui/pages/page.h"

#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
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

    [[nodiscard]] QTabWidget* detailTabs() const override { return m_details->tabs(); }

    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;

    [[nodiscard]] bool isExportable() const override { return true; }

    /// In the past, a page that nobody looks at asks when it is looked at.
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return false; }

    void setOutages(const std::vector<RegionOutage>& outages) override { m_details->setOutages(outages); }

    /// Chooses the entity; when it is not among the loaded rows, the filter is set to find it.
    void choose(const QString& id);

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    [[nodiscard]] EntityDetails* details() const { return m_details; }

    [[nodiscard]] HistoryModel* history() const { return m_details->history()->model(); }

    [[nodiscard]] QString title() const { return m_details->title(); }

    /// What can be done with the chosen entity and its row.
    [[nodiscard]] QMenu* makeMenu();

protected:
    /// `name` keeps the page's arrangement.
    DirectoryPage(const PageContext& context, const char* name, QWidget* parent);
    /// Called once by the constructor of the page itself.
    void setModel(DirectoryListModel* model);
    /// Another list to choose from beside the filter; its first entry means "all".
    [[nodiscard]] QComboBox* addFilter();
    /// A time to the minute.
    static constexpr int kTimeWidth = 150;

    /// Columns of times; they grow when each row names its zone.
    void setTimeColumns(TableColumns* columns, std::vector<int> times);
    /// What makes a new entity: a button beside the filter, and the way on from an empty list.
    void setMainAction(ActionId action);
    /// What can be done with the chosen one: `buttons` in its overview, `more` behind them.
    void setChosenActions(const std::vector<ActionId>& buttons, const std::vector<ActionId>& more);

    /// What can be done with the list as a whole, also from a row's menu.
    void setListActions(std::vector<ActionId> actions) { m_listActions = std::move(actions); }

    /// Chooses what a form has made, once it is written.
    [[nodiscard]] std::function<void(const CommandResult&)> choosing();

    /// `carryOut` is called with the chosen row, if there is one.
    template <class Row>
    void onChosen(ActionId action, std::function<std::optional<Row>()> chosen,
                  std::function<void(const Row&)> carryOut) {
        connect(context().actions.action(action), &QAction::triggered, this,
                [chosen = std::move(chosen), carryOut = std::move(carryOut)] {
                    if (const auto row = chosen())
                        carryOut(*row);
                });
    }

    [[nodiscard]] int chosenRowIndex() const;
    [[nodiscard]] QString filterText() const;
    [[nodiscard]] bool isFiltered() const;
    void showChosen();
    void changeEvent(QEvent* event) override;

    /// Builds the query from the filters and asOf(), and gives it to the model.
    virtual void applyFilters() = 0;
    [[nodiscard]] virtual std::optional<ShownEntity> chosenEntity() const = 0;

    /// Another one is shown than before, or it has changed: for what is asked about it beside its row.
    virtual void takeShown(const ShownEntity&) {}

    /// Which of the page's actions fit the state of the chosen entity.
    virtual void updateActions() = 0;
    virtual void retranslatePage() = 0;

    [[nodiscard]] virtual Needs need() const = 0;
    [[nodiscard]] virtual bool isTouchedBy(const AppliedBatch& batch) const = 0;

    /// In the past an empty list says that there was nothing then; false: the page has something nearer to say.
    [[nodiscard]] virtual bool isEmptyOfMoment() const { return true; }

    [[nodiscard]] const ClockZone& zone() const { return m_zone; }

    [[nodiscard]] const std::optional<Moment>& asOf() const { return m_asOf; }

    [[nodiscard]] bool isActive() const { return m_isActive; }

    [[nodiscard]] EmptyPlace* empty() const { return m_empty; }

private:
    void retranslate();
    void clearFilters();
    void askMoment();
    void sayPage();
    void seekById();
    void takeLoaded();
    void takeCurrent();
    void say(const Error& error);
    void askAccess(bool isWhyNot);

    EmptyPlace* m_empty;
    DirectoryListModel* m_model = nullptr;
    QHBoxLayout* m_filterRow;
    QLineEdit* m_filter;
    std::vector<QComboBox*> m_choices;
    QTableView* m_table;
    QStackedWidget* m_stack;
    KeptSplitter* m_splitter;
    EntityDetails* m_details;
    QAction* m_mainAction = nullptr;
    std::vector<ActionId> m_chosenActions;
    std::vector<ActionId> m_listActions;
    QTimer m_typing;
    QTimer m_refreshSoon; ///< of a page that nobody looks at
    QString m_chosenId;
    /// The chosen entity may be beyond what is loaded: first the list is asked again, then by its id.
    enum class Seeking { No, InList, ById };
    Seeking m_seeking = Seeking::No;
    ClockZone m_zone;
    std::optional<Moment> m_asOf;
    TableColumns* m_columns = nullptr;
    std::vector<int> m_timeColumns;
    bool m_isOfAnotherMoment = false; ///< what is loaded, until it is looked at
    bool m_isActive = false;
};

} // namespace muniment
