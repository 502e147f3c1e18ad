#include "ui/pages/overview_page.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/lag_chart.h"
#include "ui/charts/ranked_list.h"
#include "ui/charts/time_bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QSettings>

namespace muniment {

namespace {

constexpr const char* kRangeKey = "overview/range";
constexpr int kRefreshMillis = 5000;

std::vector<QString> regionNames(const Histogram& histogram) {
    std::vector<QString> names;
    for (const std::string& region : histogram.series)
        names.push_back(plainText(region));
    return names;
}

std::vector<RankedRow> rowsOf(const std::vector<FacetCount>& counts) {
    std::vector<RankedRow> rows;
    for (const FacetCount& count : counts) {
        const QString whole = plainText(count.text);
        if (count.name.empty())
            rows.push_back({whole, {}, count.count});
        else
            rows.push_back(
                {plainText(count.name), QStringLiteral("%1 (%2)").arg(plainText(count.name), whole), count.count});
    }
    return rows;
}

std::vector<RankedRow> rowsOf(const std::vector<ActorCount>& actors) {
    std::vector<RankedRow> rows;
    for (const ActorCount& actor : actors) {
        const QString id = plainText(actor.id);
        const QString name = actor.name.empty() ? shortId(actor.id, 28) : plainText(actor.name);
        rows.push_back({name, actor.name.empty() ? id : QStringLiteral("%1 (%2)").arg(name, id), actor.count});
    }
    return rows;
}

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_slot(this, askOverview(context.workspace),
             [this](const OverviewQuestion&, Result<OverviewAnswer> answer) { take(std::move(answer)); }),
      m_lastVisit(context.workspace.file()),
      m_ranges(new QComboBox(this)),
      m_total(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_regionBars(new TimeBars(this)),
      m_loginBars(new TimeBars(this)),
      m_heatMap(new HeatMap(this)),
      m_actors(new RankedList(this)),
      m_types(new RankedList(this)),
      m_tenants(new RankedList(this)),
      m_sinceTypes(new RankedList(this)),
      m_lagChart(new LagChart(this)),
      m_regionCard(new ChartCard(m_regionBars, this)),
      m_loginCard(new ChartCard(m_loginBars, this)),
      m_heatCard(new ChartCard(m_heatMap, this)),
      m_actorCard(new ChartCard(m_actors, this)),
      m_typeCard(new ChartCard(m_types, this)),
      m_tenantCard(new ChartCard(m_tenants, this)),
      m_sinceCard(new ChartCard(m_sinceTypes, this)),
      m_lagCard(new ChartCard(m_lagChart, this)),
      m_since(makeValueLabel(this)),
      m_showSince(makeButton(this, "flat")) {
    m_ranges->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (std::size_t i = 0; i < kOverviewRanges.size(); ++i)
        m_ranges->addItem(QString());
    const int month = static_cast<int>(OverviewRange::Month);
    m_ranges->setCurrentIndex(
        std::clamp(QSettings().value(QLatin1String(kRangeKey), month).toInt(), 0, m_ranges->count() - 1));
    layOut();
    connectCharts();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRefreshMillis);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::ask);
    connect(m_ranges, &QComboBox::activated, this, [this](int place) {
        QSettings().setValue(QLatin1String(kRangeKey), place);
        ask();
    });
    m_lastVisit.note(systemClock().now());
    retranslate();
}

OverviewPage::~OverviewPage() {
    // A chart that loses the focus on its way out tells of it.
    for (QObject* chart : std::initializer_list<QObject*>{m_regionBars, m_loginBars, m_heatMap, m_lagChart})
        chart->disconnect(this);
    m_lastVisit.note(systemClock().now());
}

void OverviewPage::layOut() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_ranges);
    head->addWidget(m_total, 1);
    grid->addLayout(head, 0, 0, 1, 12);
    auto* since = new QWidget(this);
    auto* sinceLayout = new QVBoxLayout(since);
    sinceLayout->setContentsMargins(0, 0, 0, 0);
    sinceLayout->setSpacing(2);
    sinceLayout->addWidget(m_since);
    sinceLayout->addWidget(m_showSince, 0, Qt::AlignLeft);
    m_since->setWordWrap(true);
    m_sinceCard->addNote(since);
    grid->addWidget(m_regionCard, 1, 0, 1, 8);
    grid->addWidget(m_sinceCard, 1, 8, 1, 4);
    grid->addWidget(m_loginCard, 2, 0, 1, 6);
    grid->addWidget(m_heatCard, 2, 6, 1, 6);
    grid->addWidget(m_actorCard, 3, 0, 1, 4);
    grid->addWidget(m_typeCard, 3, 4, 1, 4);
    grid->addWidget(m_tenantCard, 3, 8, 1, 4);
    grid->addWidget(m_lagCard, 4, 0, 1, 12);
    for (int column = 0; column < 12; ++column) {
        grid->setColumnStretch(column, 1);
        grid->setColumnMinimumWidth(column, 40);
    }
    for (const auto& [row, height] : {std::pair(1, 208), std::pair(2, 212), std::pair(3, 224), std::pair(4, 168)})
        grid->setRowMinimumHeight(row, height);
    grid->setRowStretch(1, 1);
    QWidget* before = m_ranges;
    for (auto* card : cards()) {
        setTabOrder(before, card);
        before = card;
    }
}

