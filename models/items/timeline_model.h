// The timeline as a window of visible rows over any number of events; the view puts a scroll bar of its own beside it.
#pragma once

#include "models/items/formats.h"
#include "models/items/request_slot.h"
#include "models/items/timeline_window.h"
#include "models/timeline/timeline.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace muniment {

/// What the model asks: rows first … first + count − 1, or, with `anchor`, count rows of which `above` lie above that
/// event.
struct TimelineRequest {
    std::int64_t first = 0;
    int count = 0;
    std::optional<EventNumber> anchor;
    int above = 0;
    bool isJump = false; ///< bring the anchor to the middle of the window
};

struct TimelineSlice {
    std::int64_t total = 0;
    std::int64_t first = 0;
    std::vector<TimelineRow> rows;
};

using AskTimeline = Ask<TimelineRequest, TimelineSlice>;

/// Row 0 is the first visible event. The model holds the window and as many rows again above and below it, so that
/// small steps need no question. While a question runs, the rows of the last answer stay.
///
/// Following: the window stays at the newest event. Otherwise it is anchored on its first event, and new events move
/// only the scroll bar. Reaching the top follows again.
class TimelineModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Region, Event, What, ActorName, Outcome, ColumnCount };

    explicit TimelineModel(AskTimeline ask, QObject* parent = nullptr);
    ~TimelineModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const TimelineWindow& window() const { return m_window; }

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

    /// Events that came in since following stopped.
    [[nodiscard]] std::int64_t newEvents() const;
    /// nullptr beyond the window.
    [[nodiscard]] const TimelineRow* rowAt(int visibleRow) const;
    /// Visible row of an event, −1 when it is not in the window.
    [[nodiscard]] int visibleRowOf(EventNumber number) const;
    /// Absolute row of an event that is held (window and margins).
    [[nodiscard]] std::optional<std::int64_t> rowOf(EventNumber number) const;

    /// False until the first answer.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    void setZone(ClockZone zone);

    [[nodiscard]] ClockZone zone() const { return m_zone; }

public slots:
    void setWindowHeight(int rows);
    void scrollTo(std::int64_t top);
    void scrollBy(std::int64_t rows);
    void follow();
    /// Brings an event to the middle of the window.
    void showEvent(muniment::EventNumber number);
    /// The workspace has new events.
    void refresh();
    /// Words of the rows are made anew in the application's language.
    void retranslate();

signals:
    /// Rows, position or total changed; the selection must be looked up again by event.
    void windowChanged();
    void followingChanged(bool isFollowing);
    void failed(const muniment::Error& error);

private:
    [[nodiscard]] QString text(const TimelineRow& row, int column) const;
    [[nodiscard]] std::optional<int> yearOfAll() const;
    void takePage(const TimelineRequest& request, Result<TimelineSlice> page);
    void requestWindow();
    void setFollowing(bool isFollowing);
    void changeRows(TimelineWindow next);
    [[nodiscard]] bool holdsWindow(const TimelineWindow& window) const;
    [[nodiscard]] std::int64_t topFor(const TimelineRequest& request, const TimelineWindow& next,
                                      std::optional<EventNumber> firstVisible);

    TimelineWindow m_window;
    std::int64_t m_heldFirst = 0;
    std::vector<TimelineRow> m_held;
    std::int64_t m_totalWhenLeft = 0; ///< total when following stopped
    std::optional<std::int64_t> m_wantedTop;
    ClockZone m_zone = ClockZone::Utc;
    std::optional<int> m_sharedYear; ///< of all visible rows: the header names it then, not each row
    bool m_isFollowing = true;
    bool m_isLoaded = false;
    int m_rows = 0; ///< as announced to views
    RequestSlot<TimelineRequest, TimelineSlice> m_slot;
};

} // namespace muniment
