#include "ui/pages/regions_page.h"

#include "models/base/canonical_json.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/lag_chart.h"
#include "ui/map/place_desk.h"
#include "ui/map/region_map.h"
#include "ui/pages/cell_delegates.h"
#include "ui/pages/region_health_delegate.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>

namespace muniment {

namespace {

constexpr int kMostRows = 12;
constexpr int kRefreshMillis = 5000;
/// Narrower than this the story of the chosen region stands below the map.
constexpr int kSideBySide = 760;
constexpr int kStoryWidth = 300;
constexpr int kLagHeight = 176;

} // namespace

RegionsPage::RegionsPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_model(new RegionListModel(this)),
      m_table(new QTableView(this)),
      m_map(new RegionMap(this)),
      m_lagChart(new LagChart(this)),
      m_mapCard(new ChartCard(m_map, this)),
      m_lagCard(new ChartCard(m_lagChart, this)),
      m_placeless(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_intro(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_storyTitle(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_story(makeValueLabel(this)),
      m_retry(makeButton(this)),
      m_events(makeButton(this)),
      m_place(makeButton(this)),
      m_servers(makeButton(this)),
      m_places(new PlaceDesk(context.workspace, this)),
      m_slot(this, askRegionNumbers(context.workspace),
             [this](const RegionQuestion& question, Result<RegionAnswer> answer) {
                 if (question.asOf == m_asOf)
                     take(std::move(answer));
             }),
      m_pace(kRefreshMillis, nullptr) {
    makeTable();
    layOut();
    connectParts();
    retranslate();
}

RegionsPage::~RegionsPage() {
    // What loses the focus on its way out tells of it.
    for (QObject* chart : std::initializer_list<QObject*>{m_map, m_lagChart})
        chart->disconnect(this);
}

void RegionsPage::makeTable() {
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setItemDelegateForColumn(RegionListModel::State, new RegionHealthDelegate(m_model, m_table));
    for (const int column : {RegionListModel::KnownThrough, RegionListModel::Endpoint})
        m_table->setItemDelegateForColumn(column, new FiguresDelegate(m_table));
    // Region, state, organizations, users, events, 30 days, growth, findings, lag, round trip, known through, server,
    // endpoint.
    new TableColumns(
        m_table, "regions/columns",
        {{128}, {176, 1}, {104}, {64}, {76}, {72}, {72}, {76}, {72}, {92}, {190}, {150, 1, false}, {220, 4, false}});
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &RegionsPage::fitHeight);
}

void RegionsPage::layOut() {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    m_intro->setWordWrap(true);
    layout->addWidget(m_intro);
    m_upper = new QBoxLayout(QBoxLayout::LeftToRight);
    m_upper->setSpacing(12);
    m_upper->addWidget(m_mapCard, 5);
    m_upper->addWidget(makeStory(), 2);
    m_placeless->setWordWrap(true);
    m_mapCard->addNote(m_placeless);
    layout->addLayout(m_upper, 1);

    auto* card = makeCard(this, 1);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    card->layout()->addWidget(m_table);
    layout->addWidget(card);
    m_lagCard->setFixedHeight(kLagHeight);
    layout->addWidget(m_lagCard);
}

QWidget* RegionsPage::makeStory() {
    auto* card = makeCard(this, 2 * kGrid);
    card->setMinimumWidth(kStoryWidth);
    auto* layout = static_cast<QVBoxLayout*>(card->layout());
    layout->setSpacing(kGrid);
    for (auto* label : {m_storyTitle, m_story})
        label->setWordWrap(true);
    layout->addWidget(m_storyTitle);
    layout->addWidget(m_story);
    layout->addStretch();
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_retry);
    buttons->addWidget(m_events);
    buttons->addWidget(m_place);
    buttons->addWidget(m_servers);
    layout->addLayout(buttons);
    return card;
}

void RegionsPage::connectParts() {
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_map->setChosen(chosenIndex());
        showStory();
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { openRegion(index.row()); });
    connect(m_map, &RegionMap::regionChosen, this, &RegionsPage::choose);
    connect(m_map, &RegionMap::regionOpened, this, &RegionsPage::openRegion);
    connect(m_map, &RegionMap::readoutChanged, this, [this] { m_mapCard->setReadout(m_map->readout()); });
    connect(m_lagChart, &LagChart::readoutChanged, this, [this] { m_lagCard->setReadout(m_lagChart->readout()); });
    connect(m_lagChart, &LagChart::regionChosen, this, [this](const QString& region) {
        const auto& regions = m_model->regions();
        const auto found = std::ranges::find(regions, region.toStdString(),
                                             [](const RegionStatus& status) { return status.region.text(); });
        if (found != regions.end())
            choose(static_cast<int>(found - regions.begin()));
    });
    connect(m_retry, &QPushButton::clicked, &context().workspace, &Workspace::syncNow);
    connect(m_events, &QPushButton::clicked, this, [this] { openRegion(chosenIndex()); });
    connect(m_place, &QPushButton::clicked, this, [this] {
        if (const int row = chosenIndex(); row >= 0)
            m_places->open(m_model->regions()[static_cast<std::size_t>(row)].region);
    });
    connect(m_places, &PlaceDesk::changed, this, [this] {
        showMap();
        showStory();
    });
    connect(m_places, &PlaceDesk::failed, this, [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
    connect(m_servers, &QPushButton::clicked, context().actions.action(ActionId::ServersAndPlacement),
            &QAction::trigger);
    connect(&m_pace, &RefreshPace::due, this, &RegionsPage::ask);
}

void RegionsPage::retranslate() {
    setAccessibleName(tr("Regions"));
    m_table->setAccessibleName(tr("Regions"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_intro->setText(tr("Each region keeps its own log. What has been synced is in this file and can be read when a "
                        "region, or every region, is gone."));
    m_mapCard->setTitle(tr("Where they are"));
    m_lagCard->setTitle(tr("Health in the last hour"));
    setButtonText(m_retry, tr("Try &Again Now"));
    setButtonText(m_events, tr("Show its &Events"));
    setButtonText(m_place, tr("Set &Place…"));
    setButtonText(m_servers, tr("Ser&vers and Placement…"));
    m_model->retranslate();
    showMap();
    showLag();
    showStory();
    emit shownTextChanged();
}

void RegionsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

void RegionsPage::resizeEvent(QResizeEvent* event) {
    PageWidget::resizeEvent(event);
    m_upper->setDirection(width() < kSideBySide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RegionsPage::setRegions(const std::vector<RegionStatus>& regions) {
    m_model->setRegions(regions);
    fitHeight();
    if (!m_table->currentIndex().isValid() && !regions.empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
    const bool isSampled = m_lag.sample(regions, systemClock().now());
    if (isSampled && m_isActive)
        showLag();
    showMap();
    showStory();
}

void RegionsPage::fitHeight() {
    // As many rows as there are regions: their story stands right below.
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    const auto* bar = m_table->horizontalScrollBar();
    const int scrollBar = bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0;
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * kRowHeight + 2 + scrollBar);
}

void RegionsPage::ask() {
    m_pace.noteAsked();
    m_isStale = false;
    m_slot.request({systemClock().now(), m_asOf});
}

void RegionsPage::take(Result<RegionAnswer> answer) {
    if (!answer) {
        if (answer.error().code != ErrorCode::Cancelled)
            emit said({Message::Kind::Failed, errorSentence(answer.error()), {}, {}});
        return;
    }
    m_model->setNumbers(std::move(answer->regions), m_asOf);
    m_map->setFlows(std::move(answer->flows));
    showMap();
    showStory();
}

void RegionsPage::showLag() {
    m_lagChart->setHistory(m_lag, systemClock().now());
    m_lagCard->setLegend(m_asOf ? std::vector<LegendEntry>() : m_lagChart->legend());
    m_lagCard->setEmpty(m_asOf.has_value(), tr("How the regions stand is told of now only."));
    m_lagCard->refresh();
}

int RegionsPage::chosenIndex() const {
    const int row = m_table->currentIndex().row();
    return row < m_model->rowCount() ? row : -1;
}

void RegionsPage::choose(int row) {
    m_table->setCurrentIndex(m_model->index(row, std::max(0, m_table->currentIndex().column())));
}

void RegionsPage::openRegion(int row) {
    if (row < 0 || row >= m_model->rowCount())
        return;
    const auto& region = m_model->regions()[static_cast<std::size_t>(row)].region.text();
    emit filterChosen({termOf(FilterField::Region, region), {}});
}

QStringList RegionsPage::storyOf(int row) const {
    const auto& region = m_model->regions()[static_cast<std::size_t>(row)];
    QStringList story;
    if (!m_asOf)
        story = regionStory(region, m_zone, systemClock().now());
    else if (m_model->shownHealth(row) == RegionHealth::Paused)
        story << tr("Everything that was logged here up to the moment shown is in this file.");
    else
        story << tr("Not everything that was logged here up to the moment shown is in this file.");
    if (const auto numbers = m_model->numbersOf(row))
        story << regionNumbersStory(*numbers, region.follower.knownThrough.has_value());
    return story;
}

void RegionsPage::showStory() {
    const int row = chosenIndex();
    m_retry->setVisible(row >= 0 && !m_asOf);
    m_events->setVisible(row >= 0);
    m_place->setVisible(row >= 0);
    m_place->setEnabled(!context().workspace.isReadOnly());
    if (row < 0) {
        m_storyTitle->setText(tr("No region chosen"));
        m_story->setText(tr("Choose a region to read how it stands."));
        return;
    }
    const auto& region = m_model->regions()[static_cast<std::size_t>(row)];
    const auto place = placeOfRegion(region.region, m_places->places());
    QStringList title{plainText(region.region.text()), m_model->stateText(row)};
    if (place && title.front().compare(placeText(*place), Qt::CaseInsensitive) != 0)
        title.insert(1, placeText(*place));
    m_storyTitle->setText(title.join(QStringLiteral(" · ")));
    const QString story = storyOf(row).join(QLatin1Char('\n'));
    // A label that is written anew loses what the reader has marked in it.
    if (m_story->text() != story)
        m_story->setText(story);
}

QString RegionsPage::story() const {
    return m_story->text();
}

QString RegionsPage::placeless() const {
    return m_placeless->isHidden() ? QString() : m_placeless->text();
}

void RegionsPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_model->setZone(zone);
    showStory();
}

void RegionsPage::takeBatch(const AppliedBatch& batch) {
    if (batch.events == 0)
        return;
    m_isStale = true;
    if (m_isActive)
        m_pace.noteChange();
}

void RegionsPage::setAsOf(const std::optional<Moment>& asOf) {
    m_asOf = asOf;
    m_pace.rest();
    m_model->forgetNumbers(asOf);
    m_map->setFlows({});
    showMap();
    showLag();
    reload();
    showStory();
}

void RegionsPage::reload() {
    setRegions(context().workspace.regions());
    m_isStale = true;
    if (m_isActive)
        ask();
}

void RegionsPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (!isActive) {
        m_pace.rest();
        return;
    }
    context().actions.setMet(Needs::Row, m_table->currentIndex().isValid());
    showLag();
    if (m_isStale)
        ask();
}

void RegionsPage::focusList() {
    m_table->setFocus();
}

QString RegionsPage::shownText() const {
    return tr("%n region(s)", nullptr, m_model->rowCount());
}

TextTable RegionsPage::chosenRow() const {
    return chosenRowOf(*m_table);
}

QString RegionsPage::chosenCell() const {
    return m_table->currentIndex().data(Qt::DisplayRole).toString();
}

QString RegionsPage::chosenJson() const {
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return {};
    const auto& region = m_model->regions()[static_cast<std::size_t>(row)];
    PayloadBuilder json;
    json.text("region", region.region.text()).text("endpoint", region.endpoint);
    json.text("state", followerPhaseName(region.follower.phase)).integer("events", region.events);
    if (const auto numbers = m_model->numbersOf(row))
        json.integer("tenants", numbers->tenants).integer("users", numbers->users);
    return QString::fromStdString(json.build());
}

} // namespace muniment
