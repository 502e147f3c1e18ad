#include "models/items/passport_words.h"

#include "models/items/placement_words.h"
#include "models/items/plain_text.h"
#include "models/items/policy_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PassportWords)
};

} // namespace

QString moveStepText(MoveStep step) {
    switch (step) {
    case MoveStep::Preflight:
        return Words::tr("looking ahead");
    case MoveStep::Starting:
        return Words::tr("starting");
    case MoveStep::Copying:
        return Words::tr("copying");
    case MoveStep::Verifying:
        return Words::tr("verifying");
    case MoveStep::CuttingOver:
        return Words::tr("cutting over");
    case MoveStep::Activating:
        return Words::tr("opening");
    case MoveStep::CleaningUp:
        return Words::tr("cleaning up");
    case MoveStep::Done:
        return Words::tr("done");
    }
    return {};
}

QString moveStateText(MoveState state) {
    return state == MoveState::UnderWay ? Words::tr("under way") : Words::tr("cancelled");
}

QString passportFindingText(const PassportFinding& finding) {
    const QString said = isolated(plainText(finding.said));
    const QString found = isolated(plainText(finding.found));
    switch (finding.doubt) {
    case PassportDoubt::NoBirth:
        return Words::tr("The beginning of its log is not in this file: that it lived in %1 before is only what the "
                         "first move says.")
            .arg(said);
    case PassportDoubt::NoRegion:
        return Words::tr("It was never assigned a region; its events stand in the log of %1.").arg(found);
    case PassportDoubt::OtherLog:
        return Words::tr("Its log says that it lives in %1, but that stands in the log of %2.").arg(said, found);
    case PassportDoubt::OtherOrigin:
        return Words::tr("A move says that it came from %1, where it did not live; it lived in %2.").arg(said, found);
    case PassportDoubt::EpochGap:
        return Words::tr("After its home number %1 came number %2.").arg(found, said);
    case PassportDoubt::Reassigned:
        return Words::tr("Its region was changed from %1 to %2 without a move.").arg(found, said);
    }
    return {};
}

QString formatMicros(std::int64_t micros) {
    return formatDuration(std::chrono::milliseconds(micros / 1000));
}

QString moveStepsText(const Stay& stay) {
    QStringList parts;
    for (const StepTime& step : stay.steps)
        parts << QStringLiteral("%1 %2").arg(moveStepText(step.step), formatMicros(step.micros));
    return parts.join(QStringLiteral(", "));
}

static QString nameOf(const MoveWord& word) {
    return isolated(plainText(word.name()));
}

static QString reasonOf(const MoveWord& word) {
    return word.reason.empty() ? QString() : Words::tr("The reason given: %1").arg(isolated(plainText(word.reason)));
}

QStringList stayStory(const Stay& stay, const ClockZone& zone) {
    QStringList story;
    if (stay.begun)
        story << (stay.moveId.empty()
                      ? Words::tr("Founded here by %1.").arg(nameOf(*stay.begun))
                      : Words::tr("Moved here by %1; the move was started on %2.")
                            .arg(nameOf(*stay.begun), formatTimeToMinuteWithZone(stay.begun->at, zone)));
    if (stay.settled && stay.begun && stay.settled->actor != stay.begun->actor)
        story << Words::tr("It was completed by %1.").arg(nameOf(*stay.settled));
    if (stay.begun && !stay.begun->reason.empty())
        story << reasonOf(*stay.begun);
    if (stay.events)
        story << Words::tr("Events brought along: %1.").arg(formatCount(*stay.events));
    if (!stay.steps.empty())
        story << Words::tr("How long it took: %1.").arg(moveStepsText(stay));
    if (stay.refusedMicros)
        story << Words::tr("For %1 nobody could write.").arg(formatMicros(*stay.refusedMicros));
    return story;
}

QString openMoveText(const OpenMove& move, const ClockZone& zone) {
    const QString to = isolated(plainText(move.to));
    const QString since = formatTimeToMinuteWithZone(move.started.at, zone);
    if (move.cancelled)
        return Words::tr("A move to %1, started on %2 by %3, was cancelled on %4 by %5.")
            .arg(to, since, nameOf(move.started), formatTimeToMinuteWithZone(move.cancelled->at, zone),
                 nameOf(*move.cancelled));
    return Words::tr("A move to %1 is under way, started on %2 by %3.").arg(to, since, nameOf(move.started));
}

QStringList passportPlacementText(const Passport& passport, const std::string& org, const ClockZone& zone) {
    if (!passport.placement)
        return {Words::tr("Whether the servers hold its data elsewhere was not checked yet.")};
    const QString at = formatTimeWithZone(passport.placement->at, zone);
    if (passport.placement->findings.empty())
        return {Words::tr("Checked at %1: the servers told of no data where none may be.").arg(at)};
    QStringList lines{Words::tr("Checked at %1:").arg(at)};
    for (const PlacementFinding& finding : passport.placement->findings)
        lines << placementFindingText(finding, finding.tenant.isEmpty() ? std::string() : org);
    return lines;
}

QString residencyText(const Passport& passport, const ClockZone& zone) {
    if (passport.stays.empty())
        return Words::tr("Nothing is known of where it lived.");
    const Stay& last = passport.stays.back();
    const QString region = last.region.empty() ? Words::tr("no region") : isolated(plainText(last.region));
    if (last.isEnd)
        return Words::tr("It lived in %1 until it was removed on %2.")
            .arg(region, formatTimeToMinuteWithZone(*last.until, zone));
    if (!last.from)
        return Words::tr("It lives in %1.").arg(region);
    return Words::tr("It has lived in %1 since %2.").arg(region, formatTimeToMinuteWithZone(*last.from, zone));
}

TextTable copyTable(const std::vector<CopyOfTenant>& copies, const ClockZone& zone) {
    TextTable table;
    table.header << Words::tr("Workstation") << Words::tr("Told by") << Words::tr("Copy")
                 << Words::tr("Since (%1)").arg(zoneTitle(zone)) << Words::tr("Last told (%1)").arg(zoneTitle(zone));
    for (const CopyOfTenant& copy : copies)
        table.rows.push_back({plainText(copy.workstation), plainText(copy.toldBy),
                              copy.hasEnded ? Words::tr("ended") : dataFormText(copy.form),
                              formatTimeToMinute(copy.since, zone), formatTimeToMinute(copy.toldAt, zone)});
    return table;
}

QString copiesText(const std::vector<CopyOfTenant>& copies, const std::string& region, Instant at,
                   const ClockZone& zone) {
    const auto ended = static_cast<int>(std::ranges::count_if(copies, &CopyOfTenant::hasEnded));
    const int held = static_cast<int>(std::ssize(copies)) - ended;
    QStringList sentences{
        Words::tr("Asked in %1 at %2.").arg(isolated(plainText(region)), formatTimeWithZone(at, zone))};
    sentences << (held > 0 ? Words::tr("%n workstation(s) told of a copy.", nullptr, held)
                           : Words::tr("No workstation told of a copy."));
    if (ended > 0)
        sentences << Words::tr("%n told that its copy was deleted.", nullptr, ended);
    return sentences.join(QLatin1Char(' '));
}

QString copiesLimitText() {
    return Words::tr("Only workstations that told the server are known: copied files, backups and other programs tell "
                     "nothing.");
}

} // namespace muniment
