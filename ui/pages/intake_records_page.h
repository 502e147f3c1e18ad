// Records that services have put into a region's intake: looked at, mapped, promoted, rejected. It is about what the
// region holds now, so it needs the connection; what it lists is not in the workspace file.
#pragma once

#include "models/items/intake_list_model.h"
#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace muniment {

class EmptyPlace;
class KeptSplitter;
class RecordDetails;

class IntakeRecordsPage : public PageWidget {
    Q_OBJECT
public:
    IntakeRecordsPage(const PageContext& context, QWidget* parent);

    void setZone(const ClockZone& zone) override;

    [[nodiscard]] bool showsRegions() const override { return false; }

    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;
    void focusFilter() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void showDetailsPane(bool isShown) override;
    [[nodiscard]] QTabWidget* detailTabs() const override;
    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    /// Regions or mappings of the workspace have changed.
    void takeSettings();

    [[nodiscard]] IntakeListModel* model() const { return m_model; }

    [[nodiscard]] RecordDetails* details() const { return m_details; }

    [[nodiscard]] QLineEdit* search() const { return m_search; }

    [[nodiscard]] QComboBox* states() const { return m_states; }

    [[nodiscard]] QComboBox* regionBox() const { return m_regions; }

signals:
    /// New records of all regions that have been asked.
    void countChanged(qint64 fresh);

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectActions();
    void retranslate();
    void listRegions();
    void ask();
    void takeAnswer();
    void countNew();
    void tellCount();
    void showChosen();
    void updateActions();
    void openMapping();
    void openPromotion(bool isAll);
    void openRejection();
    void keepMappings(const std::vector<IntakeMapping>& mappings, const QString& name);
    [[nodiscard]] const IntakeRecord* chosen() const;
    /// Of the chosen rows, those that are new.
    [[nodiscard]] std::vector<Uuid> chosenNew() const;
    [[nodiscard]] RegionName region() const;

    QComboBox* m_regions;
    QComboBox* m_states;
    QLineEdit* m_search;
    IntakeListModel* m_model;
    QTableView* m_table;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    QStackedWidget* m_detailsStack;
    RecordDetails* m_details;
    EmptyPlace* m_noneChosen;
    KeptSplitter* m_splitter;
    QLabel* m_counts;
    std::vector<std::pair<QPushButton*, ActionId>> m_buttons;
    QTimer m_searchSoon;
    QTimer m_again;
    std::map<RegionName, std::int64_t> m_fresh; ///< as last told by each region
    bool m_isActive = false;
};

} // namespace muniment
