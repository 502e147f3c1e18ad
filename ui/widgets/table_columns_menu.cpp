// The menu of a table's header.
#include "ui/widgets/table_columns.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace muniment {

static QString inMenu(QString title) {
    return title.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

void TableColumns::openMenu() {
    const auto* header = m_table->horizontalHeader();
    openMenuAt(header->mapToGlobal(QPoint(0, header->height())), m_table->currentIndex().column());
}

void TableColumns::openMenuAt(const QPoint& place, int column) {
    auto* menu = makeMenu(column);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(place);
    menu->setActiveAction(menu->actions().front());
}

QMenu* TableColumns::makeMenu(int column) {
    auto* menu = new QMenu(m_table);
    menu->setAccessibleName(tr("Columns"));
    menu->setToolTipsVisible(true);
    auto* header = m_table->horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int each = header->logicalIndex(visual);
        auto* choice = menu->addAction(inMenu(titleOf(each)));
        choice->setCheckable(true);
        choice->setChecked(!m_table->isColumnHidden(each));
        choice->setEnabled(m_table->isColumnHidden(each) || shown > 1); // a table without columns has no header
        connect(choice, &QAction::toggled, this, [this, each](bool isShown) { setShown(each, isShown); });
    }
    menu->addSeparator();
    if (column >= 0 && !m_table->isColumnHidden(column))
        addMoves(menu, column);
    emit menuMade(menu);
    connect(menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &TableColumns::reset);
    return menu;
}

void TableColumns::addMoves(QMenu* menu, int column) {
    const auto title = inMenu(titleOf(column));
    auto* left = menu->addAction(tr("Move “%1” &Left").arg(title));
    left->setEnabled(neighbourOf(column, false) >= 0);
    connect(left, &QAction::triggered, this, [this, column] { move(column, false); });
    auto* right = menu->addAction(tr("Move “%1” Ri&ght").arg(title));
    right->setEnabled(neighbourOf(column, true) >= 0);
    connect(right, &QAction::triggered, this, [this, column] { move(column, true); });
    if (isAdded(column))
        connect(menu->addAction(tr("&Take Away “%1”").arg(title)), &QAction::triggered, this,
                [this, column] { remove(column); });
    menu->addSeparator();
}

} // namespace muniment
