#include "models/eventstore/postgres/postgres_event_store.h"

#include "models/eventstore/append_check.h"
#include "models/eventstore/evidence_check.h"
#include "models/eventstore/intake_check.h"
#include "models/eventstore/postgres/evidence_log.h"
#include "models/eventstore/postgres/intake_log.h"
#include "models/eventstore/postgres/region_log.h"
#include "models/eventstore/postgres/relocation_session.h"

#include <QRandomGenerator>

#include <algorithm>
#include <thread>

namespace muniment {

namespace {

using namespace postgres;

constexpr int kAttempts = 6;
constexpr std::chrono::milliseconds kFirstPause{10};

/// Connects when need be, and turns to the engine's own log for the rest.
class PostgresEventStore final : public EventStore, public Intake, public Relocation, public EvidenceStore {
public:
    PostgresEventStore(ParsedEndpoint endpoint, std::shared_ptr<SecretSource> secrets)
        : m_endpoint(std::move(endpoint)),
          m_secrets(std::move(secrets)) {}

    Result<StoreIdentity> connect(const RegionName& region) override {
        const RunningCall call(m_cancelSwitch);
        if (auto opened = ensureOpen(); !opened)
            return tl::unexpected(opened.error());
        return m_log->identify(region);
    }

    Result<std::chrono::microseconds> ping() override {
        return withLog<std::chrono::microseconds>([this](RegionLog&) -> Result<std::chrono::microseconds> {
            const auto before = std::chrono::steady_clock::now();
            if (auto answer = m_session.connection->run({.sql = "SELECT 1", .parameters = {}}); !answer)
                return tl::unexpected(answer.error());
            return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before);
        });
    }

    Result<TailPage> readTail(const TailRequest& request) override {
        return withLog<TailPage>([&](RegionLog& log) { return log.readTail(request); });
    }

    Result<std::int64_t> estimateBacklog(const RegionName& region, const std::optional<LogKey>& after) override {
        return withLog<std::int64_t>([&](RegionLog& log) { return log.estimateBacklog(region, after); });
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        return withLog<void>([&](RegionLog& log) { return log.checkContinuity(held, mark); });
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override {
        return withLog<std::optional<HorizonHolder>>([](RegionLog& log) { return log.horizonHolder(); });
    }

    Result<std::optional<TenantHome>> tenantHome(const RegionName& region, const TenantId& tenant) override {
        return withLog<std::optional<TenantHome>>([&](RegionLog& log) { return log.tenantHome(region, tenant); });
    }

    Result<std::vector<std::string>> plans(const RegionName&) override {
        return withLog<std::vector<std::string>>([&](RegionLog& log) { return log.plans(); });
    }

    Result<void> refreshPlan(const RegionName& primary, const std::string& key) override {
        const RunningCall call(m_cancelSwitch);
        return retried<void>([&] { return m_log->refreshPlan(primary, key); });
    }

    Result<AggregateHistory> load(const RegionName& region, const TenantId& tenant,
                                  const AggregateKey& aggregate) override {
        return withLog<AggregateHistory>([&](RegionLog& log) { return log.load(region, tenant, aggregate); });
    }

    Result<Appended> append(const Append& append) override {
        if (auto checked = checkAppend(append); !checked)
            return tl::unexpected(checked.error());
        const RunningCall call(m_cancelSwitch);
        return retried<Appended>([&] {
            m_lost.reset();
            return m_log->append(append, nullptr, m_lost);
        });
    }

    Result<Settlement> settle(const Append& append) override {
        const RunningCall call(m_cancelSwitch);
        if (auto opened = ensureOpen(); !opened)
            return tl::unexpected(opened.error());
        const bool isOurs = m_lost && m_lost->commandId == append.commandId;
        if (auto final = m_log->makeFinal(append, isOurs ? m_lost : std::nullopt); !final)
            return tl::unexpected(final.error());
        return m_log->lookForAppend(append);
    }

    Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) override {
        for (const RecordedEvent& event : history.events)
            if (auto checked = checkHistory(event); !checked)
                return tl::unexpected(checked.error());
        return withLog<std::int64_t>([&](RegionLog& log) { return log.insertHistory(region, history); });
    }

    Intake& intake() override { return *this; }

    Result<Uuid> receive(const RegionName& region, const std::string& headers, const std::string& body) override {
        return withLog<Uuid>([&](RegionLog&) { return receiveInto(*m_session.connection, region, headers, body); });
    }

    Result<IntakePage> listRecords(const IntakeQuery& query) override {
        return withLog<IntakePage>([&](RegionLog&) { return listIntake(*m_session.connection, query); });
    }

