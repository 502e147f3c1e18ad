#include "ui/directory/entity_details.h"

#include "models/items/timeline_queries.h"
#include "ui/directory/activity_tab.h"
#include "ui/directory/overview_tab.h"
#include "ui/directory/raw_tab.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stale_line.h"

#include <QApplication>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>

namespace muniment {

EntityDetails::EntityDetails(const PageContext& context, const char* name, QWidget* parent)
    : QFrame(parent),
      m_key(QStringLiteral("details/%1/tab").arg(QLatin1String(name))),
      m_stack(new QStackedWidget(this)),
      m_noneChosen(new EmptyPlace(this)),
      m_title(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_stale(new StaleLine(this)),
      m_tabs(new QTabWidget(this)),
      m_overview(new OverviewTab(this)),
      m_activity(new ActivityTab(askTimeline(context.workspace), this)),
      m_history(new HistoryTab(askHistory(context.workspace), this)),
      m_raw(new RawTab(this)) {
    setKind(this, "card");
    setMinimumWidth(340);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_stack);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_stale);
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(m_noneChosen);
    m_stack->addWidget(page);

    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    const std::pair<QWidget*, const char*> tabs[]{
        {m_overview, "overview"}, {m_activity, "activity"}, {m_history, "history"}, {m_raw, "raw"}};
    for (const auto& [tab, key] : tabs) {
        tab->setObjectName(QLatin1String(key));
        m_tabs->addTab(tab, QString());
    }
    openKeptTab();
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this] { QSettings().setValue(m_key, m_tabs->currentWidget()->objectName()); });
    connect(m_activity, &ActivityTab::eventChosen, this, &EntityDetails::eventChosen);
    connect(m_activity, &ActivityTab::filterChosen, this, &EntityDetails::filterChosen);
    connect(m_activity, &ActivityTab::failed, this, &EntityDetails::failed);
    connect(m_history, &HistoryTab::eventChosen, this, &EntityDetails::eventChosen);
    connect(m_history, &HistoryTab::failed, this, &EntityDetails::failed);
}

void EntityDetails::addTab(EntityTab* tab) {
    const QSignalBlocker quiet(m_tabs); // the kept tab may be the one that comes now
    m_own.push_back(tab);
    m_tabs->insertTab(static_cast<int>(m_own.size()), tab, tab->title());
    connect(tab, &EntityTab::entityChosen, this, &EntityDetails::entityChosen);
    connect(tab, &EntityTab::failed, this, &EntityDetails::failed);
    openKeptTab();
}

void EntityDetails::removeHistory() {
    m_tabs->removeTab(m_tabs->indexOf(m_history));
    m_history->hide();
}

void EntityDetails::openKeptTab() {
    const auto kept = QSettings().value(m_key).toString();
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->objectName() == kept)
            m_tabs->setCurrentIndex(tab);
}

void EntityDetails::show(const ShownEntity& entity) {
    const bool isSame = m_shown && m_shown->entity == entity.entity;
    const bool isUnchanged = isSame && m_shown->json == entity.json;
    const bool isReadAlike = isSame && m_shown->zone == entity.zone && m_shown->asOf == entity.asOf;
    m_shown = entity;
    m_title->setText(entity.title);
    sayStale();
    m_overview->tell(entity.facts);
    m_activity->tell(activityFilter(entity.entity), entity.asOf, entity.zone);
    m_raw->tell(entity.json);
    if (!isUnchanged || !isReadAlike) {
        m_history->tell({entity.entity, entity.asOf}, entity.zone);
        for (auto* tab : m_own)
            tab->tell(entity);
    }
    m_stack->setCurrentIndex(1);
}

void EntityDetails::setOutages(const std::vector<RegionOutage>& outages) {
    m_outages = outages;
    sayStale();
}

void EntityDetails::sayStale() {
    std::vector<RegionOutage> own;
    if (m_shown)
        std::ranges::copy_if(m_outages, std::back_inserter(own),
                             [this](const RegionOutage& outage) { return outage.region == m_shown->region; });
    m_stale->show(own, m_shown ? m_shown->zone : ClockZone());
}

void EntityDetails::clear() {
    if (!m_shown)
        return;
    m_shown.reset();
    m_title->clear();
    for (auto* tab : m_own)
        tab->clear();
    m_stack->setCurrentIndex(0);
}

void EntityDetails::refresh() {
    if (!m_shown)
        return;
    m_activity->refresh();
    for (auto* tab : m_own)
        tab->refresh();
}

void EntityDetails::setActive(bool isActive) {
    for (auto* tab : m_own)
        tab->setActive(isActive);
}

void EntityDetails::retranslate() {
    m_tabs->setAccessibleName(tr("Details"));
    m_overview->retranslate();
    m_activity->retranslate();
    m_history->retranslate();
    m_raw->retranslate();
    for (auto* tab : m_own)
        tab->retranslate();
    const std::pair<QWidget*, QString> titles[]{
        {m_overview, tr("Overview")}, {m_activity, tr("Activity")}, {m_history, tr("History")}, {m_raw, tr("Raw")}};
    for (const auto& [tab, title] : titles)
        if (const int place = m_tabs->indexOf(tab); place >= 0)
            m_tabs->setTabText(place, title);
    for (auto* tab : m_own)
        m_tabs->setTabText(m_tabs->indexOf(tab), tab->title());
}

QString EntityDetails::title() const {
    return m_title->text();
}

bool EntityDetails::isAccessor() const {
    static constexpr const char* kTypes[]{"user", "team", "role", "resource"};
    return m_shown && std::ranges::find(kTypes, m_shown->entity.aggregate.type) != std::end(kTypes);
}

std::optional<AccessWish> EntityDetails::accessWish(bool isWhyNot) const {
    if (!m_shown)
        return std::nullopt;
    for (const auto* tab : m_own)
        if (tab->isVisible() && tab->isAncestorOf(QApplication::focusWidget()))
            if (auto wish = tab->accessWish(isWhyNot))
                return wish;
    const auto option = accessOption(m_shown->entity, {}, m_shown->title.toStdString());
    const auto& type = m_shown->entity.aggregate.type;
    AccessWish wish;
    if (type == "user" || type == "team") {
        wish.kind = isWhyNot ? AccessWish::Kind::Why : AccessWish::Kind::What;
        wish.who = option;
        return wish;
    }
    if (type != "resource")
        return std::nullopt;
    wish.kind = isWhyNot ? AccessWish::Kind::Why : AccessWish::Kind::Who;
    wish.what = option;
    return wish;
}

} // namespace muniment
