#include "models/eventstore/embedded/embedded_event_store.h"

#include "models/eventstore/embedded/embedded_append.h"
#include "models/eventstore/embedded/embedded_evidence.h"
#include "models/eventstore/embedded/embedded_intake.h"
#include "models/eventstore/embedded/embedded_log.h"
#include "models/eventstore/embedded/embedded_plans.h"
#include "models/eventstore/embedded/embedded_relocation.h"
#include "models/eventstore/embedded/embedded_schema.h"
#include "models/eventstore/embedded/embedded_tail.h"
#include "models/eventstore/embedded/sqlite_error.h"
#include "models/eventstore/evidence_check.h"
#include "models/eventstore/intake_check.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace muniment {

namespace {

constexpr std::string_view kScheme = "embedded:";

class EmbeddedEventStore final : public EventStore, public Intake, public Relocation, public EvidenceStore {
public:
    explicit EmbeddedEventStore(std::filesystem::path file) : m_connection(std::move(file)) {}

    Result<StoreIdentity> connect(const RegionName& region) override {
        return call([&]() -> Result<StoreIdentity> {
            if (auto number = m_connection.regionNumber(region); !number)
                return tl::unexpected(number.error());
            return StoreIdentity{StoreFlavour::Embedded, std::string("SQLite ") + sqlite3_libversion(),
                                 kEmbeddedSchemaVersion, m_connection.mark(),
                                 operatingSystemUser(),  firstRegion(m_connection.database())};
        });
    }

    Result<std::chrono::microseconds> ping() override {
        return call([&]() -> Result<std::chrono::microseconds> {
            const auto start = std::chrono::steady_clock::now();
            static_cast<void>(readLogEnd(m_connection.database()));
            return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        });
    }

    Result<TailPage> readTail(const TailRequest& request) override {
        return call([&] { return readTailOf(m_connection, request); });
    }

    Result<std::int64_t> estimateBacklog(const RegionName& region, const std::optional<LogKey>& after) override {
        return call([&] { return countBacklog(m_connection, region, after); });
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        return call([&] { return checkContinuityOf(m_connection, held, mark); });
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override {
        return call([&]() -> Result<std::optional<HorizonHolder>> {
            if (m_connection.storeLock().isFree()) {
                m_heldSince.reset();
                return std::nullopt;
            }
            const auto now = std::chrono::steady_clock::now();
            if (!m_heldSince)
                m_heldSince = now;
            return HorizonHolder{"a write transaction on " + m_connection.file().filename().string(),
                                 std::chrono::duration_cast<std::chrono::seconds>(now - *m_heldSince)};
        });
    }

    Result<std::optional<TenantHome>> tenantHome(const RegionName& region, const TenantId& tenant) override {
        return call([&]() -> Result<std::optional<TenantHome>> {
            const auto number = m_connection.regionNumber(region);
            if (!number)
                return tl::unexpected(number.error());
            return readTenantHome(m_connection.database(), *number, tenant);
        });
    }

    Result<std::vector<std::string>> plans(const RegionName&) override {
        return call([&]() -> Result<std::vector<std::string>> { return readPlanKeys(m_connection.database()); });
    }

    Result<void> refreshPlan(const RegionName& primary, const std::string& key) override {
        return call([&] { return refreshPlanIn(m_connection, primary, key); });
    }

    Result<AggregateHistory> load(const RegionName& region, const TenantId& tenant,
                                  const AggregateKey& aggregate) override {
        return call([&] { return loadFrom(m_connection, region, tenant, aggregate); });
    }

    Result<Appended> append(const Append& append) override {
        return call([&] { return appendTo(m_connection, append); });
    }

    Result<Settlement> settle(const Append& append) override {
        m_connection.close(); // what a failed commit left in this connection's memory is no evidence
        return call([&] { return settleAt(m_connection, append); });
    }

    Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) override {
        return call([&] { return insertHistoryInto(m_connection, region, history); });
    }

    Intake& intake() override { return *this; }

    Result<Uuid> receive(const RegionName& region, const std::string& headers, const std::string& body) override {
        return call([&] { return receiveInto(m_connection, region, headers, body); });
    }

    Result<IntakePage> listRecords(const IntakeQuery& query) override {
        return call([&] { return listIntakeOf(m_connection, query); });
    }

    Result<std::optional<IntakeRecord>> findRecord(const RegionName& region, const Uuid& id) override {
        return call([&] { return findInIntakeOf(m_connection, region, id); });
    }

    Result<IntakeCounts> countRecords(const RegionName& region) override {
        return call([&] { return countIntakeOf(m_connection, region); });
    }

    Result<Appended> promote(const Promotion& promotion) override {
        return call([&] { return promoteIn(m_connection, promotion); });
    }

    Result<std::int64_t> reject(const RegionName& region, std::span<const Uuid> records,
                                const std::string& reason) override {
        if (auto checked = checkRejection(records, reason); !checked)
            return tl::unexpected(checked.error());
        return call([&] { return rejectFromIntakeOf(m_connection, region, records, reason); });
    }

    Relocation& relocation() override { return *this; }

    Result<void> checkMover() override { return {}; }

