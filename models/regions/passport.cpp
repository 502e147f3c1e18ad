#include "models/regions/passport.h"

#include "models/domain/overloaded.h"
#include "models/regions/residency_settings.h"

#include <algorithm>

namespace muniment {

namespace {

MoveWord wordOf(const ResidencyEvent& event) {
    return {event.number, event.loggedAt, event.recorded.actor, event.actorName, event.reason};
}

/// Folds the events into a passport, one after another.
class PassportFold {
public:
    void take(const ResidencyEvent& event) {
        std::visit(Overloaded{
                       [&](const OrgAdded&) { found(event); },
                       [&](const OrgRegionAssigned& assigned) { assign(event, assigned.region); },
                       [&](const OrgMoveStarted& started) { start(event, started); },
                       [&](const OrgMoveCancelled& cancelled) { cancel(event, cancelled); },
                       [&](const OrgMoved& moved) { settle(event, moved); },
                       [&](const OrgRemoved&) { end(event); },
                       [](const auto&) {},
                   },
                   event.event);
        m_log = event.log.text();
    }

    [[nodiscard]] Passport taken() {
        if (m_passport.stays.empty())
            return std::move(m_passport);
        const Stay& last = m_passport.stays.back();
        if (last.region.empty())
            doubt(PassportDoubt::NoRegion, {}, m_log, last.from);
        else if (last.region != m_log)
            doubt(PassportDoubt::OtherLog, last.region, m_log, last.from);
        return std::move(m_passport);
    }

private:
    void doubt(PassportDoubt kind, std::string said, std::string found, std::optional<Instant> at) {
        m_passport.findings.push_back({kind, std::move(said), std::move(found), at});
    }

    void found(const ResidencyEvent& event) {
        Stay stay;
        stay.epoch = event.recorded.epoch;
        stay.from = event.loggedAt;
        stay.begun = wordOf(event);
        m_passport.stays.push_back(std::move(stay));
    }

    void assign(const ResidencyEvent& event, const std::string& region) {
        if (m_passport.stays.empty())
            found(event);
        Stay& present = m_passport.stays.back();
        if (present.region.empty() || present.region == region) {
            present.region = region;
            return;
        }
        doubt(PassportDoubt::Reassigned, region, present.region, event.loggedAt);
        present.until = event.loggedAt;
        found(event);
        m_passport.stays.back().region = region;
    }

    void start(const ResidencyEvent& event, const OrgMoveStarted& started) {
        m_passport.openMoves.push_back(
            {started.move, started.from, started.to, MoveState::UnderWay, wordOf(event), std::nullopt});
    }

    void cancel(const ResidencyEvent& event, const OrgMoveCancelled& cancelled) {
        const auto open = openMove(cancelled.move);
        if (open == m_passport.openMoves.end())
            return;
        open->state = MoveState::Cancelled;
        open->cancelled = wordOf(event);
    }

    void settle(const ResidencyEvent& event, const OrgMoved& moved) {
        const std::int32_t epoch = moved.epoch != 0 ? moved.epoch : event.recorded.epoch;
        if (m_passport.stays.empty())
            meetStranger(moved.from, epoch - 1);
        checkMove(event, moved.from, epoch);
        m_passport.stays.back().until = event.loggedAt;
        Stay stay;
        stay.region = moved.to;
        stay.epoch = epoch;
        stay.from = event.loggedAt;
        stay.moveId = moved.move;
        stay.settled = wordOf(event);
        stay.events = moved.events;
        timeSteps(stay, moved, event.recorded.recordedAt);
        stay.begun = stay.settled;
        if (const auto open = openMove(moved.move); open != m_passport.openMoves.end()) {
            stay.begun = open->started;
            m_passport.openMoves.erase(open);
        }
        m_passport.stays.push_back(std::move(stay));
    }

    /// The log begins with a move: what it says of the home before is all there is.
    void meetStranger(const std::string& region, std::int32_t epoch) {
        Stay before;
        before.region = region;
        before.epoch = epoch;
        m_passport.stays.push_back(std::move(before));
        doubt(PassportDoubt::NoBirth, region, {}, std::nullopt);
    }

