// What goes on, at a glance: each chart leads into the timeline with its filter.
#pragma once

#include "models/items/overview_queries.h"
#include "models/items/region_lag_history.h"
#include "ui/pages/last_visit.h"
#include "ui/pages/page.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace muniment {

class ChartCard;
class HeatMap;
class LagChart;
class RankedList;
class TimeBars;

class OverviewPage : public PageWidget {
    Q_OBJECT
public:
    OverviewPage(const PageContext& context, QWidget* parent);
    ~OverviewPage() override;

    void setZone(ClockZone zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setActive(bool isActive) override;
    void focusList() override;

    [[nodiscard]] QTableView* list() const override { return nullptr; }

    void showDetailsPane(bool) override {}

    [[nodiscard]] QString shownText() const override;

    [[nodiscard]] TextTable chosenRow() const override { return {}; }

    [[nodiscard]] QString chosenCell() const override { return {}; }

    [[nodiscard]] QString chosenJson() const override { return {}; }

    /// How the regions stand now: a sample for the chart of the last hour.
    void setRegions(const std::vector<RegionStatus>& regions);

    [[nodiscard]] QComboBox* ranges() const { return m_ranges; }

    [[nodiscard]] TimeBars* regionBars() const { return m_regionBars; }

    [[nodiscard]] TimeBars* loginBars() const { return m_loginBars; }

    [[nodiscard]] HeatMap* heatMap() const { return m_heatMap; }

    [[nodiscard]] RankedList* actors() const { return m_actors; }

    [[nodiscard]] RankedList* types() const { return m_types; }

    [[nodiscard]] RankedList* tenants() const { return m_tenants; }

    [[nodiscard]] RankedList* sinceTypes() const { return m_sinceTypes; }

    [[nodiscard]] LagChart* lagChart() const { return m_lagChart; }

    /// The charts' cards, in reading order.
    [[nodiscard]] std::vector<ChartCard*> cards() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void connectCharts();
    void retranslate();
    void ask();
    void take(Result<OverviewAnswer> answer);
    void showAnswer();
    void showSinceLastVisit();
    void showLag();
    /// `filter` among what the page shows.
    void choose(const FilterNode& filter);
    void chooseTerm(FilterField field, const std::string& value);
    [[nodiscard]] TimeLimits limits() const;
    [[nodiscard]] OverviewRange range() const;

    RequestSlot<OverviewQuestion, OverviewAnswer> m_slot;
    OverviewAnswer m_answer;
    LastVisit m_lastVisit;
    RegionLagHistory m_lag;
    Instant m_asked; ///< what the ranges of the answer are relative to
    QComboBox* m_ranges;
    QLabel* m_total;
    TimeBars* m_regionBars;
    TimeBars* m_loginBars;
    HeatMap* m_heatMap;
    RankedList* m_actors;
    RankedList* m_types;
    RankedList* m_tenants;
    RankedList* m_sinceTypes;
    LagChart* m_lagChart;
    ChartCard* m_regionCard;
    ChartCard* m_loginCard;
    ChartCard* m_heatCard;
    ChartCard* m_actorCard;
    ChartCard* m_typeCard;
    ChartCard* m_tenantCard;
    ChartCard* m_sinceCard;
    ChartCard* m_lagCard;
    QLabel* m_since;
    QPushButton* m_showSince;
    QTimer m_soon;
    ClockZone m_zone = ClockZone::Utc;
    bool m_isActive = false;
    bool m_isStale = true;
};

} // namespace muniment
