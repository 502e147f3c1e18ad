#include "ui/pages/timeline_table.h"

#include "models/items/payload_column.h"
#include "models/timeline/filter/filter_fields.h"
#include "ui/annotations/annotated_cell_delegate.h"
#include "ui/look/look.h"
#include "ui/pages/add_column_dialog.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/sticky_column.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QWheelEvent>

namespace muniment {

namespace {

constexpr const char* kStickyName = "timeline/timeStays";
constexpr int kTimeMargins = 24; ///< beside the figures of a time

/// Where room is short the event's type gives first, since the sentence says it, then the region; what happened is what
/// people read and gives last.
std::vector<ColumnPlan> pagePlan() {
    using namespace timeline_column;
    std::vector<ColumnPlan> plan(Count, ColumnPlan{.width = 120, .isShown = false, .least = 72});
    plan[Time] = {.width = 154};
    plan[Region] = {.width = 112, .least = 88, .givesWay = 2};
    plan[Event] = {.width = 168, .least = 100, .givesWay = 1};
    plan[What] = {.width = 280, .weight = 1, .least = 196, .givesWay = 4};
    plan[ActorName] = {.width = 120, .isShown = false, .least = 80, .givesWay = 2};
    plan[Outcome] = {.width = 90, .least = 80, .givesWay = 3};
    for (const auto name : {Tenant, Subject, Note})
        plan[name].width = 150;
    for (const auto word : {SubjectKind, Country, Os, Browser, Sequence, Ordinal})
        plan[word].width = 92;
    for (const auto time : {Recorded, Occurred})
        plan[time] = {.width = 196, .isShown = false, .least = 120};
    return plan;
}

std::vector<std::string> pathsIn(const QStringList& keys) {
    const QString prefix = QString::fromUtf8(kPayloadPrefix.data(), static_cast<qsizetype>(kPayloadPrefix.size()));
    std::vector<std::string> paths;
    for (const auto& key : keys)
        if (key.startsWith(prefix) && key.size() > prefix.size())
            paths.push_back(key.mid(prefix.size()).toStdString());
    return paths;
}

} // namespace

TimelineColumnPlan TimelineColumnPlan::ofPage() {
    return {"timeline/columns", pagePlan()};
}

TimelineColumnPlan TimelineColumnPlan::compact(const char* name) {
    auto columns = pagePlan();
    for (const auto column : {timeline_column::Region, timeline_column::Event, timeline_column::Outcome})
        columns[column].isShown = false;
    return {name, std::move(columns)};
}

TimelineTable::TimelineTable(TimelineModel* model, const TimelineColumnPlan& plan, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_view(new QTableView(this)),
      m_bar(new QScrollBar(Qt::Vertical, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_bar);

    m_view->setModel(model);
    dressTable(m_view);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setItemDelegate(new TimelineCellDelegate(m_view));
    m_view->setItemDelegateForColumn(TimelineModel::What, new AnnotatedCellDelegate(m_view));
    m_columns = new TableColumns(
        m_view, plan.name, plan.columns,
        {{.width = 140, .least = 80}, [model](const QStringList& keys) { model->setPayloadColumns(pathsIn(keys)); }});
    m_sticky = new StickyColumn(m_view, TimelineModel::Time);
    m_sticky->setWanted(QSettings().value(layoutKey(kStickyName), true).toBool());
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);

    connect(m_model, &TimelineModel::windowChanged, this, &TimelineTable::takeWindow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelineTable::takeCurrent);
    connect(m_view, &QTableView::doubleClicked, this, &TimelineTable::detailsWanted);
    connect(m_sticky, &QTableView::doubleClicked, this, &TimelineTable::detailsWanted);
    connect(m_sticky, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        emit m_view->customContextMenuRequested(
            m_view->viewport()->mapFrom(this, m_sticky->viewport()->mapTo(this, place)));
    });
    connect(m_columns, &TableColumns::menuMade, this, &TimelineTable::addToMenu);
    connect(m_columns, &TableColumns::wasReset, this, [this] { m_sticky->setWanted(true); });
    connect(m_model, &QAbstractItemModel::headerDataChanged, this, &TimelineTable::fitTime);
    connect(m_bar, &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_isSettling)
            m_model->scrollTo(rowAtScrollValue(m_model->window(), value));
    });
    retranslate();
}

void TimelineTable::retranslate() {
    m_view->setAccessibleName(tr("Events, newest first"));
    m_view->setAccessibleDescription(tr("Home goes to the newest event and follows; Space shows the details"));
    m_view->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_bar->setAccessibleName(tr("Place in the timeline"));
    m_sticky->setAccessibleName(tr("Time, kept in view"));
    m_sticky->horizontalHeader()->setAccessibleName(tr("Time, kept in view"));
}

void TimelineTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool TimelineTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitHeight();
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return takeKey(key->key(), key->modifiers());
    }
    if (watched == m_view->viewport() && event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->angleDelta().x() != 0 || wheel->modifiers().testFlag(Qt::ShiftModifier)) {
            scrollSideways(wheel->angleDelta().x() + wheel->angleDelta().y());
            return true;
        }
        m_wheel += wheel->angleDelta().y();
        const int rows = m_wheel / 40; // a notch is 120: three rows
        m_wheel -= rows * 40;
        if (rows != 0)
            m_model->scrollBy(-rows);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TimelineTable::fitHeight() {
    m_model->setWindowHeight(std::max(1, m_view->viewport()->height() / kRowHeight));
}

