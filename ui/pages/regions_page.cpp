#include "ui/pages/regions_page.h"

#include "models/base/canonical_json.h"
#include "models/items/plain_text.h"
#include "ui/pages/cell_delegates.h"
#include "ui/shell/region_chip.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>

namespace muniment {

namespace {

constexpr int kMostRows = 12;

/// The health's shape before its word.
class HealthDelegate : public TextDelegate {
public:
    HealthDelegate(const RegionListModel* model, QObject* parent) : TextDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        TextDelegate::paint(painter, option, index);
        const auto& region = m_model->regions().at(static_cast<std::size_t>(index.row()));
        painter->save();
        paintHealth(*painter, QRectF(option.rect.x() + 9, option.rect.center().y() - 4.5, 10, 10), healthOf(region));
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        TextDelegate::initStyleOption(option, index);
        option->text.prepend(QStringLiteral("     "));
    }

private:
    const RegionListModel* m_model;
};

} // namespace

RegionsPage::RegionsPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_model(new RegionListModel(this)),
      m_table(new QTableView(this)),
      m_intro(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_storyTitle(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_story(makeValueLabel(this)),
      m_retry(makeButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    m_intro->setWordWrap(true);
    layout->addWidget(m_intro);

    auto* card = makeCard(this, 1);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setItemDelegateForColumn(RegionListModel::State, new HealthDelegate(m_model, m_table));
    for (const int column : {RegionListModel::KnownThrough, RegionListModel::Endpoint})
        m_table->setItemDelegateForColumn(column, new FiguresDelegate(m_table));
    // Region, state, events, lag, round trip, known through, server, endpoint.
    new TableColumns(m_table, "regions/columns", {{118}, {200}, {78}, {72}, {96}, {190}, {150, 1}, {220, 4}});
    card->layout()->addWidget(m_table);
    layout->addWidget(card);

    auto* story = makeCard(this, 2 * kGrid);
    auto* storyLayout = static_cast<QVBoxLayout*>(story->layout());
    storyLayout->addWidget(m_storyTitle);
    storyLayout->addWidget(m_story);
    storyLayout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addWidget(story);
    layout->addStretch();
    for (auto* each : {card, story})
        each->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RegionsPage::showStory);
    connect(m_retry, &QPushButton::clicked, &context.workspace, &Workspace::syncNow);
    retranslate();
}

void RegionsPage::retranslate() {
    setAccessibleName(tr("Regions"));
    m_table->setAccessibleName(tr("Regions"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_intro->setText(tr("Each region keeps its own log. What has been synced is in this file and can be read when a "
                        "region, or every region, is gone."));
    setButtonText(m_retry, tr("Try &Again Now"));
    m_model->retranslate();
    showStory();
    emit shownTextChanged();
}

void RegionsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

void RegionsPage::setRegions(const std::vector<RegionStatus>& regions) {
    m_model->setRegions(regions);
    fitHeight();
    if (!m_table->currentIndex().isValid() && !regions.empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
    showStory();
}

void RegionsPage::fitHeight() {
    // As many rows as there are regions: their story stands right below.
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * kRowHeight + 2);
}

void RegionsPage::showStory() {
    const int row = m_table->currentIndex().row();
    const bool isChosen = row >= 0 && row < m_model->rowCount();
    m_retry->setVisible(isChosen);
    if (!isChosen) {
        m_storyTitle->setText(tr("No region chosen"));
        m_story->setText(tr("Choose a region to read how it stands."));
        return;
    }
    const auto& region = m_model->regions()[static_cast<std::size_t>(row)];
    m_storyTitle->setText(QStringLiteral("%1 · %2").arg(plainText(region.region.text()), m_model->stateText(row)));
    const QString story = regionStory(region, m_zone, systemClock().now()).join(QLatin1Char('\n'));
    // A label that is written anew loses what the reader has marked in it.
    if (m_story->text() != story)
        m_story->setText(story);
}

void RegionsPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_model->setZone(zone);
    showStory();
}

void RegionsPage::takeBatch(const AppliedBatch&) {}

void RegionsPage::reload() {
    setRegions(context().workspace.regions());
}

void RegionsPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (isActive)
        context().actions.setMet(Needs::Row, m_table->currentIndex().isValid());
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
    return QString::fromStdString(json.build());
}

} // namespace muniment
