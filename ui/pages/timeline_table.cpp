#include "ui/pages/timeline_table.h"

#include "ui/look/look.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWheelEvent>

namespace muniment {

TimelineTable::TimelineTable(TimelineModel* model, QWidget* parent)
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
    m_view->setItemDelegateForColumn(TimelineModel::Time, new FiguresDelegate(m_view));
    m_view->setItemDelegateForColumn(TimelineModel::Outcome, new OutcomeDelegate(m_view));
    // Time, region, event, what happened, actor (whom the sentence names), outcome.
    new TableColumns(m_view, "timeline/columns", {{164}, {120}, {144}, {240, 1}, {110, 0, false}, {86}});
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);

    connect(m_model, &TimelineModel::windowChanged, this, &TimelineTable::takeWindow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelineTable::takeCurrent);
    connect(m_view, &QTableView::doubleClicked, this, &TimelineTable::detailsWanted);
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
        m_wheel += static_cast<QWheelEvent*>(event)->angleDelta().y();
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
        m_view->setCurrentIndex(m_model->index(visible, std::max(0, current.column())));
    if (visible >= 0)
        m_view->selectRow(visible);
    if (isNew)
        emit chosenChanged();
}

void TimelineTable::takeCurrent(const QModelIndex& current) {
    if (m_isSettling || !current.isValid())
        return;
    const auto* row = m_model->rowAt(current.row());
    if (row == nullptr || m_chosen == row->number)
        return;
    m_chosen = row->number;
    m_moving.reset();
    emit chosenChanged();
}

void TimelineTable::choose(EventNumber number) {
    m_chosen = number;
    m_moving.reset();
    takeWindow();
    emit chosenChanged();
}

} // namespace muniment