    Result<std::optional<TenantPlace>> place(const RegionName& region, const TenantId& tenant) override {
        return call([&] { return EmbeddedRelocation(m_connection).place(region, tenant); });
    }

    Result<std::vector<TenantHome>> movedAway(const RegionName& region) override {
        return call([&] { return EmbeddedRelocation(m_connection).movedAway(region); });
    }

    Result<std::int64_t> countEvents(const RegionName& region, const TenantId& tenant) override {
        return call([&] { return EmbeddedRelocation(m_connection).countEvents(region, tenant); });
    }

    /// All kinds: they go where the tenant goes.
    Result<std::int64_t> countClaims(const RegionName& region, const TenantId& tenant,
                                     const std::vector<std::string>& beside) override {
        if (!beside.empty())
            return 0;
        return call([&] { return EmbeddedRelocation(m_connection).countClaims(region, tenant); });
    }

    Result<TenantLogPage> readTenantLog(const TenantLogRequest& request) override {
        return call([&] { return EmbeddedRelocation(m_connection).readTenantLog(request); });
    }

    Result<std::optional<TenantLogKey>> lastKey(const RegionName& region, const TenantId& tenant) override {
        return call([&] { return EmbeddedRelocation(m_connection).lastKey(region, tenant); });
    }

    Result<void> prepareArrival(const TenantHome& home, const MoveRecord& record) override {
        return call([&] { return EmbeddedRelocation(m_connection).prepareArrival(home, record); });
    }

    Result<std::int64_t> receive(const MoveRecord&, const TenantId&, std::span<const RecordedEvent>) override {
        return nothingToCopy();
    }

    Result<void> clearClaims(const MoveRecord&, const TenantId&) override { return nothingToCopy(); }

    Result<void> receiveClaims(const MoveRecord&, const TenantId&, std::span<const HistoryClaim>) override {
        return nothingToCopy();
    }

    Result<void> abandonArrival(const MoveRecord& record, const TenantId& tenant) override {
        return call([&] { return EmbeddedRelocation(m_connection).abandonArrival(record, tenant); });
    }

    Result<void> takeUp(const MoveRecord&, const TenantId&) override { return nothingToCopy(); }

    Result<void> fence(const MoveRecord&, const TenantId&) override { return nothingToCopy(); }

    Result<void> liftFence(const MoveRecord&, const TenantId&) override { return nothingToCopy(); }

    Result<void> decide(const MoveRecord&, const TenantId&) override { return nothingToCopy(); }

    Result<std::int64_t> removeLeftBehind(const RegionName& region, const MoveRecord& record, const TenantId& tenant,
                                          std::int64_t) override {
        return call([&] { return EmbeddedRelocation(m_connection).noteClean(region, record, tenant); });
    }

    bool sharesRegions() const override { return true; }

    Result<Appended> cutOverWithin(const CutOverWithin& cutOver) override {
        return call([&] { return EmbeddedRelocation(m_connection).cutOver(cutOver); });
    }

    EvidenceStore& evidence() override { return *this; }

    Result<std::vector<BucketDigest>> spanDigests(const LogSpan& span) override {
        return call([&] { return spanDigestsOf(m_connection, span); });
    }

    Result<bool> publishCheckpoint(const RegionName& region, const SealedNote& sealed) override {
        if (auto checked = checkSealedNote(sealed); !checked)
            return tl::unexpected(checked.error());
        return call([&] { return publishInto(m_connection, region, sealed); });
    }

    Result<CheckpointPage> publishedCheckpoints(const CheckpointQuery& query) override {
        return call([&] { return listCheckpointsOf(m_connection, query); });
    }

    Result<bool> tellCopy(const RegionName& region, const ToldCopy& copy) override {
        if (auto checked = checkToldCopy(copy); !checked)
            return tl::unexpected(checked.error());
        return call([&] { return tellCopyTo(m_connection, region, copy); });
    }

    Result<std::vector<KnownCopy>> knownCopies(const RegionName& region) override {
        return call([&] { return listCopiesOf(m_connection, region); });
    }

    void cancel() override { m_connection.cancel(); }

    void disconnect() override { m_connection.close(); }

private:
    static tl::unexpected<Error> nothingToCopy() {
        return failure(ErrorCode::Internal, "the regions of an embedded store share one file");
    }

    /// Opens the file if need be and keeps SQLite's exceptions inside.
    template <class Work>
    auto call(Work work) -> decltype(work()) {
        m_connection.beginCall();
        if (auto opened = m_connection.open(); !opened)
            return tl::unexpected(opened.error());
        try {
            return work();
        } catch (const SQLite::Exception& exception) {
            return sqliteFailure(exception, m_connection.file());
        }
    }

    EmbeddedConnection m_connection;
    std::optional<std::chrono::steady_clock::time_point> m_heldSince;
};

} // namespace

std::unique_ptr<EventStore> makeEmbeddedEventStore(std::filesystem::path file) {
    return std::make_unique<EmbeddedEventStore>(std::move(file));
}

std::string embeddedEndpoint(const std::filesystem::path& file) {
    return std::string(kScheme) + file.string();
}

std::filesystem::path embeddedPath(const std::string& endpoint) {
    return endpoint.starts_with(kScheme) ? endpoint.substr(kScheme.size()) : endpoint;
}

} // namespace muniment
