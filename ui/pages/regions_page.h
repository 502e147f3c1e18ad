// The regions of the workspace: endpoints, health, how far each is known, and what to do when one is not.
#pragma once

#include "models/items/region_list_model.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class RegionsPage : public PageWidget {
    Q_OBJECT
public:
    RegionsPage(const PageContext& context, QWidget* parent);

    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void showDetailsPane(bool) override {}

    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    void setRegions(const std::vector<RegionStatus>& regions);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fitHeight();
    void showStory();

    RegionListModel* m_model;
    QTableView* m_table;
    QLabel* m_intro;
    QLabel* m_storyTitle;
    QLabel* m_story;
    QPushButton* m_retry;
    ClockZone m_zone;
    bool m_isActive = false;
};

} // namespace muniment
