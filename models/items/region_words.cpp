#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/region_list_model.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RegionWords)
};

} // namespace

RegionHealth healthOf(const RegionStatus& status) {
    if (status.form == DataForm::Nothing)
        return RegionHealth::NotKept;
    if (!status.isFollowing && status.follower.phase != FollowerPhase::Stopped)
        return RegionHealth::Paused;
    switch (status.follower.phase) {
    case FollowerPhase::Connecting:
        return RegionHealth::Connecting;
    case FollowerPhase::Backlog:
        return RegionHealth::CatchingUp;
    case FollowerPhase::Following:
        return status.follower.holder ? RegionHealth::Held : RegionHealth::Up;
    case FollowerPhase::Down:
        return RegionHealth::Down;
    case FollowerPhase::Stopped:
        break;
    }
    return RegionHealth::Stopped;
}

QString healthText(RegionHealth health) {
    switch (health) {
    case RegionHealth::Connecting:
        return Words::tr("connecting");
    case RegionHealth::CatchingUp:
        return Words::tr("catching up");
    case RegionHealth::Up:
        return Words::tr("up");
    case RegionHealth::Held:
        return Words::tr("held back");
    case RegionHealth::Down:
        return Words::tr("down");
    case RegionHealth::Stopped:
        return Words::tr("stopped");
    case RegionHealth::Paused:
        return Words::tr("not syncing");
    case RegionHealth::NotKept:
        return Words::tr("not kept here");
    }
    return {};
}

QString regionBrief(const RegionStatus& status, const ClockZone& zone) {
    const auto health = healthOf(status);
    const auto& follower = status.follower;
    if (health == RegionHealth::Up) {
        QStringList parts;
        if (status.lag)
            parts << formatDuration(*status.lag);
        if (follower.roundTrip)
            parts << formatRoundTrip(*follower.roundTrip);
        return parts.isEmpty() ? healthText(health) : parts.join(QStringLiteral(" · "));
    }
    if (health == RegionHealth::CatchingUp && follower.backlog > 0)
        return Words::tr("%1 to go").arg(formatCount(follower.backlog));
    if (health == RegionHealth::Connecting || health == RegionHealth::CatchingUp || health == RegionHealth::NotKept)
        return healthText(health);
    if (follower.knownThrough)
        return Words::tr("%1, known through %2")
            .arg(healthText(health), formatClockWithZone(*follower.knownThrough, zone));
    return healthText(health);
}

QStringList regionStory(const RegionStatus& status, const ClockZone& zone, Instant now) {
    const auto health = healthOf(status);
    const auto& follower = status.follower;
    QStringList story;
    if (health == RegionHealth::NotKept)
        return {Words::tr("The policy of this workspace keeps nothing of this region on this disk. Commands can be "
                          "sent there all the same.")};
    if (follower.error && health != RegionHealth::Up)
        story << errorSentence(*follower.error);
    else if (health == RegionHealth::Up)
        story << Words::tr("Events arrive as they are written.");
    else if (health == RegionHealth::Connecting)
        story << Words::tr("The connection is being made.");
    else if (health == RegionHealth::Paused)
        story << Words::tr("Nothing is fetched from this region at the moment.");
    else if (health == RegionHealth::CatchingUp)
        story << Words::tr("Fetching what was written while this workspace was away: about %1 events to go.")
                     .arg(formatCount(follower.backlog));
    if (follower.holder)
        story << Words::tr("An open transaction on the server holds newer events back for %1: %2.")
                     .arg(formatDuration(follower.holder->age), plainText(follower.holder->description));
    story << (follower.knownThrough ? Words::tr("Everything up to %1 is here; later events are not known yet.")
                                          .arg(formatTimeWithZone(*follower.knownThrough, zone))
                                    : Words::tr("It is not known yet up to when this region is complete."));
    if (health == RegionHealth::Down && follower.nextAttempt) {
        const auto millis = std::max<std::int64_t>(0, (*follower.nextAttempt - now) / 1000);
        story << Words::tr("It is tried again in %1.").arg(formatDuration(std::chrono::milliseconds(millis)));
    }
    return story;
}

static QString findingText(const std::string& kind) {
    if (kind == "sequence.hole")
        return Words::tr("a missing event");
    if (kind == "sequence.inversion")
        return Words::tr("events out of their order");
    if (kind == "position.forged")
        return Words::tr("an event at a position the server did not give");
    if (kind == "event.repeated")
        return Words::tr("a repeated event");
    if (kind == "time.inversion")
        return Words::tr("a clock that went back");
    if (kind.starts_with("payload."))
        return Words::tr("a payload that is not as it should be");
    return plainText(kind);
}

QStringList regionNumbersStory(const RegionNumbers& numbers, bool isKnown) {
    QStringList story;
    const QString growth = growthText(numbers);
    if (!growth.isEmpty())
        story << QStringLiteral("%1 (%2).").arg(growthStory(numbers), growth);
    else if (isKnown)
        story << Words::tr("No event in the last 60 days.");
    QStringList findings;
    for (const RegionFindings& finding : numbers.findings)
        findings << QStringLiteral("%1 × %2").arg(formatCount(finding.count), findingText(finding.kind));
    if (!findings.isEmpty())
        story << Words::tr("Found in its log: %1.").arg(findings.join(QStringLiteral(", ")));
    return story;
}

} // namespace muniment
