#include "ui/widgets/sticky_column.h"

#include "ui/look/tones.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace muniment {

StickyColumn::StickyColumn(QTableView* table, int column)
    : QTableView(table),
      m_table(table),
      m_body(table->viewport()),
      m_column(column) {
    hide();
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(table->selectionBehavior());
    setSelectionMode(table->selectionMode());
    setTextElideMode(table->textElideMode());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(table);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(table->verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(table->verticalHeader()->defaultSectionSize());
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(table->horizontalHeader()->defaultAlignment());
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    setItemDelegate(table->itemDelegate());
    setModel(table->model());
    auto* own = selectionModel();
    setSelectionModel(table->selectionModel());
    own->deleteLater(); // the view has made it and does not need it
    showOnlyColumn();

    connect(model(), &QAbstractItemModel::columnsInserted, this, &StickyColumn::showOnlyColumn);
    connect(model(), &QAbstractItemModel::modelReset, this, &StickyColumn::showOnlyColumn);
    auto* header = table->horizontalHeader();
    for (auto changed : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, changed, this, &StickyColumn::place);
    connect(header, &QHeaderView::geometriesChanged, this, &StickyColumn::place);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &StickyColumn::place);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &StickyColumn::uncover);
    m_body->installEventFilter(this);
}

void StickyColumn::showOnlyColumn() {
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnHidden(column, column != m_column);
}

void StickyColumn::setWanted(bool isWanted) {
    m_isWanted = isWanted;
    place();
}

bool StickyColumn::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_body && event->type() == QEvent::Resize)
        place();
    return QTableView::eventFilter(watched, event);
}

void StickyColumn::place() {
    const bool isOutOfView = m_table->columnViewportPosition(m_column) < 0;
    const bool isNeeded = m_isWanted && isOutOfView && !m_table->isColumnHidden(m_column);
    if (isNeeded) {
        const int width = m_table->columnWidth(m_column);
        setColumnWidth(m_column, width);
        horizontalHeader()->setFixedHeight(m_table->horizontalHeader()->height());
        const auto* body = m_table->viewport();
        const int top = m_table->horizontalHeader()->y();
        setGeometry(body->x(), top, width, body->geometry().bottom() - top + 1);
    }
    setVisible(isNeeded);
}

void StickyColumn::uncover(const QModelIndex& index) {
    if (!isVisible() || !index.isValid() || index.column() == m_column)
        return;
    const int covered = width() - m_table->columnViewportPosition(index.column());
    auto* bar = m_table->horizontalScrollBar();
    if (covered > 0)
        bar->setValue(bar->value() - covered);
}

void StickyColumn::wheelEvent(QWheelEvent* event) {
    QCoreApplication::sendEvent(m_table->viewport(), event);
}

void StickyColumn::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(viewport()->width() - 1, 0, 1, viewport()->height(), tones().border);
}

} // namespace muniment
