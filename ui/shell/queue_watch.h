// Tells when a region answers again for which changes are queued: once, and nothing is sent by it.
#pragma once

#include "models/items/change_set.h"
#include "ui/shell/message_bar.h"

#include <QObject>

#include <set>

namespace muniment {

class QueueWatch : public QObject {
    Q_OBJECT
public:
    /// `changes` outlives it.
    QueueWatch(const ChangeSet& changes, QObject* parent);
    /// Whenever something has changed about a region, or about what is queued.
    void look(const std::vector<RegionStatus>& regions);

signals:
    void said(const muniment::Message& message);
    /// The person wants to see what has become of what is queued.
    void reviewWanted();

private:
    const ChangeSet& m_changes;
    std::set<RegionName> m_told; ///< since they answer, and as long as they do
};

} // namespace muniment
