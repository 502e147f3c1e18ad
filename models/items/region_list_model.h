// The regions of a workspace with what their followers say.
#pragma once

#include "models/base/clock.h"
#include "models/items/formats.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace muniment {

/// How a region stands, for its chip: a word and whether somebody should look at it.
enum class RegionHealth { Connecting, CatchingUp, Up, Held, Down, Stopped, Paused };
[[nodiscard]] RegionHealth healthOf(const RegionStatus& status);
/// "up", "down", "stopped" …
[[nodiscard]] QString healthText(RegionHealth health);
/// The chip's second part: "0.1 s · 4 ms", "down, known through 14:02:11".
[[nodiscard]] QString regionBrief(const RegionStatus& status, const ClockZone& zone);
/// The whole story in sentences: error and advice, known through when, who holds the horizon, when it is tried again.
[[nodiscard]] QStringList regionStory(const RegionStatus& status, const ClockZone& zone, Instant now);

class RegionListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Region, State, Events, Lag, RoundTrip, KnownThrough, Server, Endpoint, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRegions(std::vector<RegionStatus> regions, Instant now = systemClock().now());
    void setZone(const ClockZone& zone);
    void retranslate();

    [[nodiscard]] const std::vector<RegionStatus>& regions() const { return m_regions; }

    /// "up", "down since 14:02:11": since when this model has been told so.
    [[nodiscard]] QString stateText(int row) const;

private:
    [[nodiscard]] QString text(const RegionStatus& region, int column) const;
    [[nodiscard]] QString stateText(const RegionStatus& region) const;
    void noteDown(const std::vector<RegionStatus>& regions, Instant now);

    std::vector<RegionStatus> m_regions;
    std::map<RegionName, Instant> m_downSince;
    ClockZone m_zone;
};

} // namespace muniment
