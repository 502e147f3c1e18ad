#include "ui/search/match_strip.h"

#include "models/base/clock.h"
#include "models/items/plain_text.h"
#include "ui/look/row_tones.h"
#include "ui/widgets/scroll_groove.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace muniment {

namespace {

constexpr int kWidth = 10;
constexpr int kDash = 3; ///< high
constexpr int kShortest = 4;
constexpr int kReach = 4; ///< how far beside a dash it still answers
/// More could not be told apart on a screen.
constexpr int kMostParts = 256;
constexpr int kPaceMillis = 1000;

} // namespace

MatchStrip::MatchStrip(AskSlices ask, TimelineModel* model, QScrollBar* bar, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_bar(bar),
      m_pace(kPaceMillis, this),
      m_slot(this, std::move(ask),
             [this](const SlicesRequest& request, Result<FoundSlices> slices) { take(request, std::move(slices)); }) {
    setFixedWidth(kWidth);
    setMouseTracking(true);
    hide();
    connect(model, &TimelineModel::windowChanged, this, &MatchStrip::takeWindow);
    connect(&m_pace, &RefreshPace::due, this, &MatchStrip::ask);
    retranslate();
}

void MatchStrip::setSearch(const std::optional<FilterNode>& search) {
    m_search = search;
    m_slot.drop();
    setVisible(search.has_value());
    if (search)
        return ask();
    m_pace.rest();
    m_slices = {};
    retranslate();
}

void MatchStrip::takeWindow() {
    if (!m_search || !m_model->isLoaded() || m_model->isAwaitingFilter())
        return;
    if (m_askedFilter != m_model->filter() || m_askedMoment != m_model->asOf())
        ask();
    else if (m_askedTotal != m_model->window().total)
        refresh();
}

void MatchStrip::refresh() {
    if (m_search)
        m_pace.noteChange();
}

void MatchStrip::ask() {
    m_askedFilter = m_model->filter();
    m_askedMoment = m_model->asOf();
    m_askedTotal = m_model->window().total;
    m_pace.noteAsked();
    m_slot.request(
        {{{.filter = m_askedFilter, .asOf = m_askedMoment, .now = systemClock().now()}, *m_search}, kMostParts});
}

void MatchStrip::take(const SlicesRequest& request, Result<FoundSlices> slices) {
    if (request.search.list.filter != m_askedFilter || request.search.list.asOf != m_askedMoment ||
        request.search.search != m_search)
        return;
    if (!slices) {
        m_slices = {};
        if (slices.error().code != ErrorCode::Cancelled)
            emit failed(slices.error());
    } else {
        m_slices = std::move(*slices);
    }
    retranslate();
    update();
}

void MatchStrip::setZone(const ClockZone& zone) {
    m_zone = zone;
}

void MatchStrip::retranslate() {
    const auto count = static_cast<int>(std::min<std::int64_t>(m_slices.found, 1'000'000'000));
    setAccessibleName(tr("Matches of the search in the list"));
    setAccessibleDescription(tr("%1 match(es)", nullptr, count).arg(formatCount(m_slices.found)));
}

void MatchStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QRect MatchStrip::placeOf(const FoundSlice& slice) const {
    const auto share = (static_cast<long double>(slice.place) + 0.5L) / std::max(1, m_slices.places);
    const int middle = placeInGroove(m_bar, this, share, kDash);
    std::int64_t most = 1;
    for (const auto& each : m_slices.slices)
        most = std::max(most, each.count);
    // Ten times as many are about as much longer wherever they begin.
    const double part =
        most == 1 ? 1 : std::log(static_cast<double>(slice.count)) / std::log(static_cast<double>(most));
    const int length = kShortest + static_cast<int>(std::lround(part * (width() - 1 - kShortest)));
    return {0, middle - kDash / 2, length, kDash};
}

void MatchStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (const auto& slice : m_slices.slices)
        painter.fillRect(placeOf(slice), foundTone().band);
}

const FoundSlice* MatchStrip::sliceAt(const QPoint& place) const {
    const FoundSlice* nearest = nullptr;
    int distance = kReach + 1;
    for (const auto& slice : m_slices.slices)
        if (const int away = std::abs(placeOf(slice).center().y() - place.y()); away < distance) {
            distance = away;
            nearest = &slice;
        }
    return nearest;
}

QString MatchStrip::words(const FoundSlice& slice) const {
    const auto count = static_cast<int>(std::min<std::int64_t>(slice.count, 1'000'000'000));
    const auto matches = tr("%1 match(es)", nullptr, count).arg(formatCount(slice.count));
    const auto from = formatTimeToMinute(slice.oldestAt, m_zone);
    const auto to = formatTimeToMinute(slice.newestAt, m_zone);
    const auto zone = zoneName(m_zone, slice.newestAt);
    return from == to ? tr("%1 around %2 %3").arg(matches, to, zone)
                      : tr("%1 from %2 to %3 %4").arg(matches, from, to, zone);
}

bool MatchStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto* slice = sliceAt(help->pos()))
        QToolTip::showText(help->globalPos(), escapedHtml(words(*slice)), this);
    else
        QToolTip::hideText();
    return true;
}

void MatchStrip::mousePressEvent(QMouseEvent* event) {
    const auto* slice = event->button() == Qt::LeftButton ? sliceAt(event->pos()) : nullptr;
    if (slice != nullptr)
        emit eventWanted(slice->newest);
    else
        QWidget::mousePressEvent(event);
}

void MatchStrip::mouseMoveEvent(QMouseEvent* event) {
    setCursor(sliceAt(event->pos()) != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace muniment
