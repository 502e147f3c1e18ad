#include "ui/integrity/exchange_dialog.h"

#include "ui/integrity/handover_pane.h"
#include "ui/integrity/taking_pane.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>

namespace muniment {

namespace {

constexpr QSize kSize(940, 580);

} // namespace

ExchangeDialog::ExchangeDialog(const std::filesystem::path& workspace, const ClockZone& zone, QWidget* parent)
    : QDialog(parent),
      m_tabs(new QTabWidget(this)),
      m_handover(new HandoverPane(workspace, zone, this)),
      m_taking(new TakingPane(workspace, this)),
      m_said(makeLabel(this, TextSize::Normal, Tone::Quiet)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Exchange Checkpoints"));
    m_tabs->addTab(m_handover, tr("&Hand Over"));
    m_tabs->addTab(m_taking, tr("&Take"));
    m_tabs->setAccessibleName(tr("Hand over or take"));
    m_said->setWordWrap(true);
    auto* close = makeButton(this);
    setButtonText(close, tr("Close"));
    close->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    auto* row = new QHBoxLayout;
    row->addWidget(m_said, 1);
    row->addWidget(close);
    layout->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_handover, &HandoverPane::said, m_said, &QLabel::setText);
    connect(m_taking, &TakingPane::kept, m_handover, &HandoverPane::reload);
    connect(m_taking, &TakingPane::kept, this, &ExchangeDialog::kept);
    resize(kSize);
    m_handover->reload();
}

} // namespace muniment
