// The timeline as a window of visible rows over any number of events; the view puts a scroll bar of its own beside it.
#pragma once

#include "models/items/formats.h"
#include "models/items/request_slot.h"
#include "models/items/timeline_window.h"
#include "models/timeline/timeline.h"

#include <QAbstractTableModel>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace muniment {

/// What the model asks: rows first … first + count − 1, or count rows of which `above` lie above an event, an instant
/// or a row.
struct TimelineRequest {
    TimelineQuestion question = {}; ///< `now` is when it is asked
    std::int64_t first = 0;
    int count = 0;
    std::optional<EventNumber> anchor = {};
    std::optional<Instant> at = {};       ///< the newest match logged then or before
    std::optional<std::int64_t> row = {}; ///< newest first
    int above = 0;
    bool isJump = false; ///< bring it to the middle of the window
};

struct TimelineSlice {
    std::int64_t total = 0;  ///< matches
    std::int64_t events = 0; ///< all that are in the file
    std::int64_t first = 0;
    std::vector<TimelineRow> rows;
    std::optional<std::int64_t> anchorRow = {}; ///< of what was asked for; where it is no match, of the next older one
    bool isAnchorMatch = true;
    std::chrono::microseconds took{}; ///< to find what matches
};

using AskTimeline = Ask<TimelineRequest, TimelineSlice>;

/// Row 0 is the first visible event. The model holds the window and as many rows again above and below it, so that
/// small steps need no question. While a question runs, the rows of the last answer stay.
///
/// Following: the window stays at the newest event. Otherwise it is anchored on its first event, and new events move
/// only the scroll bar. Reaching the top follows again. With a filter the rows are its matches; new ones arrive alike.
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

    [[nodiscard]] const FilterNode& filter() const { return m_filter; }

    /// Of the last answer: events in the file, and how long it took to find what matches.
    [[nodiscard]] std::int64_t events() const { return m_events; }

    [[nodiscard]] std::chrono::microseconds took() const { return m_took; }

    /// The filter was set and its first answer has not come: the rows are those of the filter before.
    [[nodiscard]] bool isAwaitingFilter() const { return m_isAwaitingFilter; }

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

    /// A condition that matches the cell's value; absent where none does (times) and beyond the window.
    [[nodiscard]] std::optional<FilterTerm> termAt(const QModelIndex& index) const;

    void setZone(ClockZone zone);

    [[nodiscard]] ClockZone zone() const { return m_zone; }

public slots:
    void setWindowHeight(int rows);
    void scrollTo(std::int64_t top);
    void scrollBy(std::int64_t rows);
    void follow();
    /// Stays at this place though it is the newest: what comes is counted, not shown.
    void hold();
    /// Shows what `filter` matches: the newest when following, else from the first visible event on.
    void setFilter(const muniment::FilterNode& filter);
    /// Each brings something to the middle of the window: an event, the newest match at an instant, a row. `jumped` or
    /// `missed` follows.
    void showEvent(muniment::EventNumber number);
    void showTime(muniment::Instant t);
    void showRow(std::int64_t row);
    /// The workspace has new events.
    void refresh();
    /// Words of the rows are made anew in the application's language.
    void retranslate();

signals:
    /// Rows, position or total changed; the selection must be looked up again by event.
    void windowChanged();
    void followingChanged(bool isFollowing);
    /// What was to be shown is in the window.
    void jumped(muniment::EventNumber number);
    /// The event that was to be shown does not match the filter; what surrounds it is in the window.
    void missed(muniment::EventNumber number);
    void failed(const muniment::Error& error);

private:
    [[nodiscard]] QString text(const TimelineRow& row, int column) const;
    [[nodiscard]] std::optional<int> yearOfAll() const;
    void takePage(const TimelineRequest& request, Result<TimelineSlice> page);
    void takeJump(const TimelineRequest& request, const TimelineSlice& page);
    void ask(TimelineRequest request);
    void jump(TimelineRequest request);
    void requestWindow();
    void setFollowing(bool isFollowing);
    void changeRows(TimelineWindow next);
    [[nodiscard]] bool holdsWindow(const TimelineWindow& window) const;
    [[nodiscard]] std::int64_t topFor(const TimelineRequest& request, const TimelineSlice& page,
                                      const TimelineWindow& next, std::optional<EventNumber> firstVisible);

    FilterNode m_filter;
    TimelineWindow m_window;
    std::int64_t m_events = 0;
    std::chrono::microseconds m_took{};
    bool m_isAwaitingFilter = false;
    std::int64_t m_heldFirst = 0;
    std::vector<TimelineRow> m_held;
    std::int64_t m_totalWhenLeft = 0; ///< total when following stopped
    std::optional<std::int64_t> m_wantedTop;
    std::optional<TimelineRequest> m_jump; ///< asked for and not arrived: what comes meanwhile does not replace it
    ClockZone m_zone = ClockZone::Utc;
    std::optional<int> m_sharedYear; ///< of all visible rows: the header names it then, not each row
    bool m_isFollowing = true;
    bool m_isLoaded = false;
    int m_rows = 0; ///< as announced to views
    RequestSlot<TimelineRequest, TimelineSlice> m_slot;
};

} // namespace muniment
