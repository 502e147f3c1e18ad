#include "ui/widgets/table_columns.h"

#include "models/items/column_roles.h"
#include "ui/widgets/kept_layout.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace muniment {

static constexpr int kNarrowest = 120; ///< of a column that gives room and was not told how much, in pixels

TableColumns::TableColumns(QTableView* table, const char* name, std::vector<ColumnPlan> plan, AddedColumns added)
    : QObject(table),
      m_table(table),
      m_name(name),
      m_added(std::move(added)),
      m_planned(static_cast<int>(plan.size())),
      m_plan(std::move(plan)),
      m_own(m_plan.size()) {
    auto* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    // The header has taken these in before: it was connected when the table got its model.
    connect(m_table->model(), &QAbstractItemModel::columnsInserted, this,
            [this](const QModelIndex&, int first, int last) { takeInserted(first, last); });
    connect(m_table->model(), &QAbstractItemModel::columnsRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                m_plan.erase(m_plan.begin() + first, m_plan.begin() + last + 1);
                m_own.erase(m_own.begin() + first, m_own.begin() + last + 1);
                fit();
            });
    restore();
    m_table->viewport()->installEventFilter(this);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { openMenuAt(header->mapToGlobal(at), header->logicalIndexAt(at)); });
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

void TableColumns::takeInserted(int first, int last) {
    const std::size_t count = static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1;
    m_plan.insert(m_plan.begin() + first, count, m_added.plan);
    m_own.insert(m_own.begin() + first, count, std::nullopt);
    fit();
}

bool TableColumns::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

bool TableColumns::isAdded(int column) const {
    return column >= m_planned;
}

QString TableColumns::keyOf(int column) const {
    const auto key = m_table->model()->headerData(column, Qt::Horizontal, kColumnKeyRole);
    return key.isValid() ? key.toString() : QString::number(column);
}

QString TableColumns::titleOf(int column) const {
    return m_table->model()->headerData(column, Qt::Horizontal).toString();
}

QStringList TableColumns::addedKeys() const {
    QStringList keys;
    for (int column = m_planned; column < count(); ++column)
        keys << keyOf(column);
    return keys;
}

int TableColumns::widthOf(int column) const {
    return ownOf(column).value_or(std::max(planOf(column).width, m_table->horizontalHeader()->sectionSizeHint(column)));
}

int TableColumns::weightOf(int column) const {
    return ownOf(column) ? 0 : planOf(column).weight;
}

int TableColumns::leastOf(int column) const {
    const auto& plan = planOf(column);
    if (ownOf(column))
        return widthOf(column);
    if (plan.least > 0)
        return std::min(widthOf(column), plan.least);
    return plan.weight > 0 ? kNarrowest : widthOf(column);
}

void TableColumns::giveRoom(std::vector<int>& widths, int missing) const {
    std::vector<int> order(widths.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [this](int column) { return planOf(column).givesWay; });
    for (const int column : order) {
        auto& width = widths[static_cast<std::size_t>(column)];
        if (m_table->isColumnHidden(column))
            continue;
        const int given = std::clamp(width - leastOf(column), 0, missing);
        width -= given;
        missing -= given;
    }
}

void TableColumns::fit() {
    const QScopedValueRollback fitting(m_isFitting, true);
    std::vector<int> widths;
    int spare = m_table->viewport()->width();
    int weights = 0;
    for (int column = 0; column < count(); ++column) {
        widths.push_back(widthOf(column));
        if (m_table->isColumnHidden(column))
            continue;
        spare -= widths.back();
        weights += weightOf(column);
    }
    if (spare < 0)
        giveRoom(widths, -spare);
    for (int column = 0; column < count(); ++column) {
        if (m_table->isColumnHidden(column))
            continue;
        const int weight = weightOf(column);
        const int share = weights == 0 || spare < 0 ? 0 : spare * weight / weights;
        m_table->horizontalHeader()->resizeSection(column, widths[static_cast<std::size_t>(column)] + share);
        spare -= share;
        weights -= weight;
    }
}

