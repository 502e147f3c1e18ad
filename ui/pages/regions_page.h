// The regions of the workspace: where they lie and how they stand, what each holds and how it grows, how far each is
// known, and what to do when one is not.
#pragma once

#include "models/items/region_lag_history.h"
#include "models/items/region_list_model.h"
#include "ui/charts/refresh_pace.h"
#include "ui/pages/page.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class ChartCard;
class LagChart;
class PlaceDesk;
class RegionMap;
struct MapRegion;

class RegionsPage : public PageWidget {
    Q_OBJECT
public:
    RegionsPage(const PageContext& context, QWidget* parent);
    ~RegionsPage() override;

    void setZone(const ClockZone& zone) override;

    [[nodiscard]] bool showsRegions() const override { return false; }

    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return false; }

    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return m_table; }

    void showDetailsPane(bool) override {}

    [[nodiscard]] QString shownText() const override;
    [[nodiscard]] TextTable chosenRow() const override;
    [[nodiscard]] QString chosenCell() const override;
    [[nodiscard]] QString chosenJson() const override;
    void setRegions(const std::vector<RegionStatus>& regions);

    [[nodiscard]] RegionMap* map() const { return m_map; }

    [[nodiscard]] LagChart* lagChart() const { return m_lagChart; }

    /// What is told of the chosen region, and of those without a place.
    [[nodiscard]] QString story() const;
    [[nodiscard]] QString placeless() const;

    [[nodiscard]] QPushButton* placeButton() const { return m_place; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    [[nodiscard]] QWidget* makeStory();
    void makeTable();
    void connectParts();
    void retranslate();
    void fitHeight();
    void ask();
    void take(Result<RegionAnswer> answer);
    void showMap();
    void showLag();
    void showStory();
    void choose(int row);
    void openRegion(int row);
    [[nodiscard]] MapRegion mapRegion(int row) const;
    [[nodiscard]] QStringList storyOf(int row) const;
    [[nodiscard]] int chosenIndex() const;

    RegionListModel* m_model;
    QTableView* m_table;
    QBoxLayout* m_upper = nullptr;
    RegionMap* m_map;
    LagChart* m_lagChart;
    ChartCard* m_mapCard;
    ChartCard* m_lagCard;
    QLabel* m_placeless;
    QLabel* m_intro;
    QLabel* m_storyTitle;
    QLabel* m_story;
    QPushButton* m_retry;
    QPushButton* m_events;
    QPushButton* m_place;
    QPushButton* m_servers;
    PlaceDesk* m_places;
    RequestSlot<RegionQuestion, RegionAnswer> m_slot;
    RefreshPace m_pace;
    RegionLagHistory m_lag;
    std::optional<Moment> m_asOf;
    ClockZone m_zone;
    bool m_isActive = false;
    bool m_isStale = true;
};

} // namespace muniment
