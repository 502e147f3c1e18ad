#include "models/regions/tenant_move.h"

#include "models/base/stoppable_wait.h"
#include "models/commands/settle.h"
#include "models/domain/org.h"
#include "models/regions/move_copy.h"

#include <tuple>

namespace muniment {

namespace {

constexpr int kStartAttempts = 8; ///< others write to the organization, too

AggregateKey orgOf(const TenantId& tenant) {
    return {"org", AggregateId(tenant.text())};
}

tl::unexpected<Error> obstacle(MoveObstacle why) {
    return failure(ErrorCode::Refused, {}, {{"reason", std::string(moveObstacleName(why))}});
}

bool isOf(const std::optional<TenantPlace>& place, const Uuid& move, std::string_view state) {
    return place && place->home.state == state && place->move && place->move->move == move;
}

} // namespace

TenantMove::TenantMove(EventStore& source, EventStore& target, TenantId tenant, RegionName from, RegionName to,
                       const Clock& clock, MoveSettings settings)
    : m_sourceStore(source),
      m_targetStore(target),
      m_source(source.relocation()),
      m_target(target.relocation()),
      m_tenant(std::move(tenant)),
      m_from(std::move(from)),
      m_to(std::move(to)),
      m_clock(clock),
      m_settings(std::move(settings)) {}

void TenantMove::step(MoveStep step) const {
    if (m_settings.onStep)
        m_settings.onStep(step);
}

Result<TenantMove::Sides> TenantMove::look() {
    auto source = m_source.place(m_from, m_tenant);
    if (!source)
        return tl::unexpected(source.error());
    auto target = m_target.place(m_to, m_tenant);
    if (!target)
        return tl::unexpected(target.error());
    return Sides{std::move(*source), std::move(*target)};
}

Result<bool> TenantMove::isSameDatabase() {
    auto source = m_sourceStore.connect(m_from);
    auto target = m_targetStore.connect(m_to);
    if (!source || !target)
        return tl::unexpected(!source ? source.error() : target.error());
    return source->mark == target->mark;
}

Result<TenantMoveState> TenantMove::state() {
    auto sides = look();
    if (!sides)
        return tl::unexpected(sides.error());
    TenantMoveState found;
    if (sides->source) {
        found.sourceState = sides->source->home.state;
        found.record = sides->source->move;
    }
    if (sides->target)
        found.targetState = sides->target->home.state;
    auto here = m_source.countEvents(m_from, m_tenant);
    auto there = m_target.countEvents(m_to, m_tenant);
    if (!here || !there)
        return tl::unexpected(!here ? here.error() : there.error());
    found.sourceEvents = *here;
    found.targetEvents = *there;
    if (!found.record || found.record->to != m_to)
        return found;
    if (found.sourceState == "moving")
        found.step = MoveStep::Copying;
    else if (found.sourceState == "fenced")
        found.step = MoveStep::CuttingOver;
    else if (found.sourceState == "moved" && isOf(sides->target, found.record->move, "arriving"))
        found.step = MoveStep::Activating;
    else if (found.sourceState == "moved" && !found.record->isCleaned)
        found.step = MoveStep::CleaningUp;
    return found;
}

Result<Appended> TenantMove::append(EventStore& store, const Append& append, const std::stop_token& stop) {
    auto appended = store.append(append);
    if (appended || !appended.error().isOutcomeUnknown())
        return appended;
    auto settled = settleUntilKnown(store, append, appended.error(), stop, [](const Error&) {});
    if (!settled)
        return tl::unexpected(settled.error());
    return settled->done ? Result<Appended>(*settled->done) : store.append(append);
}

Result<std::int64_t> TenantMove::orgSequence(EventStore& store, const RegionName& region) {
    auto loaded = store.load(region, m_tenant, orgOf(m_tenant));
    if (!loaded)
        return tl::unexpected(loaded.error());
    return loaded->events.empty() ? 0 : loaded->events.back().sequence;
}

Append TenantMove::ofOrganization(const RegionName& region, std::int32_t epoch, std::int64_t sequence,
                                  const Actor& actor) const {
    Append made;
    made.region = region;
    made.tenant = m_tenant;
    made.epoch = epoch;
    made.aggregate = orgOf(m_tenant);
    made.expectedSequence = sequence;
    made.actor = actor;
    made.commandId = randomUuid();
    made.occurredAt = m_clock.now();
    return made;
}

Result<void> TenantMove::noteStart(const TenantPlace& source, const MoveRecord& record) {
    for (int attempt = 1;; ++attempt) {
        auto sequence = orgSequence(m_sourceStore, m_from);
        if (!sequence)
            return tl::unexpected(sequence.error());
        Append start = ofOrganization(m_from, source.home.epoch, *sequence, record.actor);
        start.events.push_back(
            encode(OrgEvent(OrgMoveStarted{record.move.text(), m_from.text(), m_to.text()}), record.reason));
        start.tenantChange = StartMove{moveRecordText(record), record.move};
        auto appended = append(m_sourceStore, start, {});
        if (appended)
            return {};
        if (appended.error().code != ErrorCode::Conflict || attempt == kStartAttempts)
            return tl::unexpected(appended.error());
    }
}

Result<void> TenantMove::begin(const MoveWish& wish, const Sides& sides) {
    step(MoveStep::Starting);
    const TenantPlace& source = *sides.source;
    // Room that a mover made which died before the source knew of its move.
    if (sides.target && sides.target->home.state == "arriving" && sides.target->move)
        if (auto abandoned = m_target.abandonArrival(*sides.target->move, m_tenant); !abandoned)
            return abandoned;
    MoveRecord record;
    record.move = randomUuid();
    record.hand = randomUuid();
    record.from = m_from;
    record.to = m_to;
    record.epoch = source.home.epoch + 1;
    record.actor = wish.actor;
    record.reason = wish.reason;
    record.startedAt = m_clock.now();
    if (auto made = m_target.prepareArrival(source.home, record); !made)
        return made;
    step(MoveStep::Starting);
    auto noted = noteStart(source, record);
    if (!noted)
        std::ignore = m_target.abandonArrival(record, m_tenant);
    return noted;
}

Result<MoveReport> TenantMove::run(const MoveWish& wish, std::stop_token stop, const Tell& tell) {
    MoveReport report;
    step(MoveStep::Preflight);
    auto sides = look();
    if (!sides)
        return tl::unexpected(sides.error());
    const auto isDecided = [this](const Sides& both) {
        return both.source && both.source->home.state == "moved" && both.source->move && both.source->move->to == m_to;
    };
    if (!isDecided(*sides)) {
        auto checked = preflight();
        if (!checked)
            return tl::unexpected(checked.error());
        if (!checked->obstacles.empty())
            return obstacle(checked->obstacles.front());
        if (checked->home.state == "active")
            if (auto begun = begin(wish, *sides); !begun)
                return tl::unexpected(begun.error());
        sides = look();
        if (!sides)
            return tl::unexpected(sides.error());
        if (!isDecided(*sides)) {
            if (!sides->source || !sides->source->move)
                return obstacle(MoveObstacle::NotActive);
            if (auto decided = reachDecision(*sides->source->move, report, stop, tell); !decided)
                return tl::unexpected(decided.error());
            sides = look();
            if (!sides)
                return tl::unexpected(sides.error());
        }
    }
    if (!isDecided(*sides))
        return failure(ErrorCode::Internal, "the move was not decided");
    const MoveRecord record = *sides->source->move;
    if (isOf(sides->target, record.move, "arriving")) {
        if (tell)
            tell({MoveStep::Activating, 0, 0});
        if (auto activated = activate(record, report, stop); !activated)
            return tl::unexpected(activated.error());
    }
    report.record = record;
    if (auto cleaned = cleanUp(m_from, m_source, record, report, stop, tell); !cleaned)
        return tl::unexpected(cleaned.error());
    if (tell)
        tell({MoveStep::Done, record.events, record.events});
    return report;
}

Result<void> TenantMove::takeUp(const MoveRecord& record, const Sides& sides) {
    // The source first: from then on no earlier run can decide, nor bring the target to be what another decides on.
    if (!m_source.sharesRegions())
        if (auto taken = m_source.takeUp(record, m_tenant); !taken)
            return taken;
    // Room of a move that the source has never heard of.
    const bool isAnothers = sides.target && sides.target->home.state == "arriving" && sides.target->move &&
                            sides.target->move->move != record.move;
    if (isAnothers)
        if (auto abandoned = m_target.abandonArrival(*sides.target->move, m_tenant); !abandoned)
            return abandoned;
    return m_target.prepareArrival(sides.source->home, record);
}

Result<void> TenantMove::reachDecision(const MoveRecord& record, MoveReport& report, const std::stop_token& stop,
                                       const Tell& tell) {
    auto sides = look();
    if (!sides)
        return tl::unexpected(sides.error());
    MoveRecord known = record;
    known.hand = randomUuid();
    known.copiedAt.reset();
    known.fencedAt.reset();
    if (auto taken = takeUp(known, *sides); !taken)
        return taken;
    auto isSame = isSameDatabase();
    if (!isSame)
        return tl::unexpected(isSame.error());
    Copy copy(*this, known);
    if (!m_source.sharesRegions()) {
        auto total = m_source.countEvents(m_from, m_tenant);
        if (!total)
            return tl::unexpected(total.error());
        copy.expect(*total);
        if (auto begun = copy.begin(); !begun)
            return begun;
        for (std::int64_t copied = m_settings.closeBehind; copied >= m_settings.closeBehind;) {
            const auto began = m_clock.monotonic();
            auto more = copy.copy(false, stop, tell);
            if (!more)
                return tl::unexpected(more.error());
            copied = *more;
            const auto readable = m_clock.monotonic();
            step(MoveStep::Verifying);
            if (auto same = copy.verify(stop, tell); !same)
                return same;
            report.copying += std::chrono::duration_cast<std::chrono::microseconds>(readable - began);
            report.verifying += std::chrono::duration_cast<std::chrono::microseconds>(m_clock.monotonic() - readable);
            if (auto told = copy.tellNames(); !told)
                return told;
        }
        known.copiedAt = m_clock.now();
    }
    step(MoveStep::CuttingOver);
    if (tell)
        tell({MoveStep::CuttingOver, 0, 0});
    return *isSame ? cutOverWithin(copy, known, report, stop) : cutOver(copy, known, report, stop);
}

Result<void> TenantMove::cleanUp(const RegionName& region, Relocation& side, const MoveRecord& record,
                                 MoveReport& report, const std::stop_token& stop, const Tell& tell) {
    for (;;) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        step(MoveStep::CleaningUp);
        auto removed = side.removeLeftBehind(region, record, m_tenant, m_settings.removedAtOnce);
        if (!removed)
            return tl::unexpected(removed.error());
        report.removed += *removed;
        if (tell)
            tell({MoveStep::CleaningUp, report.removed, record.events});
        if (*removed == 0)
            return {};
    }
}

