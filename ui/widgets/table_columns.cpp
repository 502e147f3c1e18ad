#include "ui/widgets/table_columns.h"

#include "ui/widgets/kept_layout.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

namespace muniment {

static constexpr int kNarrowest = 120; ///< of a column that gives room, in pixels

TableColumns::TableColumns(QTableView* table, const char* name, std::vector<ColumnPlan> plan)
    : QObject(table),
      m_table(table),
      m_name(name),
      m_plan(std::move(plan)),
      m_own(m_plan.size()) {
    auto* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    restore();
    m_table->viewport()->installEventFilter(this);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { openMenuAt(header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_isFitting)
            takeResized(column, width);
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_isFitting)
            keep();
    });
    // Titles change with the language and the zone.
    connect(m_table->model(), &QAbstractItemModel::headerDataChanged, this, [this] { fit(); });
}

bool TableColumns::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

int TableColumns::widthOf(int column) const {
    const auto at = static_cast<std::size_t>(column);
    return m_own[at].value_or(std::max(m_plan[at].width, m_table->horizontalHeader()->sectionSizeHint(column)));
}

void TableColumns::fit() {
    const QScopedValueRollback fitting(m_isFitting, true);
    auto* header = m_table->horizontalHeader();
    int spare = m_table->viewport()->width();
    int weights = 0;
    const auto weightOf = [this](int column) {
        const auto at = static_cast<std::size_t>(column);
        return m_own[at] || m_table->isColumnHidden(column) ? 0 : m_plan[at].weight;
    };
    for (int column = 0; column < static_cast<int>(m_plan.size()); ++column) {
        spare -= m_table->isColumnHidden(column) ? 0 : widthOf(column);
        weights += weightOf(column);
    }
    int missing = std::max(0, -spare);
    spare = std::max(0, spare);
    for (int column = 0; column < static_cast<int>(m_plan.size()); ++column) {
        if (m_table->isColumnHidden(column))
            continue;
        const int weight = weightOf(column);
        const int share = weights == 0 ? 0 : spare * weight / weights;
        // Where there is too little room, those that would share more give some of theirs before the table scrolls.
        const int given = weight == 0 ? 0 : std::clamp(widthOf(column) - kNarrowest, 0, missing);
        missing -= given;
        header->resizeSection(column, widthOf(column) + share - given);
        spare -= share;
        weights -= weight;
    }
}

void TableColumns::takeResized(int column, int width) {
    auto* header = m_table->horizontalHeader();
    m_own[static_cast<std::size_t>(column)] = width;
    // What stands before the handle stays where it is: the columns behind it share the rest.
    for (int before = 0; before < header->visualIndex(column); ++before) {
        const int logical = header->logicalIndex(before);
        if (!m_table->isColumnHidden(logical) && m_plan[static_cast<std::size_t>(logical)].weight > 0)
            m_own[static_cast<std::size_t>(logical)] = header->sectionSize(logical);
    }
    keep();
    fit();
}

void TableColumns::setShown(int column, bool isShown) {
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_table->setColumnHidden(column, !isShown);
    }
    keep();
    fit();
}

void TableColumns::reset() {
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        auto* header = m_table->horizontalHeader();
        for (int column = 0; column < static_cast<int>(m_plan.size()); ++column) {
            header->moveSection(header->visualIndex(column), column);
            m_table->setColumnHidden(column, !m_plan[static_cast<std::size_t>(column)].isShown);
            m_own[static_cast<std::size_t>(column)].reset();
        }
    }
    QSettings().remove(layoutKey(m_name));
    fit();
}

void TableColumns::openMenu() {
    const auto* header = m_table->horizontalHeader();
    openMenuAt(header->mapToGlobal(QPoint(0, header->height())));
}

void TableColumns::openMenuAt(const QPoint& place) {
    auto* menu = makeMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(place);
    menu->setActiveAction(menu->actions().front());
}

QMenu* TableColumns::makeMenu() {
    auto* menu = new QMenu(m_table);
    menu->setAccessibleName(tr("Columns"));
    auto* header = m_table->horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        auto* choice = menu->addAction(m_table->model()->headerData(column, Qt::Horizontal).toString());
        choice->setCheckable(true);
        choice->setChecked(!m_table->isColumnHidden(column));
        choice->setEnabled(m_table->isColumnHidden(column) || shown > 1); // a table without columns has no header
        connect(choice, &QAction::toggled, this, [this, column](bool isShown) { setShown(column, isShown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &TableColumns::reset);
    return menu;
}

QStringList TableColumns::arrangement() const {
    const auto* header = m_table->horizontalHeader();
    QStringList columns;
    for (int column = 0; column < header->count(); ++column)
        columns << QStringLiteral("%1 %2 %3")
                       .arg(header->visualIndex(column))
                       .arg(m_table->isColumnHidden(column) ? 0 : 1)
                       .arg(m_own[static_cast<std::size_t>(column)].value_or(0));
    return columns;
}

void TableColumns::keep() const {
    QSettings().setValue(layoutKey(m_name), arrangement());
}

void TableColumns::arrange(const QStringList& arrangement) {
    apply(arrangement);
    keep();
    fit();
}

void TableColumns::restore() {
    apply(QSettings().value(layoutKey(m_name)).toStringList());
}

void TableColumns::apply(const QStringList& kept) {
    const QScopedValueRollback fitting(m_isFitting, true);
    auto* header = m_table->horizontalHeader();
    for (int column = 0; column < static_cast<int>(m_plan.size()); ++column)
        m_table->setColumnHidden(column, !m_plan[static_cast<std::size_t>(column)].isShown);
    if (kept.size() != static_cast<qsizetype>(m_plan.size()))
        return;
    std::vector<int> columnAt(m_plan.size(), -1);
    for (int column = 0; column < static_cast<int>(m_plan.size()); ++column) {
        const auto parts = kept.at(column).split(QLatin1Char(' '));
        const int visual = parts.value(0).toInt();
        if (parts.size() != 3 || visual < 0 || visual >= kept.size())
            return;
        columnAt[static_cast<std::size_t>(visual)] = column;
        m_table->setColumnHidden(column, parts.at(1) == QLatin1String("0"));
        if (const int own = parts.at(2).toInt(); own > 0)
            m_own[static_cast<std::size_t>(column)] = own;
    }
    for (int visual = 0; visual < static_cast<int>(columnAt.size()); ++visual) {
        if (const int column = columnAt[static_cast<std::size_t>(visual)]; column >= 0)
            header->moveSection(header->visualIndex(column), visual);
    }
    // All hidden by whatever hand: the header could not be reached any more.
    if (header->hiddenSectionCount() == header->count())
        m_table->setColumnHidden(0, false);
}

} // namespace muniment