std::vector<ChartCard*> OverviewPage::cards() const {
    return {m_regionCard, m_sinceCard, m_loginCard, m_heatCard, m_actorCard, m_typeCard, m_tenantCard, m_lagCard};
}

void OverviewPage::connectCharts() {
    connect(m_regionBars, &TimeBars::readoutChanged, this,
            [this] { m_regionCard->setReadout(m_regionBars->readout()); });
    connect(m_loginBars, &TimeBars::readoutChanged, this, [this] { m_loginCard->setReadout(m_loginBars->readout()); });
    connect(m_heatMap, &HeatMap::readoutChanged, this, [this] { m_heatCard->setReadout(m_heatMap->readout()); });
    connect(m_lagChart, &LagChart::readoutChanged, this, [this] { m_lagCard->setReadout(m_lagChart->readout()); });

    connect(m_regionBars, &TimeBars::rangeChosen, this, [this](Instant from, Instant to) {
        emit filterChosen(withTimeLimits({}, {from, to}));
    });
    connect(m_loginBars, &TimeBars::rangeChosen, this, [this](Instant from, Instant to) {
        emit filterChosen(withTimeLimits(loginFilter(), {from, to}));
    });
    connect(m_heatMap, &HeatMap::cellChosen, this, [this](int weekday, int hour) {
        emit filterChosen(weekHourFilter(limits(), m_asked, weekday, hour, m_zone));
    });
    connect(m_actors, &RankedList::rowChosen, this,
            [this](int row) { chooseTerm(FilterField::Actor, m_answer.actors.at(static_cast<std::size_t>(row)).id); });
    connect(m_types, &RankedList::rowChosen, this,
            [this](int row) { chooseTerm(FilterField::Type, m_answer.types.at(static_cast<std::size_t>(row)).text); });
    connect(m_tenants, &RankedList::rowChosen, this, [this](int row) {
        chooseTerm(FilterField::Tenant, m_answer.tenants.at(static_cast<std::size_t>(row)).text);
    });
    connect(m_sinceTypes, &RankedList::rowChosen, this, [this](int row) {
        const auto& since = m_answer.sinceLastVisit;
        const FilterNode type{termOf(FilterField::Type, since->types.at(static_cast<std::size_t>(row)).text), {}};
        emit filterChosen(withTimeLimits(type, {since->since, std::nullopt}));
    });
    connect(m_showSince, &QPushButton::clicked, this, [this] {
        emit filterChosen(withTimeLimits({}, {m_lastVisit.previous(), std::nullopt}));
    });
    connect(m_lagChart, &LagChart::regionChosen, this, [this](const QString& region) {
        const FilterNode there{termOf(FilterField::Region, region.toStdString()), {}};
        emit filterChosen(withTimeLimits(there, {m_asked + -RegionLagHistory::kSpan, std::nullopt}));
    });
}

void OverviewPage::retranslate() {
    setAccessibleName(tr("Overview"));
    m_ranges->setAccessibleName(tr("Part of time that is shown"));
    for (std::size_t i = 0; i < kOverviewRanges.size(); ++i)
        m_ranges->setItemText(static_cast<int>(i), overviewRangeText(kOverviewRanges[i]));
    m_regionCard->setTitle(tr("Events by region"));
    m_loginCard->setTitle(tr("Sign-ins"));
    m_heatCard->setTitle(tr("Hours of the week"));
    m_actorCard->setTitle(tr("Most active"));
    m_typeCard->setTitle(tr("Most frequent events"));
    m_tenantCard->setTitle(tr("Busiest organizations"));
    m_sinceCard->setTitle(tr("Since your last visit"));
    m_lagCard->setTitle(tr("Regions in the last hour"));
    setButtonText(m_showSince, tr("Show in Timeline"));
    showAnswer();
    showLag();
}

void OverviewPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) {
        m_regionCard->setLegend(m_regionBars->legend());
        m_loginCard->setLegend(m_loginBars->legend());
        m_lagCard->setLegend(m_lagChart->legend());
    }
    PageWidget::changeEvent(event);
}

