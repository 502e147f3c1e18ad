#include "models/items/timeline_model.h"

#include "models/base/clock.h"

namespace muniment {

TimelineModel::TimelineModel(AskTimeline ask, QObject* parent)
    : QAbstractTableModel(parent),
      m_slot(this, std::move(ask),
             [this](const TimelineRequest& request, auto page) { takePage(request, std::move(page)); }) {}

TimelineModel::~TimelineModel() = default;

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int TimelineModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Count + static_cast<int>(m_paths.size());
}

const TimelineRow* TimelineModel::rowAt(int visibleRow) const {
    const std::int64_t row = m_window.top + visibleRow - m_heldFirst;
    if (visibleRow < 0 || visibleRow >= m_rows || row < 0 || row >= static_cast<std::int64_t>(m_held.size()))
        return nullptr;
    return &m_held[static_cast<std::size_t>(row)];
}

std::optional<std::int64_t> TimelineModel::rowOf(EventNumber number) const {
    const auto found = std::ranges::find(m_held, number, &TimelineRow::number);
    if (found == m_held.end())
        return {};
    return m_heldFirst + (found - m_held.begin());
}

int TimelineModel::visibleRowOf(EventNumber number) const {
    const auto row = rowOf(number);
    return row && *row >= m_window.top && *row < m_window.top + m_rows ? static_cast<int>(*row - m_window.top) : -1;
}

std::int64_t TimelineModel::newEvents() const {
    return m_isFollowing ? 0 : std::max<std::int64_t>(0, m_window.total - m_totalWhenLeft);
}

void TimelineModel::setZone(const ClockZone& zone) {
    if (zone == m_zone)
        return;
    m_zone = zone;
    m_sharedYear = yearOfAll();
    retranslate();
}

std::optional<int> TimelineModel::yearOfAll() const {
    std::optional<int> shared;
    for (int i = 0; i < m_rows; ++i) {
        const auto* row = rowAt(i);
        if (row == nullptr)
            continue;
        const int year = yearOf(row->loggedAt, m_zone.of(row->event.tenant));
        if (shared.value_or(year) != year)
            return {};
        shared = year;
    }
    return shared;
}

void TimelineModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

void TimelineModel::setWindowHeight(int rows) {
    if (rows == m_window.height)
        return;
    auto next = m_window;
    next.height = std::max(0, rows);
    next.top = next.clamped(next.top);
    changeRows(next);
    requestWindow();
}

void TimelineModel::scrollBy(std::int64_t rows) {
    scrollTo(m_wantedTop.value_or(m_window.top) + rows);
}

void TimelineModel::scrollTo(std::int64_t top) {
    auto next = m_window;
    next.top = m_window.clamped(top);
    m_jump.reset();
    setFollowing(next.top == 0);
    if (holdsWindow(next)) {
        m_wantedTop.reset();
        changeRows(next);
        // Fetch further on when the margin in the direction of travel is half used up.
        const bool isNearEdge =
            (next.top - m_heldFirst < next.height / 2 && m_heldFirst > 0) ||
            (m_heldFirst + static_cast<std::int64_t>(m_held.size()) - next.top - next.height < next.height / 2 &&
             next.top + next.height < next.total);
        if (!isNearEdge)
            return;
    } else if (next.top > 0) {
        m_wantedTop = next.top;
    }
    requestWindow();
}

void TimelineModel::follow() {
    scrollTo(0);
    requestWindow();
}

void TimelineModel::hold() {
    setFollowing(false);
}

void TimelineModel::setFilter(const FilterNode& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_isAwaitingFilter = true;
    m_wantedTop.reset();
    m_slot.drop();
    requestWindow();
}

void TimelineModel::setAsOf(const std::optional<Moment>& asOf) {
    if (asOf == m_asOf)
        return;
    m_asOf = asOf;
    m_isAwaitingFilter = true;
    m_slot.drop();
    follow();
}

void TimelineModel::jump(TimelineRequest request) {
    setFollowing(false);
    m_wantedTop.reset();
    request.count = 3 * m_window.height;
    request.above = m_window.height + m_window.height / 2;
    request.isJump = true;
    m_jump = request;
    ask(std::move(request));
}

void TimelineModel::showEvent(EventNumber number) {
    jump({.anchor = number});
}

void TimelineModel::showTime(Instant t) {
    jump({.at = t});
}

void TimelineModel::showRow(std::int64_t row) {
    jump({.row = row});
}

void TimelineModel::refresh() {
    requestWindow();
}

