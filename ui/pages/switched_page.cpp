#include "ui/pages/switched_page.h"

#include "ui/look/look.h"

#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace muniment {

SwitchedPage::SwitchedPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_bar(new QTabBar(this)),
      m_row(new QHBoxLayout),
      m_stack(new QStackedWidget(this)) {
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid / 2, 0, 0);
    layout->setSpacing(0);
    m_row->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
    m_row->setSpacing(kGrid);
    m_row->addWidget(m_bar);
    m_row->addStretch();
    layout->addLayout(m_row);
    layout->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &SwitchedPage::take);
}

void SwitchedPage::addPage(const char* key, PageWidget* page) {
    page->setObjectName(QLatin1String(key));
    m_pages.push_back(page);
    m_stack->addWidget(page);
    m_bar->addTab(QString());
    connect(page, &PageWidget::said, this, &SwitchedPage::said);
    connect(page, &PageWidget::eventChosen, this, &SwitchedPage::eventChosen);
    connect(page, &PageWidget::entityChosen, this, &SwitchedPage::entityChosen);
    connect(page, &PageWidget::filterChosen, this, &SwitchedPage::filterChosen);
    connect(page, &PageWidget::accessWanted, this, &SwitchedPage::accessWanted);
    connect(page, &PageWidget::shownTextChanged, this, &SwitchedPage::shownTextChanged);
}

void SwitchedPage::addBesideBar(QWidget* widget) {
    m_row->addWidget(widget);
}

void SwitchedPage::setTitles(const QStringList& titles) {
    for (int page = 0; page < m_bar->count(); ++page) {
        m_bar->setTabText(page, titles.value(page));
        m_bar->setAccessibleTabName(page, titles.value(page));
    }
}

PageWidget* SwitchedPage::current() const {
    return m_pages[static_cast<std::size_t>(m_stack->currentIndex())];
}

void SwitchedPage::showPage(const PageWidget* page) {
    m_bar->setCurrentIndex(static_cast<int>(std::ranges::find(m_pages, page) - m_pages.begin()));
}

void SwitchedPage::take(int index) {
    if (index == m_stack->currentIndex() || index >= m_stack->count())
        return;
    if (m_isActive) {
        if (!m_isGoing)
            emit placeLeft(place());
        current()->setActive(false);
    }
    m_stack->setCurrentIndex(index);
    if (m_isActive)
        current()->setActive(true);
    emit shownTextChanged();
}

void SwitchedPage::setZone(const ClockZone& zone) {
    for (auto* page : m_pages)
        page->setZone(zone);
}

void SwitchedPage::takeBatch(const AppliedBatch& batch) {
    for (auto* page : m_pages)
        page->takeBatch(batch);
}

void SwitchedPage::reload() {
    current()->reload();
}

void SwitchedPage::setAsOf(const std::optional<Moment>& asOf) {
    for (auto* page : m_pages)
        page->setAsOf(asOf);
}

void SwitchedPage::setOutages(const std::vector<RegionOutage>& outages) {
    for (auto* page : m_pages)
        page->setOutages(outages);
}

void SwitchedPage::setActive(bool isActive) {
    m_isActive = isActive;
    current()->setActive(isActive);
}

void SwitchedPage::focusList() {
    current()->focusList();
}

QTableView* SwitchedPage::list() const {
    return current()->list();
}

void SwitchedPage::focusFilter() {
    current()->focusFilter();
}

void SwitchedPage::find() {
    current()->find();
}

void SwitchedPage::showDetailsPane(bool isShown) {
    for (auto* page : m_pages)
        page->showDetailsPane(isShown);
}

QTabWidget* SwitchedPage::detailTabs() const {
    return current()->detailTabs();
}

QString SwitchedPage::shownText() const {
    return current()->shownText();
}

TextTable SwitchedPage::chosenRow() const {
    return current()->chosenRow();
}

QString SwitchedPage::chosenCell() const {
    return current()->chosenCell();
}

QString SwitchedPage::chosenJson() const {
    return current()->chosenJson();
}

bool SwitchedPage::isExportable() const {
    return current()->isExportable();
}

std::optional<ExportOffer> SwitchedPage::exportOffer() const {
    return current()->exportOffer();
}

QString SwitchedPage::place() const {
    return current()->objectName();
}

void SwitchedPage::goToPlace(const QString& place) {
    const QScopedValueRollback going(m_isGoing, true);
    for (const auto* page : m_pages)
        if (page->objectName() == place)
            showPage(page);
}

} // namespace muniment
