#include "ui/shell/queue_watch.h"

#include "models/items/plain_text.h"
#include "models/items/region_outage.h"

#include <QLocale>

namespace muniment {

QueueWatch::QueueWatch(const ChangeSet& changes, QObject* parent) : QObject(parent), m_changes(changes) {}

void QueueWatch::look(const std::vector<RegionStatus>& regions) {
    const auto queued = m_changes.queued();
    QStringList back;
    int waiting = 0;
    for (const RegionStatus& status : regions) {
        const auto count = std::ranges::count_if(
            queued, [&](const StagedChange* change) { return change->request.region == status.region; });
        if (count == 0 || isAway(status))
            m_told.erase(status.region); // what is queued from now on is news again
        else if (isAnswering(status) && m_told.insert(status.region).second) {
            back << isolated(plainText(status.region.text()));
            waiting += static_cast<int>(count);
        }
    }
    if (back.isEmpty())
        return;
    const QString who = QLocale().createSeparatedList(back);
    const QString words = back.size() == 1 ? tr("%1 answers again: %n queued change(s).", nullptr, waiting).arg(who)
                                           : tr("%1 answer again: %n queued change(s).", nullptr, waiting).arg(who);
    emit said({Message::Kind::Finished, words, tr("Re&view Them"), [this] { emit reviewWanted(); }});
}

} // namespace muniment
