// Moving a tenant between the regions of one embedded store. The regions share a file and one order of the log, so
// nothing is copied: the cut-over gives the tenant's rows another region, in one transaction.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/relocation.h"

namespace muniment {

/// Works on an open connection; may throw SQLite::Exception.
class EmbeddedRelocation {
public:
    explicit EmbeddedRelocation(EmbeddedConnection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<std::optional<TenantPlace>> place(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<std::vector<TenantHome>> movedAway(const RegionName& region);
    [[nodiscard]] Result<std::int64_t> countEvents(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<std::int64_t> countClaims(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<TenantLogPage> readTenantLog(const TenantLogRequest& request);
    [[nodiscard]] Result<std::optional<TenantLogKey>> lastKey(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<void> prepareArrival(const TenantHome& home, const MoveRecord& record);
    [[nodiscard]] Result<void> abandonArrival(const MoveRecord& record, const TenantId& tenant);
    /// There is nothing to remove; the row notes it.
    [[nodiscard]] Result<std::int64_t> noteClean(const RegionName& region, const MoveRecord& record,
                                                 const TenantId& tenant);
    [[nodiscard]] Result<Appended> cutOver(const CutOverWithin& cutOver);

private:
    [[nodiscard]] Result<void> changeRow(const RegionName& region, const TenantId& tenant, const char* statement,
                                         const std::vector<std::string>& values);
    [[nodiscard]] tl::unexpected<Error> notHere(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<void> changeRegion(const CutOverWithin& cutOver);
    [[nodiscard]] Result<std::vector<RecordedEvent>> readAll(const CutOverWithin& cutOver);

    EmbeddedConnection& m_connection;
};

} // namespace muniment
