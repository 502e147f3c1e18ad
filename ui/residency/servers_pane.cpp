#include "ui/residency/servers_pane.h"

#include "models/items/text_rows_model.h"
#include "models/items/topology_words.h"
#include "models/workspace/workspace.h"
#include "ui/residency/region_change_dialog.h"
#include "ui/residency/round_patience.h"
#include "ui/start/background.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace muniment {

namespace {

int columnOf(TopologyColumn column) {
    return static_cast<int>(column);
}

} // namespace

ServersPane::ServersPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_table(new QTableView(this)),
      m_model(new TextRowsModel(columnOf(TopologyColumn::Count),
                                {columnOf(TopologyColumn::Database), columnOf(TopologyColumn::Schema),
                                 columnOf(TopologyColumn::Median), columnOf(TopologyColumn::Slowest),
                                 columnOf(TopologyColumn::Clock)},
                                this)),
      m_waiting(new WaitingStrip(this)),
      m_story(makeValueLabel(this)),
      m_again(makeButton(this)),
      m_change(makeButton(this)) {
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setAccessibleName(tr("Servers of the regions"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    // Region, server, database, schema, gateway, median, p99, clock.
    new TableColumns(m_table, "servers/columns", {{110, 1}, {150, 2}, {76}, {64}, {120, 1}, {96}, {88}, {96}});
    m_story->setWordWrap(true);
    m_story->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_story->setMargin(kGrid);
    auto* area = new QScrollArea(this);
    area->setWidget(m_story);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("What the chosen server says"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_waiting);
    layout->addWidget(m_table, 2);
    layout->addWidget(area, 3);
    auto* buttons = new QHBoxLayout;
    setButtonText(m_again, tr("Ask &Again"));
    setButtonText(m_change, tr("&Change the Database's Regions…"));
    buttons->addWidget(m_again);
    buttons->addWidget(m_change);
    buttons->addStretch();
    layout->addLayout(buttons);
    m_waiting->setWords(tr("Asking the servers …"));
    connect(m_again, &QPushButton::clicked, this, &ServersPane::ask);
    connect(m_waiting, &WaitingStrip::askedAgain, this, &ServersPane::ask);
    connect(m_waiting, &WaitingStrip::cancelled, this, [this] {
        ++m_round;
        m_again->setEnabled(true);
    });
    connect(m_change, &QPushButton::clicked, this, &ServersPane::openChange);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ServersPane::showChosen);
    showChosen();
}

void ServersPane::ask() {
    const int round = ++m_round;
    m_waiting->begin();
    m_again->setEnabled(false);
    runInBackground<std::vector<RegionTopology>>(
        this,
        [regions = m_workspace.endpoints(), secrets = m_workspace.secrets()] {
            return readTopologies(regions, secrets, kRoundPatience);
        },
        [this, round](std::vector<RegionTopology> topologies) {
            if (round == m_round)
                take(std::move(topologies));
        });
}

void ServersPane::take(std::vector<RegionTopology> topologies) {
    m_waiting->end();
    m_again->setEnabled(true);
    m_topologies = std::move(topologies);
    m_model->setTable(topologyTable(m_topologies));
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showChosen();
}

const RegionTopology* ServersPane::chosen() const {
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= std::ssize(m_topologies) ? nullptr : &m_topologies[static_cast<std::size_t>(row)];
}

void ServersPane::showChosen() {
    const RegionTopology* server = chosen();
    m_story->setText(server == nullptr ? tr("Choose a server to read what it says.")
                                       : topologyStory(*server).join(QLatin1Char('\n')));
    const bool isCluster = server != nullptr && !server->error && server->flavour == StoreFlavour::CockroachDb;
    m_change->setEnabled(isCluster && !m_workspace.isReadOnly());
    m_change->setToolTip(isCluster ? QString()
                                   : tr("For CockroachDB: on PostgreSQL each region has a server of its own, and a "
                                        "region is added by installing the schema for it"));
}

QString ServersPane::story() const {
    return m_story->text();
}

void ServersPane::openChange() {
    const RegionTopology* server = chosen();
    if (server == nullptr)
        return;
    for (const WorkspaceRegion& region : m_workspace.endpoints()) {
        if (region.region != server->region)
            continue;
        auto* dialog = new RegionChangeDialog(region.region, openChangeAt(region, m_workspace.secrets()), this);
        connect(dialog, &RegionChangeDialog::ended, this, [this](const QString& sentence) {
            emit said(sentence);
            ask();
        });
        dialog->open();
    }
}

} // namespace muniment
