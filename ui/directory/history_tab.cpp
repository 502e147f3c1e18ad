#include "ui/directory/history_tab.h"

#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/table_columns.h"

#include <QHeaderView>

namespace muniment {

HistoryTab::HistoryTab(AskHistory ask, QWidget* parent)
    : QWidget(parent),
      m_model(new HistoryModel(this)),
      m_table(new QTableView(this)),
      m_slot(this, std::move(ask), [this](const HistoryRequest& request, Result<std::vector<VersionRow>> versions) {
          if (!m_shown || request != *m_shown)
              return;
          if (versions)
              m_model->setVersions(*versions);
          else if (versions.error().code != ErrorCode::Cancelled)
              emit failed(versions.error());
      }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_table);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setItemDelegateForColumn(HistoryModel::When, new FiguresDelegate(m_table));
    // When, who, what, before, after.
    new TableColumns(m_table, "history/columns", {{138}, {52, 1}, {112}, {54, 1}, {76, 4}});
    // Enter and a double click.
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit eventChosen(m_model->eventAt(index.row())); });
    retranslate();
}

void HistoryTab::retranslate() {
    m_table->setAccessibleName(tr("History, newest first"));
    m_table->setToolTip(tr("A double click shows the event in the timeline"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_model->retranslate();
}

void HistoryTab::tell(const HistoryRequest& request, const ClockZone& zone) {
    if (!m_shown || *m_shown != request)
        m_model->setVersions({});
    m_shown = request;
    m_model->setZone(zone);
    m_slot.request(request);
}

} // namespace muniment