    void checkMove(const ResidencyEvent& event, const std::string& from, std::int32_t epoch) {
        const Stay& before = m_passport.stays.back();
        if (before.region != from)
            doubt(PassportDoubt::OtherOrigin, from, before.region, event.loggedAt);
        if (epoch != before.epoch + 1)
            doubt(PassportDoubt::EpochGap, std::to_string(epoch), std::to_string(before.epoch), event.loggedAt);
    }

    void end(const ResidencyEvent& event) {
        if (m_passport.stays.empty())
            return;
        m_passport.stays.back().until = event.loggedAt;
        m_passport.stays.back().isEnd = true;
    }

    /// The instants are of the workstation that moved, the last one is the server's: clocks that disagree make a step
    /// end before it begins, and of such a one no length is told.
    static void timeSteps(Stay& stay, const OrgMoved& moved, Instant recordedAt) {
        const auto step = [&stay](MoveStep which, std::optional<Instant> begin, std::optional<Instant> end) {
            if (begin && end && *end >= *begin)
                stay.steps.push_back({which, *end - *begin});
        };
        step(MoveStep::Copying, moved.startedAt, moved.copiedAt);
        step(MoveStep::Verifying, moved.copiedAt, moved.fencedAt);
        step(MoveStep::CuttingOver, moved.fencedAt, moved.decidedAt);
        step(MoveStep::Activating, moved.decidedAt, recordedAt);
        if (moved.fencedAt && recordedAt >= *moved.fencedAt)
            stay.refusedMicros = recordedAt - *moved.fencedAt;
    }

    [[nodiscard]] std::vector<OpenMove>::iterator openMove(const std::string& id) {
        return std::ranges::find(m_passport.openMoves, id, &OpenMove::moveId);
    }

    Passport m_passport;
    std::string m_log; ///< of the last event
};

} // namespace

std::string_view moveStateName(MoveState state) {
    return state == MoveState::UnderWay ? "under-way" : "cancelled";
}

std::string_view passportDoubtName(PassportDoubt doubt) {
    switch (doubt) {
    case PassportDoubt::NoBirth:
        return "no-birth";
    case PassportDoubt::NoRegion:
        return "no-region";
    case PassportDoubt::OtherLog:
        return "other-log";
    case PassportDoubt::OtherOrigin:
        return "other-origin";
    case PassportDoubt::EpochGap:
        return "epoch-gap";
    case PassportDoubt::Reassigned:
        return "reassigned";
    }
    return "unknown";
}

Passport passportOf(const std::vector<ResidencyEvent>& events) {
    PassportFold fold;
    for (const ResidencyEvent& event : events)
        fold.take(event);
    return fold.taken();
}

const Stay* stayAt(const Passport& passport, Instant at) {
    for (const Stay& stay : passport.stays)
        if ((!stay.from || *stay.from <= at) && (!stay.until || at < *stay.until))
            return &stay;
    return nullptr;
}

Result<Passport> readPassport(Snapshot& snapshot, const TenantId& org, const std::optional<Moment>& asOf) {
    const auto events = residencyEvents(snapshot, org, asOf);
    if (!events)
        return tl::unexpected(events.error());
    Passport passport = passportOf(*events);
    if (asOf) {
        // What was written in a home that it left may stand in the log of a later one only.
        std::erase_if(passport.findings,
                      [](const PassportFinding& finding) { return finding.doubt == PassportDoubt::OtherLog; });
        return passport;
    }
    const auto kept = keptPlacement(snapshot);
    if (!kept)
        return tl::unexpected(kept.error());
    if (const auto at = kept->askedAt(org)) {
        const RegionName home(passport.stays.empty() ? std::string() : passport.stays.back().region);
        passport.placement = {*at, kept->findingsOf(org, home)};
    }
    return passport;
}

} // namespace muniment
