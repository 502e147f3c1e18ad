// What goes on, at a glance: each chart leads into the timeline with its filter.
#pragma once

#include "models/items/overview_queries.h"
#include "models/items/region_lag_history.h"
#include "ui/charts/refresh_pace.h"
#include "ui/pages/last_visit.h"
#include "ui/pages/page.h"

namespace muniment {

class OverviewCharts;

class OverviewPage : public PageWidget {
    Q_OBJECT
public:
    OverviewPage(const PageContext& context, QWidget* parent);
    ~OverviewPage() override;

    void setZone(const ClockZone& zone) override;
    void takeBatch(const AppliedBatch& batch) override;
    void reload() override;
    void setAsOf(const std::optional<Moment>& asOf) override;

    [[nodiscard]] bool isOfNowOnly() const override { return false; }

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

    [[nodiscard]] OverviewCharts* charts() const { return m_charts; }

protected:
    void changeEvent(QEvent* event) override;

signals:
    /// How many events came since the last visit, each time it is known, until the page is looked at: then none.
    void countedSinceLastVisit(std::int64_t events);

private:
    void countSinceLastVisit();
    void connectCharts();
    void retranslate();
    void ask();
    void take(Result<OverviewAnswer> answer);
    void showAnswer();
    void showLag();
    /// `filter` among what the page shows.
    void choose(const FilterNode& filter);
    void chooseTerm(FilterField field, const std::string& value);
    [[nodiscard]] TimeLimits limits() const;
    [[nodiscard]] OverviewRange range() const;

    RequestSlot<OverviewQuestion, OverviewAnswer> m_slot;
    RequestSlot<Instant, std::int64_t> m_since;
    OverviewAnswer m_answer;
    LastVisit m_lastVisit;
    RegionLagHistory m_lag;
    Instant m_asked; ///< what the ranges of the answer are relative to
    OverviewCharts* m_charts;
    RefreshPace m_pace;
    ClockZone m_zone;
    std::optional<Moment> m_asOf;
    bool m_isSeen = false; ///< since the workspace was opened
    bool m_isActive = false;
    bool m_isStale = true;
};

} // namespace muniment
