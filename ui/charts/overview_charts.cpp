#include "ui/charts/overview_charts.h"

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

namespace muniment {

namespace {

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

OverviewCharts::OverviewCharts(QWidget* parent)
    : QWidget(parent),
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
    layOut();
    connectReadouts();
    retranslate();
}

OverviewCharts::~OverviewCharts() {
    // A chart that loses the focus on its way out tells of it.
    for (QObject* chart : std::initializer_list<QObject*>{m_regionBars, m_loginBars, m_heatMap, m_lagChart})
        chart->disconnect(this);
}

void OverviewCharts::layOut() {
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

std::vector<ChartCard*> OverviewCharts::cards() const {
    return {m_regionCard, m_sinceCard, m_loginCard, m_heatCard, m_actorCard, m_typeCard, m_tenantCard, m_lagCard};
}

void OverviewCharts::connectReadouts() {
    connect(m_regionBars, &TimeBars::readoutChanged, this,
            [this] { m_regionCard->setReadout(m_regionBars->readout()); });
    connect(m_loginBars, &TimeBars::readoutChanged, this, [this] { m_loginCard->setReadout(m_loginBars->readout()); });
    connect(m_heatMap, &HeatMap::readoutChanged, this, [this] { m_heatCard->setReadout(m_heatMap->readout()); });
    connect(m_lagChart, &LagChart::readoutChanged, this, [this] { m_lagCard->setReadout(m_lagChart->readout()); });
}

void OverviewCharts::retranslate() {
    m_ranges->setAccessibleName(tr("Part of time that is shown"));
    for (std::size_t i = 0; i < kOverviewRanges.size(); ++i)
        m_ranges->setItemText(static_cast<int>(i), overviewRangeText(kOverviewRanges[i]));
    for (std::size_t i = 0; m_isPast && i < kOverviewRanges.size(); ++i)
        m_ranges->setItemText(static_cast<int>(i), overviewRangeTextInPast(kOverviewRanges[i]));
    m_regionCard->setTitle(tr("Events by region"));
    m_loginCard->setTitle(tr("Sign-ins"));
    m_heatCard->setTitle(tr("Hours of the week"));
    m_actorCard->setTitle(tr("Most active"));
    m_typeCard->setTitle(tr("Most frequent events"));
    m_tenantCard->setTitle(tr("Busiest organizations"));
    m_sinceCard->setTitle(tr("Since your last visit"));
    m_lagCard->setTitle(tr("Regions in the last hour"));
    setButtonText(m_showSince, tr("Show in Timeline"));
}

void OverviewCharts::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showLegends();
    QWidget::changeEvent(event);
}

void OverviewCharts::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_regionBars->setZone(zone);
    m_loginBars->setZone(zone);
}

void OverviewCharts::showLegends() {
    m_regionCard->setLegend(m_regionBars->legend());
    m_loginCard->setLegend(m_loginBars->legend());
    m_lagCard->setLegend(m_lagChart->legend());
}

void OverviewCharts::showAnswer(const OverviewAnswer& answer) {
    const QString total = formatCount(answer.total);
    const bool isPerTenant = m_zone.kind() == ClockZone::Kind::PerTenant;
    m_total->setText(isPerTenant ? tr("%1 events, in UTC for all organizations").arg(total)
                                 : tr("%1 events").arg(total));
    m_regionBars->setHistogram(answer.regions, regionNames(answer.regions), SeriesKind::Category);
    std::vector<QString> outcomes;
    for (const std::string& outcome : answer.logins.series)
        outcomes.push_back(outcome.empty() ? tr("other") : outcomeText(outcome));
    m_loginBars->setHistogram(answer.logins, outcomes, SeriesKind::Outcome);
    m_regionCard->setLegend(m_regionBars->legend());
    m_loginCard->setLegend(m_loginBars->legend());
    m_heatMap->setHours(answer.hours, m_zone);
    m_actors->setRows(tr("Actor"), rowsOf(answer.actors));
    m_types->setRows(tr("Event"), rowsOf(answer.types), Qt::ElideLeft);
    m_tenants->setRows(tr("Organization"), rowsOf(answer.tenants));
    const QString nothing = tr("No events in this part of time. Choose a longer one above.");
    for (auto* card : {m_regionCard, m_heatCard, m_actorCard, m_typeCard, m_tenantCard})
        card->setEmpty(answer.total == 0, nothing);
    const auto hasLogins = std::ranges::any_of(answer.logins.counts, [](const auto& counts) {
        return std::ranges::any_of(counts, [](std::int64_t count) { return count > 0; });
    });
    m_loginCard->setEmpty(!hasLogins, tr("Nobody signed in during this part of time."));
    for (auto* card : cards())
        card->refresh();
}

void OverviewCharts::showSinceLastVisit(const OverviewAnswer& answer, bool hasVisited) {
    const auto& since = answer.sinceLastVisit;
    m_showSince->setVisible(since && since->events > 0);
    m_sinceTypes->setRows(tr("Event"), since ? rowsOf(since->types) : std::vector<RankedRow>(), Qt::ElideLeft);
    m_sinceCard->setEmpty(!since || since->events == 0, QString());
    if (!hasVisited)
        m_since->setText(
            tr("This is the first visit to this workspace on this computer. From the next one on, what has "
               "happened in between stands here."));
    else if (since)
        m_since->setText(tr("%1: %2 events, %3 failed sign-ins.")
                             .arg(formatTimeToMinuteWithZone(since->since, m_zone), formatCount(since->events),
                                  formatCount(since->failedLogins)));
}

void OverviewCharts::setPast(bool isPast) {
    m_isPast = isPast;
    m_lagCard->setEmpty(isPast, tr("How the regions stand is told of now only."));
    m_since->setVisible(!isPast);
    m_showSince->hide(); // the next answer knows
    m_sinceCard->setEmpty(isPast, isPast ? tr("What happened since your last visit is told of now only.") : QString());
    retranslate();
}

void OverviewCharts::showLag(const RegionLagHistory& history, Instant now) {
    m_lagChart->setHistory(history, now);
    m_lagCard->setLegend(m_lagChart->legend());
    m_lagCard->refresh();
}

} // namespace muniment
