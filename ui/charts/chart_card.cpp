#include "ui/charts/chart_card.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_stage.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace muniment {

ChartCard::ChartCard(Chart* chart, QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_legend(new ChartLegend(this)),
      m_readout(new ElidedLabel(this)),
      m_stage(new ChartStage(chart, this)),
      m_empty(makeLabel(this, TextSize::Normal, Tone::Quiet)) {
    setKind(this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    head->addWidget(m_title);
    head->addWidget(m_legend, 1);
    head->addWidget(m_readout, 1);
    head->addWidget(m_stage->makeMenuButton(this));
    layout->addLayout(head);
    layout->addWidget(m_stage, 1);
    layout->addWidget(m_empty, 1);
    m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_readout->setFont(textFont(TextSize::Small));
    setTone(m_readout, Tone::Quiet);
    m_readout->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
}

void ChartCard::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
    m_stage->setTitle(title);
}

void ChartCard::addNote(QWidget* note) {
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, note);
}

void ChartCard::setLegend(std::vector<LegendEntry> entries) {
    m_legend->setEntries(std::move(entries));
}

void ChartCard::setReadout(const QString& readout) {
    m_readout->setWholeText(readout);
    m_legend->setVisible(readout.isEmpty());
    m_readout->setVisible(!readout.isEmpty());
}

void ChartCard::setEmpty(bool isEmpty, const QString& why) {
    m_empty->setText(why);
    m_empty->setVisible(isEmpty);
    m_stage->setVisible(!isEmpty);
}

void ChartCard::refresh() {
    m_stage->refresh();
}

} // namespace muniment
