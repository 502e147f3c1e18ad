// The menu of the zones that times can be read by. The choice is remembered for the next window.
#pragma once

#include "models/items/clock_zone.h"

#include <QMenu>

class QActionGroup;

namespace muniment {

class ZoneMenu : public QMenu {
    Q_OBJECT
public:
    /// The choice is the remembered one; UTC at first.
    explicit ZoneMenu(QWidget* parent);

    /// Of PerTenant without the tenants' zones, which the open workspace knows.
    [[nodiscard]] const ClockZone& zone() const { return m_zone; }

    /// UTC, this machine's, each organization's, the other one where one was chosen, and UTC again.
    void chooseNext();
    void retranslate();

signals:
    void zoneChosen(const muniment::ClockZone& zone);

private:
    void choose(const ClockZone& zone);
    void chooseOther();
    void showChoice();

    ClockZone m_zone;
    ClockZone m_other; ///< UTC where none was chosen
    QActionGroup* m_choices;
    QAction* m_utc;
    QAction* m_local;
    QAction* m_perTenant;
    QAction* m_named;
    QAction* m_ask;
};

} // namespace muniment
