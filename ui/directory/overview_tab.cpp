#include "ui/directory/overview_tab.h"

#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/flow_layout.h"

#include <QMenu>
#include <QScrollArea>

namespace muniment {

OverviewTab::OverviewTab(QWidget* parent)
    : QWidget(parent),
      m_facts(nullptr),
      m_buttons(new FlowLayout),
      m_more(makeButton(this, "menu")) {
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget(area);
    m_facts = new TextGrid(2, inner);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(2 * kGrid);
    column->addWidget(m_facts);
    column->addLayout(m_buttons);
    column->addStretch();
    area->setWidget(inner);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    m_more->hide();
    retranslate();
}

void OverviewTab::retranslate() {
    setButtonText(m_more, tr("&More"));
}

void OverviewTab::tell(const std::vector<std::vector<TextCell>>& facts) {
    m_facts->setRows(facts);
}

void OverviewTab::addButton(QAction* action) {
    m_buttons->addWidget(makeActionButton(this, action));
}

void OverviewTab::setMore(QMenu* menu) {
    m_more->setMenu(menu);
    m_buttons->addWidget(m_more);
    m_more->show();
}

} // namespace muniment