    Result<std::optional<IntakeRecord>> findRecord(const RegionName& region, const Uuid& id) override {
        return withLog<std::optional<IntakeRecord>>(
            [&](RegionLog&) { return findInIntake(*m_session.connection, region, id); });
    }

    Result<IntakeCounts> countRecords(const RegionName& region) override {
        return withLog<IntakeCounts>([&](RegionLog&) { return countIntake(*m_session.connection, region); });
    }

    Result<Appended> promote(const Promotion& promotion) override {
        if (auto checked = checkPromotion(promotion); !checked)
            return tl::unexpected(checked.error());
        const RunningCall call(m_cancelSwitch);
        return retried<Appended>([&] {
            m_lost.reset();
            return m_log->append(promotion.append, &promotion, m_lost);
        });
    }

    Result<std::int64_t> reject(const RegionName& region, std::span<const Uuid> records,
                                const std::string& reason) override {
        if (auto checked = checkRejection(records, reason); !checked)
            return tl::unexpected(checked.error());
        const RunningCall call(m_cancelSwitch);
        return retried<std::int64_t>([&] { return rejectFromIntake(*m_session.connection, region, records, reason); });
    }

    Relocation& relocation() override { return *this; }

    Result<void> checkMover() override {
        return moving<void>([](RelocationSession& mover) { return mover.checkMover(); });
    }

    Result<std::optional<TenantPlace>> place(const RegionName& region, const TenantId& tenant) override {
        return moving<std::optional<TenantPlace>>([&](auto& mover) { return mover.place(region, tenant); });
    }

    Result<std::vector<TenantHome>> movedAway(const RegionName& region) override {
        return moving<std::vector<TenantHome>>([&](auto& mover) { return mover.movedAway(region); });
    }

    Result<std::int64_t> countEvents(const RegionName& region, const TenantId& tenant) override {
        return moving<std::int64_t>([&](auto& mover) { return mover.countEvents(region, tenant); });
    }

    Result<std::int64_t> countClaims(const RegionName& region, const TenantId& tenant,
                                     const std::vector<std::string>& beside) override {
        return moving<std::int64_t>([&](auto& mover) { return mover.countClaims(region, tenant, beside); });
    }

    Result<TenantLogPage> readTenantLog(const TenantLogRequest& request) override {
        return moving<TenantLogPage>([&](auto& mover) { return mover.readTenantLog(request); });
    }

    Result<std::optional<TenantLogKey>> lastKey(const RegionName& region, const TenantId& tenant) override {
        return moving<std::optional<TenantLogKey>>([&](auto& mover) { return mover.lastKey(region, tenant); });
    }

    Result<void> prepareArrival(const TenantHome& home, const MoveRecord& record) override {
        return moving<void>([&](auto& mover) { return mover.prepareArrival(home, record); });
    }

    Result<std::int64_t> receive(const MoveRecord& record, const TenantId& tenant,
                                 std::span<const RecordedEvent> events) override {
        return moving<std::int64_t>([&](auto& mover) { return mover.receive(record, tenant, events); });
    }

    Result<void> clearClaims(const MoveRecord& record, const TenantId& tenant) override {
        return moving<void>([&](auto& mover) { return mover.clearClaims(record, tenant); });
    }

    Result<void> receiveClaims(const MoveRecord& record, const TenantId& tenant,
                               std::span<const HistoryClaim> claims) override {
        return moving<void>([&](auto& mover) { return mover.receiveClaims(record, tenant, claims); });
    }

    Result<void> abandonArrival(const MoveRecord& record, const TenantId& tenant) override {
        return moving<void>([&](auto& mover) { return mover.abandonArrival(record, tenant); });
    }

    Result<void> takeUp(const MoveRecord& record, const TenantId& tenant) override {
        return moving<void>([&](auto& mover) { return mover.takeUp(record, tenant); });
    }

    Result<void> fence(const MoveRecord& record, const TenantId& tenant) override {
        return moving<void>([&](auto& mover) { return mover.fence(record, tenant); });
    }

    Result<void> liftFence(const MoveRecord& record, const TenantId& tenant) override {
        return moving<void>([&](auto& mover) { return mover.liftFence(record, tenant); });
    }

    Result<void> decide(const MoveRecord& record, const TenantId& tenant) override {
        return moving<void>([&](auto& mover) { return mover.decide(record, tenant); });
    }