void TimelineModel::ask(TimelineRequest request) {
    request.question.filter = m_filter;
    request.question.asOf = m_asOf;
    request.question.now = systemClock().now();
    request.colouring = m_colouring;
    request.search = m_search;
    m_slot.request(std::move(request));
}

void TimelineModel::requestWindow() {
    if (m_window.height == 0)
        return;
    const int count = 3 * m_window.height;
    const auto* first = rowAt(0);
    if (m_jump) {
        ask(*m_jump);
    } else if (m_isFollowing) {
        ask({.count = count});
    } else if (m_wantedTop || first == nullptr) {
        const auto top = m_wantedTop.value_or(m_window.top);
        ask({.first = std::max<std::int64_t>(0, top - m_window.height), .count = count});
    } else {
        ask({.count = count, .anchor = first->number, .above = m_window.height});
    }
}

void TimelineModel::takePage(const TimelineRequest& request, Result<TimelineSlice> page) {
    if (!page) {
        if (page.error().code != ErrorCode::Cancelled)
            emit failed(page.error());
        return;
    }
    auto next = m_window;
    next.total = page->total;
    const auto* first = rowAt(0);
    const auto firstVisible = first != nullptr ? std::optional(first->number) : std::nullopt;
    m_events = page->events;
    m_took = page->took;
    m_heldFirst = page->first;
    m_held = std::move(page->rows);
    m_heldColours = std::move(page->colours);
    m_heldColouring = request.colouring;
    m_heldFound = std::move(page->found);
    m_payloadTexts.clear();
    m_isLoaded = true;
    if (std::exchange(m_isAwaitingFilter, false))
        m_totalWhenLeft = page->total;
    next.top = next.clamped(topFor(request, *page, next, firstVisible));
    if (!holdsWindow(next))
        next.top = next.clamped(m_heldFirst);
    changeRows(next);
    if (request.isJump && m_jump)
        takeJump(request, *page);
}

void TimelineModel::takeJump(const TimelineRequest& request, const TimelineSlice& page) {
    // A later jump may wait behind the one that has been answered.
    const bool isLast = m_jump->anchor == request.anchor && m_jump->at == request.at && m_jump->row == request.row;
    if (!isLast)
        return;
    m_jump.reset();
    if (request.anchor && !page.isAnchorMatch) {
        emit missed(*request.anchor);
        return;
    }
    const auto row = std::min(page.anchorRow.value_or(0), m_window.total - 1) - m_heldFirst;
    if (row >= 0 && row < static_cast<std::int64_t>(m_held.size()))
        emit jumped(m_held[static_cast<std::size_t>(row)].number);
}

std::int64_t TimelineModel::topFor(const TimelineRequest& request, const TimelineSlice& page,
                                   const TimelineWindow& next, std::optional<EventNumber> firstVisible) {
    if (m_isFollowing)
        return 0;
    if (request.isJump)
        return page.anchorRow.value_or(m_heldFirst) - next.height / 2;
    if (!request.anchor && m_wantedTop) {
        auto wanted = next;
        wanted.top = next.clamped(*m_wantedTop);
        if (holdsWindow(wanted))
            return *std::exchange(m_wantedTop, std::nullopt);
        // The scroll bar has been dragged on meanwhile: show where it passed.
        return request.first == 0 ? 0 : request.first + next.height;
    }
    if (const auto row = firstVisible ? rowOf(*firstVisible) : std::nullopt)
        return *row;
    return page.anchorRow.value_or(m_heldFirst);
}

bool TimelineModel::holdsWindow(const TimelineWindow& window) const {
    const auto end = m_heldFirst + static_cast<std::int64_t>(m_held.size());
    return window.top >= m_heldFirst && window.top + std::max(0, window.visibleRows()) <= end;
}

void TimelineModel::changeRows(TimelineWindow next) {
    const auto heldBelow = m_heldFirst + static_cast<std::int64_t>(m_held.size()) - next.top;
    const int rows = static_cast<int>(std::clamp<std::int64_t>(heldBelow, 0, std::max(0, next.visibleRows())));
    m_window = next;
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    const auto former = std::exchange(m_sharedYear, yearOfAll());
    if (former != m_sharedYear)
        emit headerDataChanged(Qt::Horizontal, Time, Time);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
    emit windowChanged();
}

void TimelineModel::setFollowing(bool isFollowing) {
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    m_totalWhenLeft = m_window.total;
    if (isFollowing) {
        m_wantedTop.reset();
        m_jump.reset();
    }
    emit followingChanged(isFollowing);
}

} // namespace muniment