bool TimelineTable::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    const int page = std::max(1, m_model->window().height - 1);
    if ((modifiers & (Qt::AltModifier | Qt::MetaModifier)) != 0)
        return false;
    switch (key) {
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_PageUp:
        moveBy(-page);
        return true;
    case Qt::Key_PageDown:
        moveBy(page);
        return true;
    case Qt::Key_Home:
        m_model->follow();
        moveTo(0);
        return true;
    case Qt::Key_End:
        moveTo(m_model->window().total - 1);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit detailsWanted();
        return true;
    default:
        return false;
    }
}

void TimelineTable::moveBy(std::int64_t rows) {
    const auto& window = m_model->window();
    std::int64_t from = rows > 0 ? window.top - 1 : window.top + m_model->rowCount();
    if (m_moving)
        from = *m_moving;
    else if (m_chosen && m_model->rowOf(*m_chosen))
        from = *m_model->rowOf(*m_chosen);
    moveTo(from + rows);
}

void TimelineTable::moveTo(std::int64_t row) {
    const auto& window = m_model->window();
    if (window.total == 0)
        return;
    row = std::clamp<std::int64_t>(row, 0, window.total - 1);
    m_moving = row;
    if (row < window.top)
        m_model->scrollTo(row);
    else if (row >= window.top + window.height)
        m_model->scrollTo(row - window.height + 1);
    else
        takeWindow();
}

void TimelineTable::takeWindow() {
    const QScopedValueRollback settling(m_isSettling, true);
    const auto& window = m_model->window();
    m_bar->setRange(0, scrollMaximum(window));
    m_bar->setPageStep(std::max(1, window.height));
    if (!m_bar->isSliderDown())
        m_bar->setValue(scrollValue(window));

    bool isNew = false;
    if (m_moving && window.holds(*m_moving)) {
        if (const auto* row = m_model->rowAt(static_cast<int>(*m_moving - window.top))) {
            isNew = m_chosen != row->number;
            m_chosen = row->number;
            m_moving.reset();
        }
    }
    const int visible = m_chosen ? m_model->visibleRowOf(*m_chosen) : -1;
    const auto current = m_view->currentIndex();
    if (visible < 0)
        m_view->setCurrentIndex({});
    else if (current.row() != visible)
        m_view->setCurrentIndex(m_model->index(visible, m_column));
    // selectRow() would make the leftmost cell the current one.
    if (visible >= 0)
        m_view->selectionModel()->select(m_model->index(visible, m_column),
                                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (isNew)
        emit chosenChanged();
}

void TimelineTable::takeCurrent(const QModelIndex& current) {
    if (m_isSettling || !current.isValid())
        return;
    m_column = current.column();
    const auto* row = m_model->rowAt(current.row());
    if (row == nullptr || m_chosen == row->number)
        return;
    m_chosen = row->number;
    m_moving.reset();
    emit chosenChanged();
}

void TimelineTable::scrollSideways(int delta) {
    auto* bar = m_view->horizontalScrollBar();
    bar->setValue(bar->value() - delta);
}

/// A time is written with its year where the rows are of several.
void TimelineTable::fitTime() {
    const QFontMetrics metrics(monospaceFont());
    for (const int column : {TimelineModel::Time, TimelineModel::Recorded, TimelineModel::Occurred}) {
        auto text = m_model->index(0, column).data().toString();
        if (text.isEmpty())
            continue;
        if (m_model->zone().kind() == ClockZone::Kind::PerTenant) // other rows may have the longer offset
            text = text.section(QLatin1Char(' '), 0, 1) + QStringLiteral(" +00:00");
        m_columns->planWidth(column, metrics.horizontalAdvance(text) + kTimeMargins);
    }
}

QModelIndex TimelineTable::indexAt(const QPoint& place) const {
    const bool isCovered = m_sticky->isVisible() && place.x() < m_sticky->width();
    return isCovered ? m_sticky->indexAt(place) : m_view->indexAt(place);
}

void TimelineTable::addPayloadColumn(const QString& path) {
    const auto clean = payloadPathOf(path);
    if (clean.empty())
        return;
    m_columns->add(QString::fromStdString(std::string(kPayloadPrefix) + clean));
    m_view->doItemsLayout(); // else the scroll bar does not reach as far yet
    for (int column = TimelineModel::Count; column < m_model->columnCount(); ++column)
        if (m_model->payloadPathAt(column) == clean)
            m_view->scrollTo(m_model->index(std::max(0, m_view->currentIndex().row()), column));
}

void TimelineTable::chooseNewColumn() {
    auto* dialog = new AddColumnDialog(window());
    connect(dialog, &AddColumnDialog::pathChosen, this, &TimelineTable::addPayloadColumn);
    dialog->open();
}

void TimelineTable::keepTimeInView(bool isKept) {
    m_sticky->setWanted(isKept);
    QSettings().setValue(layoutKey(kStickyName), isKept);
}

void TimelineTable::addToMenu(QMenu* menu) {
    connect(menu->addAction(tr("&Add Column for a Field…")), &QAction::triggered, this,
            &TimelineTable::chooseNewColumn);
    auto* stays = menu->addAction(tr("&Keep the Time in View"));
    stays->setCheckable(true);
    stays->setChecked(m_sticky->isWanted());
    connect(stays, &QAction::toggled, this, &TimelineTable::keepTimeInView);
}

void TimelineTable::addStrip(QWidget* strip) {
    layout()->addWidget(strip);
}

void TimelineTable::choose(EventNumber number) {
    m_chosen = number;
    m_moving.reset();
    takeWindow();
    emit chosenChanged();
}

} // namespace muniment