    Result<std::int64_t> removeLeftBehind(const RegionName& region, const MoveRecord& record, const TenantId& tenant,
                                          std::int64_t limit) override {
        return moving<std::int64_t>([&](auto& mover) { return mover.removeLeftBehind(region, record, tenant, limit); });
    }

    bool sharesRegions() const override { return false; }

    Result<Appended> cutOverWithin(const CutOverWithin& cutOver) override {
        return moving<Appended>([&](auto& mover) { return mover.cutOverWithin(cutOver); });
    }

    EvidenceStore& evidence() override { return *this; }

    Result<std::vector<BucketDigest>> spanDigests(const LogSpan& span) override {
        return withLog<std::vector<BucketDigest>>([&](RegionLog& log) { return log.spanDigests(span); });
    }

    Result<bool> publishCheckpoint(const RegionName& region, const SealedNote& sealed) override {
        if (auto checked = checkSealedNote(sealed); !checked)
            return tl::unexpected(checked.error());
        const RunningCall call(m_cancelSwitch);
        return retried<bool>([&] { return publishInto(*m_session.connection, region, sealed); });
    }

    Result<CheckpointPage> publishedCheckpoints(const CheckpointQuery& query) override {
        return withLog<CheckpointPage>([&](RegionLog&) { return listCheckpoints(*m_session.connection, query); });
    }

    Result<bool> tellCopy(const RegionName& region, const ToldCopy& copy) override {
        if (auto checked = checkToldCopy(copy); !checked)
            return tl::unexpected(checked.error());
        const RunningCall call(m_cancelSwitch);
        return retried<bool>([&] { return tellCopyTo(*m_session.connection, region, copy); });
    }

    Result<std::vector<KnownCopy>> knownCopies(const RegionName& region) override {
        return withLog<std::vector<KnownCopy>>([&](RegionLog&) { return listCopies(*m_session.connection, region); });
    }

    void cancel() override { m_cancelSwitch.cancel(); }

    void disconnect() override {
        m_log.reset();
        m_session.connection.reset();
    }

private:
    template <class T, class Work>
    Result<T> withLog(Work work) {
        const RunningCall call(m_cancelSwitch);
        if (auto opened = ensureOpen(); !opened)
            return tl::unexpected(opened.error());
        return work(*m_log);
    }

    template <class T, class Work>
    Result<T> moving(Work work) {
        return withLog<T>([&](RegionLog& log) {
            RelocationSession mover(m_session, log);
            return work(mover);
        });
    }

    /// Runs one transaction's work until the server lets it through.
    template <class T, class Work>
    Result<T> retried(Work work) {
        for (int attempt = 1;; ++attempt) {
            if (auto opened = ensureOpen(); !opened)
                return tl::unexpected(opened.error());
            Result<T> done = work();
            if (done || !done.error().isRetryable() || attempt == kAttempts)
                return done;
            if (!pause(attempt))
                return failure(ErrorCode::Cancelled);
        }
    }

    Result<void> ensureOpen() {
        // A cancel of the previous call that is still under way must not hit this one.
        const bool isUsable = m_session.connection && m_session.connection->isOpen() &&
                              !m_session.connection->isInTransaction() && !m_cancelSwitch.isInFlight();
        if (isUsable)
            return {};
        disconnect();
        auto session = openSession(m_endpoint, m_secrets.get(), m_cancelSwitch);
        if (!session)
            return tl::unexpected(session.error());
        m_session = std::move(*session);
        m_log =
            m_session.flavour == StoreFlavour::CockroachDb ? makeCockroachLog(m_session) : makePostgresLog(m_session);
        return {};
    }

    /// Backs off twice as long each time, plus or minus half; false when the call was cancelled meanwhile.
    bool pause(int attempt) {
        const auto most = kFirstPause * (1 << attempt);
        const auto until =
            std::chrono::steady_clock::now() + most / 2 +
            std::chrono::milliseconds(QRandomGenerator::global()->bounded(static_cast<int>(most.count())));
        while (std::chrono::steady_clock::now() < until) {
            if (m_cancelSwitch.isRequested())
                return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return true;
    }

    ParsedEndpoint m_endpoint;
    std::shared_ptr<SecretSource> m_secrets;
    CancelSwitch m_cancelSwitch;
    Session m_session;
    std::unique_ptr<RegionLog> m_log;
    std::optional<LostAppend> m_lost;
};

} // namespace

std::unique_ptr<EventStore> makePostgresEventStore(ParsedEndpoint endpoint, std::shared_ptr<SecretSource> secrets) {
    return std::make_unique<PostgresEventStore>(std::move(endpoint), std::move(secrets));
}

} // namespace muniment
