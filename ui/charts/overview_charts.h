// The overview's charts in their places: shows an answer and knows nothing of who asked.
#pragma once

#include "models/items/overview_queries.h"
#include "models/items/region_lag_history.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace muniment {

class ChartCard;
class HeatMap;
class LagChart;
class RankedList;
class TimeBars;

class OverviewCharts : public QWidget {
    Q_OBJECT
public:
    explicit OverviewCharts(QWidget* parent);
    ~OverviewCharts() override;

    void setZone(const ClockZone& zone);
    void showAnswer(const OverviewAnswer& answer);
    /// `hasVisited`: this workspace was looked at before, on this computer.
    void showSinceLastVisit(const OverviewAnswer& answer, bool hasVisited);
    /// What is only of now says so.
    void setPast(bool isPast);
    void showLag(const RegionLagHistory& history, Instant now);

    [[nodiscard]] QComboBox* ranges() const { return m_ranges; }

    [[nodiscard]] TimeBars* regionBars() const { return m_regionBars; }

    [[nodiscard]] TimeBars* loginBars() const { return m_loginBars; }

    [[nodiscard]] HeatMap* heatMap() const { return m_heatMap; }

    [[nodiscard]] RankedList* actors() const { return m_actors; }

    [[nodiscard]] RankedList* types() const { return m_types; }

    [[nodiscard]] RankedList* tenants() const { return m_tenants; }

    [[nodiscard]] RankedList* sinceTypes() const { return m_sinceTypes; }

    [[nodiscard]] LagChart* lagChart() const { return m_lagChart; }

    [[nodiscard]] QPushButton* showSinceButton() const { return m_showSince; }

    /// In reading order.
    [[nodiscard]] std::vector<ChartCard*> cards() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void connectReadouts();
    void retranslate();
    void showLegends();

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
    ClockZone m_zone;
    bool m_isPast = false;
};

} // namespace muniment
