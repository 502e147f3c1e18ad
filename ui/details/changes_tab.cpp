#include "ui/details/changes_tab.h"

#include "ui/details/value_table.h"
#include "ui/widgets/labels.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace muniment {

static constexpr int kBefore = 1;

ChangesTab::ChangesTab(QWidget* parent)
    : QWidget(parent),
      m_changes(new ValueTable(new ValueTableModel(3, this), ValueTable::Choice::Cells, this)),
      m_none(makeLabel(this, TextSize::Normal, Tone::Quiet)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_changes, 1);
    layout->addWidget(m_none);
    layout->addStretch();
    m_changes->horizontalHeader()->show();
    m_none->setWordWrap(true);
    m_none->setContentsMargins(4, 0, 4, 0);
    retranslate();
}

void ChangesTab::retranslate() {
    m_changes->setAccessibleName(tr("Changes"));
    m_changes->horizontalHeader()->setAccessibleName(tr("Columns"));
}

void ChangesTab::tell(const ShownEvent& event) {
    retranslate();
    m_changes->values()->setHeader({tr("Field"), tr("Before"), tr("After")});
    m_changes->values()->setRows(event.values ? event.values->changes : std::vector<ValueRow>());
    m_changes->setColumnHidden(kBefore, event.details.changes.empty()); // the payload alone does not know it
    m_changes->fitColumns();
    m_changes->fitHeight();
    const bool isEmpty = m_changes->values()->rowCount() == 0;
    m_changes->setVisible(!isEmpty);
    m_none->setText(event.values ? tr("This event says that something happened; it changed no field.")
                                 : tr("The payload is being laid out."));
    m_none->setVisible(isEmpty);
}

} // namespace muniment
