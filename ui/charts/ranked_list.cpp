#include "ui/charts/ranked_list.h"

#include "models/items/bar_roles.h"
#include "models/items/formats.h"
#include "ui/charts/bar_delegate.h"

#include <QKeyEvent>
#include <QStandardItemModel>

namespace muniment {

static constexpr int kRows = 8;
static constexpr int kRowPixels = 22;

RankedList::RankedList(QWidget* parent) : QListView(parent), m_model(new QStandardItemModel(0, 1, this)) {
    setModel(m_model);
    setItemDelegate(new BarDelegate(this, 6));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& row) { activate(row.row()); });
}

void RankedList::setRows(const QString& what, std::vector<RankedRow> rows, Qt::TextElideMode elide) {
    m_what = what;
    m_rows = std::move(rows);
    const std::int64_t most = m_rows.empty() ? 1 : std::max<std::int64_t>(m_rows.front().count, 1);
    m_model->setRowCount(static_cast<int>(m_rows.size()));
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const RankedRow& row = m_rows[static_cast<std::size_t>(i)];
        const QString count = formatCount(row.count);
        const QModelIndex index = m_model->index(i, 0);
        m_model->setItemData(index, {{Qt::DisplayRole, row.name},
                                     {Qt::ToolTipRole, row.whole.isEmpty() ? row.name : row.whole},
                                     {Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(row.name, count)},
                                     {CountTextRole, count},
                                     {ShareRole, static_cast<double>(row.count) / static_cast<double>(most)},
                                     {ElideRole, static_cast<int>(elide)}});
    }
}

TextTable RankedList::table() const {
    TextTable table;
    table.header << m_what << tr("Events");
    for (const RankedRow& row : m_rows)
        table.rows.push_back({row.whole.isEmpty() ? row.name : row.whole, QString::number(row.count)});
    return table;
}

void RankedList::activate(int item) {
    if (item >= 0 && item < static_cast<int>(m_rows.size()))
        emit rowChosen(item);
}

QSize RankedList::sizeHint() const {
    return {220, kRows * kRowPixels + 2};
}

void RankedList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return activate(currentIndex().row());
    QListView::keyPressEvent(event);
}

} // namespace muniment