Result<void> TenantMove::cancel(const MoveWish& wish, std::stop_token stop, const Tell& tell) {
    auto sides = look();
    if (!sides)
        return tl::unexpected(sides.error());
    std::optional<MoveRecord> record = sides->source ? sides->source->move : std::nullopt;
    const std::string state = sides->source ? sides->source->home.state : std::string();
    if (state == "moved")
        return failure(ErrorCode::TenantNotHere, {},
                       {{"tenant", m_tenant.text()}, {"movedTo", sides->source->home.movedTo}});
    if (state == "moving" || state == "fenced") {
        for (int attempt = 1;; ++attempt) {
            auto sequence = orgSequence(m_sourceStore, m_from);
            if (!sequence)
                return tl::unexpected(sequence.error());
            Append stay = ofOrganization(m_from, sides->source->home.epoch, *sequence, wish.actor);
            stay.events.push_back(
                encode(OrgEvent(OrgMoveCancelled{record->move.text(), m_from.text(), m_to.text()}), wish.reason));
            stay.tenantChange = CancelMove{record->move};
            auto appended = append(m_sourceStore, stay, stop);
            if (appended)
                break;
            if (appended.error().code != ErrorCode::Conflict || attempt == kStartAttempts)
                return tl::unexpected(appended.error());
        }
    }
    // What the target has of it, also of a move that was cancelled when the target could not be reached.
    auto target = m_target.place(m_to, m_tenant);
    if (!target)
        return tl::unexpected(target.error());
    if (!*target || !(*target)->move)
        return {};
    record = (*target)->move;
    if ((*target)->home.state == "arriving")
        if (auto abandoned = m_target.abandonArrival(*record, m_tenant); !abandoned)
            return abandoned;
    if ((*target)->home.state != "arriving" && ((*target)->home.state != "moved" || record->isCleaned))
        return {};
    MoveReport report;
    return cleanUp(m_to, m_target, *record, report, stop, tell);
}

} // namespace muniment
