#include "ui/residency/servers_dialog.h"

#include "models/items/error_sentence.h"
#include "ui/residency/placement_pane.h"
#include "ui/residency/servers_pane.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>

namespace muniment {

namespace {

constexpr QSize kSize(940, 660);

} // namespace

ServersDialog::ServersDialog(Workspace& workspace, const ClockZone& zone, QWidget* parent)
    : QDialog(parent),
      m_tabs(new QTabWidget(this)),
      m_servers(new ServersPane(workspace, this)),
      m_placement(new PlacementPane(workspace, zone, this)),
      m_said(makeLabel(this, TextSize::Normal, Tone::Quiet)) {
    setWindowTitle(tr("Servers and Placement"));
    m_tabs->addTab(m_servers, tr("&Servers"));
    m_tabs->addTab(m_placement, tr("&Placement"));
    m_tabs->setAccessibleName(tr("Servers or placement"));
    m_said->setWordWrap(true);
    m_said->hide();
    auto* close = makeButton(this);
    setButtonText(close, tr("Close"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs);
    auto* row = new QHBoxLayout;
    row->addWidget(m_said, 1);
    row->addStretch();
    row->addWidget(close);
    layout->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ServersDialog::askFirst);
    connect(m_placement, &PlacementPane::exportWanted, this, &ServersDialog::exportWanted);
    const auto say = [this](const QString& sentence) {
        m_said->setText(sentence);
        m_said->setVisible(!sentence.isEmpty());
    };
    connect(m_servers, &ServersPane::said, this, say);
    connect(m_placement, &PlacementPane::failed, this, [say](const Error& error) { say(errorSentence(error)); });
    resize(kSize);
    askFirst();
}

void ServersDialog::askFirst() {
    if (m_tabs->currentWidget() == m_servers && !std::exchange(m_askedServers, true))
        m_servers->ask();
    if (m_tabs->currentWidget() == m_placement && !std::exchange(m_askedPlacement, true))
        m_placement->ask();
}

} // namespace muniment
