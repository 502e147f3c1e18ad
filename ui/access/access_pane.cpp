#include "ui/access/access_pane.h"

#include "models/base/clock.h"
#include "models/items/plain_text.h"
#include "ui/access/access_graph_view.h"
#include "ui/access/interval_bar.h"
#include "ui/access/way_tree.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_stage.h"
#include "ui/charts/text_table_model.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentence_view.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace muniment {

namespace {

constexpr int kIcon = 22;

/// Names are no numbers, whatever they end with.
class PlainTableModel : public TextTableModel {
public:
    using TextTableModel::TextTableModel;

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        return role == Qt::TextAlignmentRole ? QVariant() : TextTableModel::data(index, role);
    }
};

EntityOption optionOf(const AccessParty& party, const RegionName& region) {
    const auto& [tenant, aggregate] = party.entity;
    return aggregate.type == "org" ? wholeOrganization(tenant, region, party.name)
                                   : accessOption(party.entity, region, party.name);
}

QString joined(const std::vector<std::string>& actions) {
    QStringList words;
    for (const auto& action : actions)
        words << plainText(action);
    return words.join(QStringLiteral(", "));
}

} // namespace

AccessPane::AccessPane(AskNeighbours neighbours, QWidget* parent)
    : QWidget(parent),
      m_icon(makeLabel(this)),
      m_verdict(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_sentence(new SentenceView(this)),
      m_times(makeValueLabel(this)),
      m_freshness(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_copy(makeButton(this, "flat")),
      m_timeline(makeButton(this, "flat")),
      m_whyTitle(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_tree(new WayTree(this)),
      m_bar(new IntervalBar(this)),
      m_barCard(new ChartCard(m_bar, this)),
      m_listTitle(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_table(new QTableView(this)),
      m_model(new PlainTableModel(this)),
      m_graph(new AccessGraphView(std::move(neighbours), this)),
      m_graphTitle(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_graphLegend(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_splitter(new KeptSplitter("access", {760, 440}, this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
    auto* left = new QWidget(this);
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_splitter->addWidget(left);
    m_graphCard = makeGraphCard();
    m_splitter->addWidget(m_graphCard);
    m_splitter->restore();
    layout->addWidget(makeAnswerCard());
    m_whyCard = makeWhyCard();
    layout->addWidget(m_whyCard, 2);
    layout->addWidget(m_barCard);
    m_listCard = makeListCard();
    layout->addWidget(m_listCard, 3);
    m_barCard->setFixedHeight(104);
    connect(m_tree, &WayTree::eventChosen, this, &AccessPane::eventChosen);
    connect(m_bar, &IntervalBar::eventChosen, this, &AccessPane::eventChosen);
    connect(m_bar, &IntervalBar::momentChosen, this, &AccessPane::momentChosen);
    connect(m_bar, &IntervalBar::readoutChanged, this, [this] { m_barCard->setReadout(m_bar->readout()); });
    connect(m_timeline, &QPushButton::clicked, this, &AccessPane::timelineWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto wish = wishAt(index.row()))
            emit wishChosen(*wish);
    });
    retranslate();
}

QFrame* AccessPane::makeAnswerCard() {
    auto* card = makeCard(this, 2 * kGrid);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    m_icon->setFixedSize(kIcon, kIcon);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_verdict, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    static_cast<QVBoxLayout*>(card->layout())->addLayout(head);
    m_freshness->setWordWrap(true);
    card->layout()->addWidget(m_times);
    card->layout()->addWidget(m_freshness);
    return card;
}

QFrame* AccessPane::makeWhyCard() {
    auto* card = makeCard(this, 12);
    auto* head = new QHBoxLayout;
    head->addWidget(m_whyTitle, 1);
    head->addWidget(m_timeline);
    head->addWidget(m_copy);
    static_cast<QVBoxLayout*>(card->layout())->addLayout(head);
    card->layout()->addWidget(m_tree);
    return card;
}

QFrame* AccessPane::makeListCard() {
    auto* card = makeCard(this, 1);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(11, 10, 11, 2);
    head->addWidget(m_listTitle);
    static_cast<QVBoxLayout*>(card->layout())->addLayout(head);
    dressTable(m_table);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(true);
    card->layout()->addWidget(m_table);
    return card;
}

QFrame* AccessPane::makeGraphCard() {
    auto* card = makeCard(this, 12);
    m_graphLegend->setWordWrap(true);
    card->layout()->addWidget(m_graphTitle);
    card->layout()->addWidget(m_graph);
    card->layout()->addWidget(m_graphLegend);
    connect(m_graph, &AccessGraphView::entityChosen, this, &AccessPane::entityChosen);
    connect(m_graph, &AccessGraphView::failed, this, &AccessPane::failed);
    return card;
}

void AccessPane::drawPicture(AccessPicture picture, const std::optional<Moment>& asOf, Instant now) {
    const bool hasDashes = std::ranges::any_of(picture.edges(), [](const PictureEdge& edge) { return edge.isDashed; });
    m_graphLegend->setText(hasDashes ? tr("Dashed: has ended, or is missing") : QString());
    m_graph->showPicture(std::move(picture), asOf, now);
}

void AccessPane::tell(const QString& verdict, bool isGood, const Sentence& sentence, const QString& times,
                      const AccessFreshness& freshness) {
    m_verdict->setText(verdict);
    setTone(m_verdict, isGood ? Tone::Good : Tone::Bad);
    m_iconName = isGood ? QStringLiteral("dialog-ok-apply") : QStringLiteral("dialog-cancel");
    m_icon->setPixmap(icon(m_iconName).pixmap(kIcon, kIcon));
    for (auto* part : {m_icon, m_verdict})
        part->setVisible(!verdict.isEmpty());
    m_sentence->setParts(sentence);
    m_times->setText(times);
    m_times->setVisible(!times.isEmpty());
    m_freshness->setText(freshnessText(freshness, m_zone));
    setTone(m_freshness, freshness.isIncomplete || !freshness.knownThrough ? Tone::Warning : Tone::Quiet);
}

void AccessPane::arrange(bool hasTree, bool hasTimes, bool hasList) {
    m_whyCard->setVisible(hasTree);
    m_barCard->setVisible(hasTimes);
    m_listCard->setVisible(hasList);
    m_graphCard->setVisible(hasTree);
}

void AccessPane::noteEvent(const std::optional<AccessCause>& event) {
    if (event && std::ranges::find(m_events, event->number, &AccessCause::number) == m_events.end())
        m_events.push_back(*event);
}

void AccessPane::noteEvents(const std::vector<AccessWay>& ways) {
    for (const AccessWay& way : ways)
        for (const AccessLink& link : way) {
            noteEvent(link.made);
            noteEvent(link.ended);
        }
}

void AccessPane::show(const AccessRequest& request, const AccessAnswer& answer) {
    tell(verdictText(answer.isAllowed), answer.isAllowed, answerSentence(request, answer, m_zone),
         answerTimesText(answer, m_zone), answer.freshness);
    m_freshness->setText(tookText(answer.took) + QLatin1Char(' ') + freshnessText(answer.freshness, m_zone));
    arrange(true, true, false);
    AccessRequest asked = request;
    const auto* before = std::get_if<1>(&m_shown);
    if (before != nullptr)
        asked.now = before->first.now;
    const bool isNews = before == nullptr || before->first != asked || !before->second.tellsTheSameAs(answer) ||
                        std::exchange(m_isToBeToldAnew, false);
    if (!isNews)
        return; // what is chosen stays chosen
    m_shown = std::pair(request, answer);
    m_events.clear();
    noteEvents(answer.ways);
    noteEvents({answer.missing});
    noteEvents(answer.endedWays);
    for (const AccessTimes& times : answer.times) {
        noteEvent(times.begunBy);
        noteEvent(times.endedBy);
    }
    m_tree->setZone(m_zone);
    m_tree->showAnswer(answer);
    m_bar->setZone(m_zone);
    m_bar->setTimes(answer.times, request.asOf, request.now);
    m_barCard->setEmpty(answer.times.empty(), tr("It was never true, as far as this workspace knows."));
    m_barCard->setReadout({});
    m_barCard->refresh();
    drawPicture(AccessPicture(answer), request.asOf, request.now);
    m_model->setTable({});
    m_whyTitle->setText(answer.isAllowed ? tr("Why") : tr("Why not"));
    m_timeline->setVisible(!m_events.empty());
}

void AccessPane::show(const WhoRequest& request, const WhoAnswer& answer) {
    tell({}, true, whoSentence(request, answer, m_zone), {}, answer.freshness);
    arrange(false, false, true);
    TextTable table{{tr("Kind"), tr("Name"), tr("May"), tr("Id")}, {}};
    for (const AccessHolder& holder : answer.holders)
        table.rows.push_back({partyKindText(holder.who), partyText(holder.who), joined(holder.actions),
                              plainText(holder.who.entity.aggregate.id.text())});
    m_shown = answer;
    m_events.clear();
    m_listTitle->setText(tr("Who may"));
    m_table->setAccessibleName(tr("Who may; Enter shows why"));
    setTable(std::move(table), {72, 260, 220});
}

void AccessPane::show(const RightsRequest& request, const RightsAnswer& answer) {
    tell({}, true, rightsSentence(request, answer, m_zone), {}, answer.freshness);
    arrange(true, false, true);
    m_events.clear();
    noteEvents(answer.grants);
    m_tree->setZone(m_zone);
    m_tree->showGrants(answer);
    drawPicture(AccessPicture(answer), request.asOf, request.now);
    TextTable table{{tr("May"), tr("On"), tr("Within"), tr("By the role"), tr("Granted to")}, {}};
    for (const AccessRightRow& right : answer.rights)
        table.rows.push_back({plainText(right.action), targetText(right.target, right.resourceType),
                              partyText(right.place), partyText(right.role), partyText(right.via)});
    m_shown = answer;
    m_whyTitle->setText(tr("Roles held, and why"));
    m_listTitle->setText(tr("What they allow"));
    m_table->setAccessibleName(tr("What the roles allow; Enter shows why for one thing"));
    m_timeline->setVisible(!m_events.empty());
    setTable(std::move(table), {140, 170, 170, 130});
}

/// `widths` of all columns but the last, which takes what is left; a list of the same columns keeps those it has.
void AccessPane::setTable(TextTable table, const std::vector<int>& widths) {
    const bool isOther = m_model->columnCount() != static_cast<int>(table.header.size());
    m_model->setTable(std::move(table));
    for (int column = 0; isOther && column < static_cast<int>(widths.size()); ++column)
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

QString AccessPane::text() const {
    if (const auto* answered = std::get_if<1>(&m_shown))
        return answerAsText(answered->first, answered->second, m_zone);
    TextTable table;
    for (int column = 0; column < m_model->columnCount(); ++column)
        table.header << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        table.rows.emplace_back();
        for (int column = 0; column < m_model->columnCount(); ++column)
            table.rows.back() << m_model->index(row, column).data().toString();
    }
    const QString tree = std::holds_alternative<RightsAnswer>(m_shown) ? m_tree->text() : QString();
    return withoutIsolates(sentence()) + QLatin1Char('\n') + tree + copyText(table, CopyForm::Text);
}

std::optional<AccessWish> AccessPane::wishAt(int row) const {
    const auto index = static_cast<std::size_t>(row);
    if (const auto* who = std::get_if<WhoAnswer>(&m_shown); who != nullptr && row >= 0 && index < who->holders.size()) {
        const AccessHolder& holder = who->holders[index];
        const RegionName& region = who->freshness.region;
        return AccessWish{AccessWish::Kind::Why,
                          optionOf(holder.who, region),
                          holder.actions.front(),
                          optionOf(who->resource, region),
                          {}};
    }
    const auto* what = std::get_if<RightsAnswer>(&m_shown);
    if (what == nullptr || row < 0 || index >= what->rights.size() || what->rights[index].example.isNone())
        return {};
    const RegionName& region = what->freshness.region;
    return AccessWish{AccessWish::Kind::Why,
                      optionOf(what->subject, region),
                      what->rights[index].action,
                      optionOf(what->rights[index].example, region),
                      {}};
}

int AccessPane::rowCount() const {
    return m_listCard->isVisibleTo(this) ? m_model->rowCount() : 0;
}

QString AccessPane::sentence() const {
    return m_sentence->text();
}

QString AccessPane::verdict() const {
    return m_verdict->isVisibleTo(this) ? m_verdict->text() : QString();
}

QString AccessPane::times() const {
    return m_times->text();
}

QString AccessPane::freshness() const {
    return m_freshness->text();
}

void AccessPane::focusAnswer() {
    if (m_whyCard->isVisibleTo(this))
        return m_tree->setFocus();
    m_table->setFocus();
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void AccessPane::retranslate() {
    m_isToBeToldAnew = true;
    m_graphTitle->setText(tr("Graph"));
    m_graph->retranslate();
    setButtonText(m_copy, tr("Copy the Answer"));
    m_copy->setToolTip(tr("The question, yes or no, since when and why, as text"));
    setButtonText(m_timeline, tr("Show in the Timeline"));
    m_timeline->setToolTip(tr("The events behind the answer, and no others"));
    m_tree->setAccessibleName(tr("Why: every way, with the events that made it"));
    m_tree->setAccessibleDescription(tr("Enter shows the event of a step in the timeline"));
    m_table->setAccessibleName(tr("Who may; Enter shows why"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_barCard->setTitle(tr("When it was true"));
}

void AccessPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty()) // light and dark have icons of their own
        m_icon->setPixmap(icon(m_iconName).pixmap(kIcon, kIcon));
    QWidget::changeEvent(event);
}

} // namespace muniment