OverviewRange OverviewPage::range() const {
    return kOverviewRanges.at(static_cast<std::size_t>(m_ranges->currentIndex()));
}

TimeLimits OverviewPage::limits() const {
    return limitsOf(range(), m_asked);
}

void OverviewPage::ask() {
    m_soon.stop();
    m_isStale = false;
    m_asked = systemClock().now();
    m_slot.request({range(), m_asked, m_zone, m_lastVisit.previous()});
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
    m_total->setText(tr("%1 events").arg(formatCount(m_answer.total)));
    m_regionBars->setHistogram(m_answer.regions, regionNames(m_answer.regions), SeriesKind::Category);
    std::vector<QString> outcomes;
    for (const std::string& outcome : m_answer.logins.series)
        outcomes.push_back(outcome.empty() ? tr("other") : outcomeText(outcome));
    m_loginBars->setHistogram(m_answer.logins, outcomes, SeriesKind::Outcome);
    m_regionCard->setLegend(m_regionBars->legend());
    m_loginCard->setLegend(m_loginBars->legend());
    m_heatMap->setHours(m_answer.hours, m_zone);
    m_actors->setRows(tr("Actor"), rowsOf(m_answer.actors));
    m_types->setRows(tr("Event"), rowsOf(m_answer.types), Qt::ElideLeft);
    m_tenants->setRows(tr("Organization"), rowsOf(m_answer.tenants));
    showSinceLastVisit();
    const QString nothing = tr("No events in this part of time. Choose a longer one above.");
    for (auto* card : {m_regionCard, m_heatCard, m_actorCard, m_typeCard, m_tenantCard})
        card->setEmpty(m_answer.total == 0, nothing);
    const auto hasLogins = std::ranges::any_of(m_answer.logins.counts, [](const auto& counts) {
        return std::ranges::any_of(counts, [](std::int64_t count) { return count > 0; });
    });
    m_loginCard->setEmpty(!hasLogins, tr("Nobody signed in during this part of time."));
    for (auto* card : cards())
        card->refresh();
    emit shownTextChanged();
}

void OverviewPage::showSinceLastVisit() {
    const auto& since = m_answer.sinceLastVisit;
    m_showSince->setVisible(since && since->events > 0);
    m_sinceTypes->setRows(tr("Event"), since ? rowsOf(since->types) : std::vector<RankedRow>(), Qt::ElideLeft);
    m_sinceCard->setEmpty(!since || since->events == 0, QString());
    if (!m_lastVisit.previous())
        m_since->setText(
            tr("This is the first visit to this workspace on this computer. From the next one on, what has "
               "happened in between stands here."));
    else if (since)
        m_since->setText(
            tr("%1: %2 events, %3 failed sign-ins.")
                .arg(formatTimeToMinute(since->since, m_zone) + QLatin1Char(' ') + zoneName(m_zone, since->since),
                     formatCount(since->events), formatCount(since->failedLogins)));
}

void OverviewPage::setRegions(const std::vector<RegionStatus>& regions) {
    const Instant now = systemClock().now();
    if (!m_lag.sample(regions, now))
        return;
    m_lastVisit.note(now);
    if (m_isActive)
        showLag();
}

void OverviewPage::showLag() {
    m_lagChart->setHistory(m_lag, systemClock().now());
    m_lagCard->setLegend(m_lagChart->legend());
    m_lagCard->refresh();
}

void OverviewPage::chooseTerm(FilterField field, const std::string& value) {
    choose({termOf(field, value), {}});
}

void OverviewPage::choose(const FilterNode& filter) {
    emit filterChosen(withTimeLimits(filter, limits()));
}

void OverviewPage::setZone(ClockZone zone) {
    m_zone = zone;
    m_regionBars->setZone(zone);
    m_loginBars->setZone(zone);
    reload();
}

void OverviewPage::takeBatch(const AppliedBatch& batch) {
    if (batch.events == 0)
        return;
    m_isStale = true;
    if (m_isActive && !m_soon.isActive())
        m_soon.start();
}

void OverviewPage::reload() {
    m_isStale = true;
    if (m_isActive)
        ask();
}

void OverviewPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (!isActive) {
        m_soon.stop();
        return;
    }
    context().actions.setMet(Needs::Row, false);
    showLag();
    if (m_isStale)
        ask();
}

void OverviewPage::focusList() {
    m_regionBars->setFocus();
}

QString OverviewPage::shownText() const {
    return tr("%1 events").arg(formatCount(m_answer.total));
}

} // namespace muniment
