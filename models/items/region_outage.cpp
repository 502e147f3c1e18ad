#include "models/items/region_outage.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RegionOutage)
};

QString nameOf(const RegionOutage& outage) {
    return isolated(plainText(outage.region.text()));
}

} // namespace

bool isAway(const RegionStatus& status) {
    switch (status.follower.phase) {
    case FollowerPhase::Stopped:
        return true;
    case FollowerPhase::Down:
        return status.isFollowing;
    case FollowerPhase::Connecting: // anew: the error of before stays until there is an answer
        return status.isFollowing && status.follower.error.has_value();
    default:
        return false;
    }
}

bool isAnswering(const RegionStatus& status) {
    const FollowerPhase phase = status.follower.phase;
    return status.isFollowing && (phase == FollowerPhase::Following || phase == FollowerPhase::Backlog);
}

std::vector<RegionOutage> outagesOf(const std::vector<RegionStatus>& regions, const std::optional<Moment>& asOf) {
    std::vector<RegionOutage> outages;
    for (const RegionStatus& status : regions) {
        const auto& since = status.follower.knownThrough;
        const bool isKnown = asOf && since && asOf->at <= *since;
        if (isAway(status) && !isKnown)
            outages.push_back({status.region, since});
    }
    return outages;
}

QString sinceText(Instant since, const ClockZone& zone, Instant now) {
    const bool isToday = zone.clock(since).date() == zone.clock(now).date();
    return isToday ? formatClockWithZone(since, zone) : formatTimeToMinuteWithZone(since, zone);
}

QString outageSentence(const std::vector<RegionOutage>& outages, const ClockZone& zone, Instant now) {
    if (outages.empty())
        return {};
    if (outages.size() == 1) {
        const RegionOutage& outage = outages.front();
        return outage.since ? Words::tr("%1 has not answered since %2: what is shown of it is as of then.")
                                  .arg(nameOf(outage), sinceText(*outage.since, zone, now))
                            : Words::tr("%1 does not answer, and nothing of it is here yet.").arg(nameOf(outage));
    }
    QStringList parts;
    for (const RegionOutage& outage : outages)
        parts << (outage.since ? Words::tr("%1 since %2", "a region that does not answer")
                                     .arg(nameOf(outage), sinceText(*outage.since, zone, now))
                               : Words::tr("%1, of which nothing is here yet").arg(nameOf(outage)));
    return Words::tr("These regions do not answer: %1. What is shown of them is as of then.")
        .arg(QLocale().createSeparatedList(parts));
}

QString awaySentence(const RegionOutage& outage, const ClockZone& zone, Instant now) {
    const QString name = nameOf(outage);
    return outage.since ? Words::tr("%1 has not answered since %2. A change that is sent there now does not arrive.")
                              .arg(name, sinceText(*outage.since, zone, now))
                        : Words::tr("%1 does not answer. A change that is sent there now does not arrive.").arg(name);
}

} // namespace muniment
