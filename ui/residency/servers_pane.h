// What each region's server says about itself, and the way to change a cluster's regions.
#pragma once

#include "models/regions/region_topology.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class TextRowsModel;
class WaitingStrip;
class Workspace;

class ServersPane : public QWidget {
    Q_OBJECT
public:
    ServersPane(Workspace& workspace, QWidget* parent);

    /// Asks every server anew, off the GUI thread.
    void ask();

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] WaitingStrip* waiting() const { return m_waiting; }

    [[nodiscard]] QPushButton* changeButton() const { return m_change; }

    /// All that is told of the chosen server.
    [[nodiscard]] QString story() const;

signals:
    void said(const QString& sentence);

private:
    void take(std::vector<RegionTopology> topologies);
    void showChosen();
    void openChange();
    [[nodiscard]] const RegionTopology* chosen() const;

    Workspace& m_workspace;
    QTableView* m_table;
    TextRowsModel* m_model;
    WaitingStrip* m_waiting;
    QLabel* m_story;
    QPushButton* m_again;
    QPushButton* m_change;
    std::vector<RegionTopology> m_topologies;
    int m_round = 0; ///< answers of earlier ones are not wanted any more
};

} // namespace muniment