void TableColumns::takeResized(int column, int width) {
    auto* header = m_table->horizontalHeader();
    ownOf(column) = width;
    // What stands before the handle stays where it is: the columns behind it share the rest.
    for (int before = 0; before < header->visualIndex(column); ++before) {
        const int logical = header->logicalIndex(before);
        if (!m_table->isColumnHidden(logical) && planOf(logical).weight > 0)
            ownOf(logical) = header->sectionSize(logical);
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

int TableColumns::neighbourOf(int column, bool isToRight) const {
    const auto* header = m_table->horizontalHeader();
    if (column < 0 || column >= count())
        return -1;
    const int step = isToRight ? 1 : -1;
    for (int visual = header->visualIndex(column) + step; visual >= 0 && visual < header->count(); visual += step)
        if (!m_table->isColumnHidden(header->logicalIndex(visual)))
            return header->logicalIndex(visual);
    return -1;
}

void TableColumns::move(int column, bool isToRight) {
    auto* header = m_table->horizontalHeader();
    if (const int neighbour = neighbourOf(column, isToRight); neighbour >= 0)
        header->moveSection(header->visualIndex(column), header->visualIndex(neighbour));
}

void TableColumns::add(const QString& key) {
    if (!m_added.provide)
        return;
    auto keys = addedKeys();
    if (!keys.contains(key))
        m_added.provide(keys << key);
    for (int column = m_planned; column < count(); ++column)
        if (keyOf(column) == key)
            setShown(column, true);
}

void TableColumns::remove(int column) {
    if (!isAdded(column))
        return;
    auto keys = addedKeys();
    keys.removeAt(column - m_planned);
    m_added.provide(keys);
    if (m_table->horizontalHeader()->hiddenSectionCount() == m_table->horizontalHeader()->count())
        m_table->setColumnHidden(0, false);
    keep();
    fit();
}

void TableColumns::reset() {
    if (m_added.provide)
        m_added.provide({});
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        auto* header = m_table->horizontalHeader();
        for (int column = 0; column < count(); ++column) {
            header->moveSection(header->visualIndex(column), column);
            m_table->setColumnHidden(column, !planOf(column).isShown);
            ownOf(column).reset();
        }
    }
    QSettings().remove(layoutKey(m_name));
    fit();
    emit wasReset();
}

void TableColumns::planWidth(int column, int width) {
    if (std::exchange(m_plan[static_cast<std::size_t>(column)].width, width) != width)
        fit();
}

QStringList TableColumns::arrangement() const {
    const auto* header = m_table->horizontalHeader();
    QStringList columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        // All at once: a percent sign of the key stands for itself.
        columns << QStringLiteral("%1 %2 %3")
                       .arg(QString::fromLatin1(QUrl::toPercentEncoding(keyOf(column))),
                            QString::number(m_table->isColumnHidden(column) ? 0 : 1),
                            QString::number(ownOf(column).value_or(0)));
    }
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
    struct Place {
        QString key;
        bool isShown;
        int width;
    };

    std::vector<Place> places;
    QStringList keys;
    for (const auto& text : kept) {
        const auto parts = text.split(QLatin1Char(' '));
        if (parts.size() != 3)
            continue;
        places.push_back({QUrl::fromPercentEncoding(parts[0].toLatin1()), parts[1] == QLatin1String("1"),
                          std::clamp(parts[2].toInt(), 0, 10'000)});
        keys << places.back().key;
    }
    if (m_added.provide)
        m_added.provide(keys);
    const QScopedValueRollback fitting(m_isFitting, true);
    auto* header = m_table->horizontalHeader();
    for (int column = 0; column < count(); ++column)
        if (!keys.contains(keyOf(column)))
            m_table->setColumnHidden(column, !planOf(column).isShown);
    int visual = 0;
    for (const auto& place : places)
        for (int column = 0; column < count(); ++column)
            if (keyOf(column) == place.key) {
                header->moveSection(header->visualIndex(column), visual++);
                m_table->setColumnHidden(column, !place.isShown);
                ownOf(column) = place.width == 0 ? std::nullopt : std::optional(place.width);
                break;
            }
    if (header->hiddenSectionCount() == header->count())
        m_table->setColumnHidden(0, false);
}

} // namespace muniment
