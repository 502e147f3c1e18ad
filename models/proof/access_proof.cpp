#include "models/proof/access_proof.h"

#include "models/integrity/bundle_check.h"
#include "models/proof/access_proof_check.h"
#include "models/proof/grounded_answer.h"
#include "models/replica/excerpt.h"
#include "models/replica/replica.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_prover.h"

#include <algorithm>

namespace muniment {

namespace {

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

[[noreturn]] void refuse(const char* why, std::map<std::string, std::string> context = {}) {
    context.emplace("why", why);
    throw sqlite::Failure(Error{ErrorCode::Refused, "no proof can be made of this answer", std::move(context)});
}

/// Signatures say whole seconds.
Instant wholeSecond(Instant at) {
    const std::int64_t within = at.micros % 1'000'000;
    return {at.micros - (within < 0 ? within + 1'000'000 : within)};
}

class ProofPlanning {
public:
    ProofPlanning(Snapshot& snapshot, const AskedAccess& asked, const std::stop_token& stop)
        : m_snapshot(snapshot),
          m_asked(asked),
          m_stop(stop),
          m_history(asked.at) {}

    AccessProofPlan plan() {
        if (orThrow(excerptOf(m_snapshot)))
            refuse("evidence");
        findLogs();
        readHistory();
        if (m_history.count() == 0)
            refuse("nothingThen");
        if (!m_history.closing())
            checkEnd();
        const GroundedAnswer answer = orThrow(groundedAnswer(m_snapshot, m_asked));
        checkBound(answer);
        checkEntities(answer);
        AccessProofPlan plan;
        plan.statement = orThrow(statementOf(m_snapshot, answer, m_history));
        for (const ProvenEntity& entity : plan.statement.entities)
            plan.shown.insert(entity.aggregate);
        plan.events = std::move(m_events);
        plan.closing = m_history.closing();
        return plan;
    }

private:
    /// The organization's, epoch by epoch.
    void findLogs() {
        for (TreeRecord& record : orThrow(treeRecords(m_snapshot)))
            if (record.tenant == m_asked.tenant)
                m_logs.push_back(std::move(record));
        if (m_logs.empty())
            throw sqlite::Failure(
                Error{ErrorCode::NotFound, "no log of it", {{"what", "org"}, {"id", m_asked.tenant.text()}}});
        for (std::size_t i = 0; i < m_logs.size(); ++i)
            if (m_logs[i].epoch != static_cast<std::int32_t>(i) + 1)
                refuse("lacksEpochs", {{"epoch", std::to_string(i + 1)}});
    }

    void readHistory() {
        LeafScan scan(m_snapshot, std::make_shared<EventTexts>(m_snapshot));
        for (const TreeRecord& log : m_logs) {
            const auto prover = orThrow(TreeProver::make(m_snapshot, log));
            for (std::uint64_t first = 0; first < log.range.size(); first += kBlockLeaves) {
                const std::vector<EventNumber> events = orThrow(prover->leavesOf(first / kBlockLeaves))->events;
                for (std::size_t i = first == 0 ? log.chained() : 0; i < events.size(); ++i) {
                    if (m_stop.stop_requested())
                        throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
                    m_events.push_back(events[i]);
                    if (!m_history.take(scan.event(events[i])))
                        return;
                }
            }
        }
    }

    /// Nothing stands behind the moment: whether nothing came up to then is for file and log to say.
    void checkEnd() {
        if (m_history.isMoving())
            refuse("moving");
        for (const RegionRecord& region : orThrow(m_snapshot.regions()))
            if (region.region == m_logs.back().region && (!region.knownThrough || *region.knownThrough < m_asked.at))
                refuse("notKnown",
                       {{"region", region.region.text()},
                        {"through", region.knownThrough ? formatInstant(*region.knownThrough) : std::string()}});
    }

    /// The file cuts a region's whole log at the moment, a proof the organization's own.
    void checkBound(const GroundedAnswer& answer) {
        const auto isInside = [&](std::size_t event) { return answer.home.boundOf(m_events[event]) <= answer.bound; };
        if (!isInside(m_history.count() - 1) || (m_history.closing() && isInside(m_history.count())))
            refuse("outOfOrder");
    }

    void checkEntities(const GroundedAnswer& answer) {
        for (const auto& [entity, counted] : m_history.entities()) {
            if (!answer.needs(entity))
                continue;
            if (counted.withheld > 0)
                refuse("withheldEvent", {{"type", entity.type}, {"id", entity.id.text()}});
            if (!counted.isWhole)
                refuse("missingEvent", {{"type", entity.type}, {"id", entity.id.text()}});
        }
    }

    Snapshot& m_snapshot;
    const AskedAccess& m_asked;
    const std::stop_token& m_stop;
    std::vector<TreeRecord> m_logs;
    std::vector<EventNumber> m_events;
    CountedHistory m_history;
};

Result<void> checkWritten(const std::filesystem::path& bundle, std::vector<VerifierKey> keys, const SigningKey& maker,
                          const std::stop_token& stop) {
    keys.push_back(maker.verifierKey());
    const auto info = checkBundle(bundle, keys, stop, {});
    if (!info)
        return tl::unexpected(info.error());
    return checkAccessProof(bundle, *info, stop, {}).map([](const AccessVerdict&) {});
}

} // namespace

Result<AccessProofPlan> planAccessProof(Snapshot& snapshot, const AskedAccess& asked, const std::stop_token& stop) {
    return sqlite::guarded([&] { return ProofPlanning(snapshot, asked, stop).plan(); });
}

Result<BundleManifest> writeAccessProof(Snapshot& snapshot, const AccessProofPlan& plan, BundleRequest request,
                                        const SigningKey& maker, const std::filesystem::path& target,
                                        const std::stop_token& stop, const BundleProgress& progress) {
    request.events = plan.events;
    request.filterWords = answerWords(plan.statement);
    request.filterText.clear();
    BundleClaim& claim = request.claim.emplace();
    claim.entry = printAccessStatement(plan.statement);
    claim.words = statementWords(plan.statement);
    claim.isWithheld = [&](const RecordedEvent& event) {
        // What came later is nobody's business; but a reader must know where the organization has moved to.
        const bool isLater = event.eventId == plan.closing && event.aggregate.type != "org";
        return isLater || !plan.shown.contains(event.aggregate);
    };
    if (!plan.closing)
        claim.sealedSince = wholeSecond(plan.statement.asked.at);
    auto written = writeBundle(snapshot, request, maker, target, stop, progress);
    if (!written)
        return written;
    if (auto checked = checkWritten(target, request.keys, maker, stop); !checked) {
        std::error_code ignored;
        std::filesystem::remove(target, ignored);
        return tl::unexpected(checked.error());
    }
    return written;
}

} // namespace muniment
