// The copy of a tenant's log at the target, on the way there and read back: both digests, and the names.
#pragma once

#include "models/eventstore/log_digest.h"
#include "models/regions/log_claims.h"
#include "models/regions/tenant_move.h"

#include <future>

namespace muniment {

/// One mover's work on one move. Begins at the first event each time, since digests are made anew; what the target has
/// already is not sent again.
class TenantMove::Copy {
public:
    Copy(TenantMove& move, const MoveRecord& record) : m_move(move), m_record(record) {}

    /// Where the target's copy ends, and names from the beginning.
    [[nodiscard]] Result<void> begin();
    /// What is final at the source, page by page; returns how many events that were.
    [[nodiscard]] Result<std::int64_t> copy(bool isFenced, const std::stop_token& stop, const Tell& tell);
    /// Reads back what was copied since the last call. Conflict (context "why" = "digest") where it is not the same.
    [[nodiscard]] Result<void> verify(const std::stop_token& stop, const Tell& tell);
    /// Names that were not told to the target yet.
    [[nodiscard]] Result<void> tellNames();

    /// Events that another did the copying of.
    void noteCopied(std::span<const RecordedEvent> events);

    [[nodiscard]] std::vector<HistoryClaim> takeNames() { return m_names.take(); }

    [[nodiscard]] const LogDigest& digest() const { return m_sent; }

    [[nodiscard]] const std::optional<TenantLogKey>& end() const { return m_end; }

    /// Of the organization's own aggregate.
    [[nodiscard]] std::int64_t orgSequence() const { return m_orgSequence; }

    void expect(std::int64_t total) { m_total = total; }

private:
    using Page = Result<TenantLogPage>;

    /// The next page of the source, noted as copied, while the one before is being sent: on a thread of its own, which
    /// alone has the source, both accounts of it and its end until the page is taken.
    [[nodiscard]] std::future<Page> readAhead(bool isFenced);
    /// The same of what the target has, beyond `after`.
    [[nodiscard]] std::future<Page> readBack(std::optional<TenantLogKey> after);
    [[nodiscard]] Result<void> send(std::span<const RecordedEvent> events);

    TenantMove& m_move;
    MoveRecord m_record;
    LogClaims m_names;
    LogDigest m_sent;
    LogDigest m_found;
    std::optional<TenantLogKey> m_end;      ///< of what was read at the source
    std::optional<TenantLogKey> m_verified; ///< of what was read back
    std::optional<TenantLogKey> m_there;    ///< what the target had when this mover came
    std::int64_t m_orgSequence = 0;
    std::int64_t m_total = 0;
};

} // namespace muniment
