// The timeline as a window of visible rows over any number of events; the view puts a scroll bar of its own beside it.
#pragma once

#include "models/items/formats.h"
#include "models/items/request_slot.h"
#include "models/items/row_colouring.h"
#include "models/items/timeline_columns.h"
#include "models/items/timeline_window.h"
#include "models/timeline/timeline.h"

#include <QAbstractTableModel>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
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
    bool isJump = false;                                ///< bring it to the middle of the window
    std::shared_ptr<const RowColouring> colouring = {}; ///< absent: no row has a colour
    std::optional<FilterNode> search = {};              ///< absent: nothing is searched for among the rows
};

struct TimelineSlice {
    std::int64_t total = 0;  ///< matches
    std::int64_t events = 0; ///< all that are in the file, or were by then
    std::int64_t first = 0;
    std::vector<TimelineRow> rows;
    std::optional<std::int64_t> anchorRow = {}; ///< of what was asked for; where it is no match, of the next older one
    bool isAnchorMatch = true;
    std::chrono::microseconds took{};                     ///< to find what matches
    std::vector<std::optional<std::size_t>> colours = {}; ///< of each row: the place of the rule that colours it
    std::vector<bool> found = {}; ///< of each row, whether the search finds it; empty: nothing is searched for
};

using AskTimeline = Ask<TimelineRequest, TimelineSlice>;

/// Row 0 is the first visible event. The model holds the window and as many rows again above and below it, so that
/// small steps need no question. While a question runs, the rows of the last answer stay.
///
/// Following: the window stays at the newest event. Otherwise it is anchored on its first event, and new events move
/// only the scroll bar. Reaching the top follows again. With a filter the rows are its matches; new ones arrive alike.
///
/// Columns are those of timeline_columns.h, and behind them one for each field of the payload that was asked for.
class TimelineModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using enum timeline_column::Column;

    explicit TimelineModel(AskTimeline ask, QObject* parent = nullptr);
    ~TimelineModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const TimelineWindow& window() const { return m_window; }

    [[nodiscard]] const FilterNode& filter() const { return m_filter; }

    [[nodiscard]] const std::optional<Moment>& asOf() const { return m_asOf; }

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

    /// The field of the payload that a column shows; absent: it shows something else.
    [[nodiscard]] std::optional<std::string> payloadPathAt(int column) const;
    /// The rule that colours a visible row; nullptr: none does.
    [[nodiscard]] const ColourRule* ruleAt(int visibleRow) const;

    /// The search finds the visible row.
    [[nodiscard]] bool isFound(int visibleRow) const;

    /// A condition that matches the cell's value; absent where none does (times) and beyond the window.
    [[nodiscard]] std::optional<FilterTerm> termAt(const QModelIndex& index) const;

    void setZone(const ClockZone& zone);

    [[nodiscard]] const ClockZone& zone() const { return m_zone; }

public slots:
    void setWindowHeight(int rows);
    void scrollTo(std::int64_t top);
    void scrollBy(std::int64_t rows);
    void follow();
    /// Stays at this place though it is the newest: what comes is counted, not shown.
    void hold();
    /// Shows what `filter` matches: the newest when following, else from the first visible event on.
    void setFilter(const muniment::FilterNode& filter);
    /// Shows what had been logged by then, from its newest on; absent: by now.
    void setAsOf(const std::optional<muniment::Moment>& asOf);
    /// Each brings something to the middle of the window: an event, the newest match at an instant, a row. `jumped` or
    /// `missed` follows.
    void showEvent(muniment::EventNumber number);
    void showTime(muniment::Instant t);
    void showRow(std::int64_t row);
    /// The workspace has new events.
    void refresh();
    /// Exactly these fields of the payload have columns; those that had one keep it.
    void setPayloadColumns(const std::vector<std::string>& paths);
    /// Rows are coloured by these rules from the next answer on, which is asked for.
    void setColouring(muniment::RowColouring colouring);
    /// Marks the rows that it finds, from the next answer on, and leaves all in the list; absent: none is marked.
    void setSearch(const std::optional<muniment::FilterNode>& search);
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
    [[nodiscard]] QString wholeText(const TimelineRow& row, int column) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index, const TimelineRow& row) const;
    [[nodiscard]] const QString& payloadCell(const TimelineRow& row, int column) const;
    [[nodiscard]] QString title(int column) const;
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
    std::optional<Moment> m_asOf;
    TimelineWindow m_window;
    std::int64_t m_events = 0;
    std::chrono::microseconds m_took{};
    bool m_isAwaitingFilter = false;
    std::int64_t m_heldFirst = 0;
    std::vector<TimelineRow> m_held;
    std::vector<std::optional<std::size_t>> m_heldColours;                 ///< of m_held: places in m_heldColouring
    std::shared_ptr<const RowColouring> m_heldColouring;                   ///< that of the answer
    std::shared_ptr<const RowColouring> m_colouring;                       ///< that which is asked for
    std::vector<bool> m_heldFound;                                         ///< of m_held
    std::optional<FilterNode> m_search;                                    ///< that which is asked for
    std::vector<std::string> m_paths;                                      ///< of the payload's columns
    mutable std::map<std::pair<EventNumber, int>, QString> m_payloadTexts; ///< read once an answer
    std::int64_t m_totalWhenLeft = 0;                                      ///< total when following stopped
    std::optional<std::int64_t> m_wantedTop;
    std::optional<TimelineRequest> m_jump; ///< asked for and not arrived: what comes meanwhile does not replace it
    ClockZone m_zone;
    std::optional<int> m_sharedYear; ///< of all visible rows: the header names it then, not each row
    bool m_isFollowing = true;
    bool m_isLoaded = false;
    int m_rows = 0; ///< as announced to views
    RequestSlot<TimelineRequest, TimelineSlice> m_slot;
};

} // namespace muniment
