// What can be done from the chosen event of the timeline: filter on a cell, follow, look around, go to.
#pragma once

#include "models/items/go_to.h"
#include "models/items/shown_value.h"
#include "ui/pages/page.h"

#include <QObject>

class QMenu;

namespace muniment {

class TimelinePage;

/// Lives with its page; carries out the actions of the registry while the page is the one shown.
class TimelineActions : public QObject {
    Q_OBJECT
public:
    TimelineActions(const PageContext& context, TimelinePage* page);

    void setActive(bool isActive);
    /// The context menu of the chosen cell: a subset of the menu bar, and the spans of time to look around in.
    [[nodiscard]] QMenu* makeMenu();

private:
    void joinValue(JoinAs how);
    void copyValue(ValueForm form);
    /// Why a value cannot be filtered on.
    void sayNoCondition(const std::optional<ShownValue>& value);
    void follow(FilterField field, const std::string& value);
    void followEntity();
    void followCorrelation();
    void pivot(bool isFiltered);
    void goToNeighbour(bool isLater);
    void openGoTo();
    void goTo(const GoToTarget& target);
    void addPivotMenu(QMenu* parent);

    PageContext m_context;
    TimelinePage* m_page;
    RequestSlot<NeighbourRequest, std::optional<EventNumber>> m_neighbour;
    RequestSlot<OrdinalRequest, std::optional<EventNumber>> m_ordinal;
    std::vector<QMetaObject::Connection> m_connections;
};

} // namespace muniment
