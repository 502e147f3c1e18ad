// The servers of a workspace: what they say about themselves, and whether the data lie where they may.
#pragma once

#include "ui/export/export_offer.h"

#include <QDialog>

class QLabel;
class QTabWidget;

namespace muniment {

class ClockZone;
class PlacementPane;
class ServersPane;
class Workspace;

/// Asks when a side of it is seen for the first time, and when it is told to.
class ServersDialog : public QDialog {
    Q_OBJECT
public:
    ServersDialog(Workspace& workspace, const ClockZone& zone, QWidget* parent);

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

    [[nodiscard]] ServersPane* servers() const { return m_servers; }

    [[nodiscard]] PlacementPane* placement() const { return m_placement; }

signals:
    void exportWanted(const muniment::ExportOffer& offer);

private:
    void askFirst();

    QTabWidget* m_tabs;
    ServersPane* m_servers;
    PlacementPane* m_placement;
    QLabel* m_said;
    bool m_askedServers = false;
    bool m_askedPlacement = false;
};

} // namespace muniment
