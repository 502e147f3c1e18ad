// The regions of a workspace with what their followers say and what the file holds of them.
#pragma once

#include "models/base/clock.h"
#include "models/items/formats.h"
#include "models/items/region_numbers.h"
#include "models/regions/region_places.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace muniment {

/// How a region stands, for its chip: a word and whether somebody should look at it.
enum class RegionHealth { Connecting, CatchingUp, Up, Held, Down, Stopped, Paused, NotKept };
[[nodiscard]] RegionHealth healthOf(const RegionStatus& status);
/// "up", "down", "stopped" …
[[nodiscard]] QString healthText(RegionHealth health);
/// The chip's second part: "0.1 s · 4 ms", "down, known through 14:02:11".
[[nodiscard]] QString regionBrief(const RegionStatus& status, const ClockZone& zone);
/// The whole story in sentences: error and advice, known through when, who holds the horizon, when it is tried again.
[[nodiscard]] QStringList regionStory(const RegionStatus& status, const ClockZone& zone, Instant now);

/// In the application's language where the place has a name of its own there.
[[nodiscard]] QString placeText(const RegionPlace& place);

/// "+18 %", "−5 %"; "new" where there was nothing before, empty where there is nothing at all.
[[nodiscard]] QString growthText(const RegionNumbers& numbers);
/// "Events in 30 days: 1,204, in the 30 before: 1,020".
[[nodiscard]] QString growthStory(const RegionNumbers& numbers);

/// How it grows, and what was found in its log, in sentences; `isKnown`: something of it is, so that nothing means
/// nothing.
[[nodiscard]] QStringList regionNumbersStory(const RegionNumbers& numbers, bool isKnown);

class RegionListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Region,
        State,
        Tenants,
        Users,
        Events,
        Recent,
        Growth,
        Findings,
        Lag,
        RoundTrip,
        KnownThrough,
        Server,
        Endpoint,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRegions(std::vector<RegionStatus> regions, Instant now = systemClock().now());
    /// As of a moment, of which the followers know nothing: then what they say is left out.
    void setNumbers(std::map<RegionName, RegionNumbers> numbers, const std::optional<Moment>& asOf);
    /// Another moment, or now, whose numbers are not known yet.
    void forgetNumbers(const std::optional<Moment>& asOf);
    void setZone(const ClockZone& zone);
    void retranslate();

    [[nodiscard]] const std::vector<RegionStatus>& regions() const { return m_regions; }

    /// Absent while they have not come yet.
    [[nodiscard]] std::optional<RegionNumbers> numbersOf(int row) const;

    /// "up", "down since 14:02:11": since when this model has been told so. As of a moment: whether everything of it is
    /// known.
    [[nodiscard]] QString stateText(int row) const;
    /// The shape that goes with it.
    [[nodiscard]] RegionHealth shownHealth(int row) const;

private:
    [[nodiscard]] QString text(const RegionStatus& region, int column) const;
    [[nodiscard]] QString numberText(const RegionStatus& region, int column) const;
    [[nodiscard]] QString followerText(const RegionStatus& region, int column) const;
    [[nodiscard]] QString tip(int row, int column) const;
    void noteChange();
    [[nodiscard]] QString stateText(const RegionStatus& region) const;
    [[nodiscard]] bool isComplete(const RegionStatus& region) const;
    void noteDown(const std::vector<RegionStatus>& regions, Instant now);

    std::vector<RegionStatus> m_regions;
    std::map<RegionName, Instant> m_downSince;
    std::optional<std::map<RegionName, RegionNumbers>> m_numbers;
    std::optional<Moment> m_asOf;
    ClockZone m_zone;
};

} // namespace muniment
