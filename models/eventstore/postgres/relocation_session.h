// Moving tenants over one server session, on either engine. The promises are relocation.h's.
#pragma once

#include "models/eventstore/postgres/region_log.h"
#include "models/eventstore/relocation.h"

namespace muniment::postgres {

/// Made for one call; refers to the session and its log.
class RelocationSession {
public:
    RelocationSession(Session& session, RegionLog& log) : m_session(session), m_log(log) {}

    [[nodiscard]] Result<void> checkMover();
    [[nodiscard]] Result<std::optional<TenantPlace>> place(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<std::vector<TenantHome>> movedAway(const RegionName& region);
    [[nodiscard]] Result<std::int64_t> countEvents(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<std::int64_t> countClaims(const RegionName& region, const TenantId& tenant,
                                                   const std::vector<std::string>& beside);
    [[nodiscard]] Result<TenantLogPage> readTenantLog(const TenantLogRequest& request);
    [[nodiscard]] Result<std::optional<TenantLogKey>> lastKey(const RegionName& region, const TenantId& tenant);

    [[nodiscard]] Result<void> prepareArrival(const TenantHome& home, const MoveRecord& record);
    [[nodiscard]] Result<std::int64_t> receive(const MoveRecord& record, const TenantId& tenant,
                                               std::span<const RecordedEvent> events);
    [[nodiscard]] Result<void> clearClaims(const MoveRecord& record, const TenantId& tenant);
    [[nodiscard]] Result<void> receiveClaims(const MoveRecord& record, const TenantId& tenant,
                                             std::span<const HistoryClaim> claims);
    [[nodiscard]] Result<void> abandonArrival(const MoveRecord& record, const TenantId& tenant);

    [[nodiscard]] Result<void> takeUp(const MoveRecord& record, const TenantId& tenant);
    [[nodiscard]] Result<void> fence(const MoveRecord& record, const TenantId& tenant);
    [[nodiscard]] Result<void> liftFence(const MoveRecord& record, const TenantId& tenant);
    [[nodiscard]] Result<void> decide(const MoveRecord& record, const TenantId& tenant);
    [[nodiscard]] Result<std::int64_t> removeLeftBehind(const RegionName& region, const MoveRecord& record,
                                                        const TenantId& tenant, std::int64_t limit);
    [[nodiscard]] Result<Appended> cutOverWithin(const CutOverWithin& cutOver);

private:
    using Work = std::function<Result<std::int64_t>()>;

    [[nodiscard]] bool isPostgres() const { return m_session.flavour == StoreFlavour::PostgreSql; }

    [[nodiscard]] Connection& connection() { return *m_session.connection; }

    [[nodiscard]] std::string begin() const;
    void rollBack();
    /// One update that has to find its row; the error is TenantNotHere otherwise.
    [[nodiscard]] Result<void> change(const Statement& statement, const RegionName& region, const TenantId& tenant,
                                      const MoveRecord& record);
    /// Why a row was not what a step wanted.
    [[nodiscard]] Error explain(const RegionName& region, const TenantId& tenant, const MoveRecord& record);
    /// `work` in a transaction in which the tenant's row stays in `state` by this move.
    [[nodiscard]] Result<std::int64_t> whileHeld(const RegionName& region, const MoveRecord& record,
                                                 const TenantId& tenant, const char* state, const Work& work);
    [[nodiscard]] Result<std::int64_t> insertCopies(const MoveRecord& record, std::span<const RecordedEvent> events);
    [[nodiscard]] Result<void> runAll(const std::vector<Statement>& statements);
    [[nodiscard]] std::vector<Statement> claimStatements(const RegionName& region, const HashedClaims& claims) const;
    [[nodiscard]] Result<Appended> finishWithin(const CutOverWithin& cutOver, const CutOverWithin::Work& work,
                                                std::int64_t restCount);
    [[nodiscard]] Result<std::vector<RecordedEvent>> readRest(const CutOverWithin& cutOver);

    Session& m_session;
    RegionLog& m_log;
};

} // namespace muniment::postgres
