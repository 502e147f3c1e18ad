#include "ui/pages/overview_page.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/lag_chart.h"
#include "ui/charts/overview_charts.h"
#include "ui/charts/ranked_list.h"
#include "ui/charts/time_bars.h"
#include "ui/widgets/cards.h"

#include <QComboBox>
#include <QEvent>
#include <QSettings>

namespace muniment {

namespace {

constexpr const char* kRangeKey = "overview/range";
constexpr int kRefreshMillis = 5000;

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_slot(this, askOverview(context.workspace),
             [this](const OverviewQuestion& question, Result<OverviewAnswer> answer) {
                 if (question.asOf == m_asOf)
                     take(std::move(answer));
             }),
      m_since(this, askEventsSince(context.workspace),
              [this](const Instant&, const Result<std::int64_t>& events) {
                  if (events && !m_isSeen)
                      emit countedSinceLastVisit(*events);
              }),
      m_lastVisit(context.workspace.file()),
      m_charts(new OverviewCharts(this)),
      m_pace(kRefreshMillis, nullptr) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_charts);
    auto* ranges = m_charts->ranges();
    const int month = static_cast<int>(OverviewRange::Month);
    ranges->setCurrentIndex(
        std::clamp(QSettings().value(QLatin1String(kRangeKey), month).toInt(), 0, ranges->count() - 1));
    connectCharts();
    connect(&m_pace, &RefreshPace::due, this, &OverviewPage::ask);
    connect(ranges, &QComboBox::activated, this, [this](int place) {
        QSettings().setValue(QLatin1String(kRangeKey), place);
        ask();
    });
    countSinceLastVisit();
    m_lastVisit.note(systemClock().now());
    retranslate();
}

OverviewPage::~OverviewPage() {
    m_lastVisit.note(systemClock().now());
}

void OverviewPage::connectCharts() {
    connect(m_charts->regionBars(), &TimeBars::rangeChosen, this, [this](Instant from, Instant to) {
        emit filterChosen(withTimeLimits({}, {from, to}));
    });
    connect(m_charts->loginBars(), &TimeBars::rangeChosen, this, [this](Instant from, Instant to) {
        emit filterChosen(withTimeLimits(loginFilter(), {from, to}));
    });
    connect(m_charts->heatMap(), &HeatMap::cellChosen, this, [this](int weekday, int hour) {
        emit filterChosen(weekHourFilter(limits(), m_asked, weekday, hour, m_zone));
    });
    connect(m_charts->actors(), &RankedList::rowChosen, this,
            [this](int row) { chooseTerm(FilterField::Actor, m_answer.actors.at(static_cast<std::size_t>(row)).id); });
    connect(m_charts->types(), &RankedList::rowChosen, this,
            [this](int row) { chooseTerm(FilterField::Type, m_answer.types.at(static_cast<std::size_t>(row)).text); });
    connect(m_charts->tenants(), &RankedList::rowChosen, this, [this](int row) {
        chooseTerm(FilterField::Tenant, m_answer.tenants.at(static_cast<std::size_t>(row)).text);
    });
    connect(m_charts->sinceTypes(), &RankedList::rowChosen, this, [this](int row) {
        const auto& since = m_answer.sinceLastVisit;
        const FilterNode type{termOf(FilterField::Type, since->types.at(static_cast<std::size_t>(row)).text), {}};
        emit filterChosen(withTimeLimits(type, {since->since, std::nullopt}));
    });
    connect(m_charts->showSinceButton(), &QPushButton::clicked, this, [this] {
        emit filterChosen(withTimeLimits({}, {m_lastVisit.previous(), std::nullopt}));
    });
    connect(m_charts->lagChart(), &LagChart::regionChosen, this, [this](const QString& region) {
        const FilterNode there{termOf(FilterField::Region, region.toStdString()), {}};
        emit filterChosen(withTimeLimits(there, {m_asked + -RegionLagHistory::kSpan, std::nullopt}));
    });
}

void OverviewPage::retranslate() {
    setAccessibleName(tr("Overview"));
    showAnswer();
    showLag();
}

void OverviewPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

OverviewRange OverviewPage::range() const {
    return kOverviewRanges.at(static_cast<std::size_t>(m_charts->ranges()->currentIndex()));
}

TimeLimits OverviewPage::limits() const {
    return limitsOf(range(), m_asked);
}

void OverviewPage::ask() {
    m_pace.noteAsked();
    m_isStale = false;
    m_asked = m_asOf ? m_asOf->at : systemClock().now();
    m_slot.request({range(), m_asked, m_zone, m_asOf ? std::nullopt : m_lastVisit.previous(), m_asOf});
}

void OverviewPage::take(Result<OverviewAnswer> answer) {
    if (!answer) {
        emit said({Message::Kind::Failed, errorSentence(answer.error()), {}, {}});
        return;
    }
    m_answer = std::move(*answer);
    showAnswer();
}

void OverviewPage::showAnswer() {
    m_charts->showAnswer(m_answer);
    if (!m_asOf)
        m_charts->showSinceLastVisit(m_answer, m_lastVisit.previous().has_value());
    emit shownTextChanged();
}

void OverviewPage::setRegions(const std::vector<RegionStatus>& regions) {
    const Instant now = systemClock().now();
    if (!m_lag.sample(regions, now))
        return;
    m_lastVisit.note(now);
    if (m_isActive && !m_asOf)
        showLag();
}

void OverviewPage::showLag() {
    m_charts->showLag(m_lag, systemClock().now());
}

void OverviewPage::chooseTerm(FilterField field, const std::string& value) {
    choose({termOf(field, value), {}});
}

void OverviewPage::choose(const FilterNode& filter) {
    emit filterChosen(withTimeLimits(filter, limits()));
}

void OverviewPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_charts->setZone(zone);
    reload();
}

void OverviewPage::countSinceLastVisit() {
    if (const auto previous = m_lastVisit.previous(); previous && !m_isSeen)
        m_since.request(*previous);
}

void OverviewPage::takeBatch(const AppliedBatch& batch) {
    if (batch.events == 0)
        return;
    countSinceLastVisit();
    m_isStale = true;
    if (m_isActive)
        m_pace.noteChange();
}

void OverviewPage::setAsOf(const std::optional<Moment>& asOf) {
    m_asOf = asOf;
    m_pace.rest();
    m_charts->setPast(asOf.has_value());
    reload();
}

void OverviewPage::reload() {
    m_isStale = true;
    if (m_isActive)
        ask();
}

void OverviewPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (!isActive) {
        m_pace.rest();
        return;
    }
    context().actions.setMet(Needs::Row, false);
    if (!std::exchange(m_isSeen, true))
        emit countedSinceLastVisit(0);
    showLag();
    if (m_isStale)
        ask();
}

void OverviewPage::focusList() {
    m_charts->regionBars()->setFocus();
}

QString OverviewPage::shownText() const {
    return tr("%1 events").arg(formatCount(m_answer.total));
}

} // namespace muniment
