// Records that become events: decided like any command, written together with the records' state.
#pragma once

#include "models/base/clock.h"
#include "models/intake/mapped_record.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

/// Which records of a region.
struct RecordChoice {
    RegionName region;
    std::vector<Uuid> ids = {};          ///< these; none: the new ones that hold `text`, oldest first
    std::string text = {};               ///< as in IntakeQuery
    std::optional<IntakeKey> after = {}; ///< where the last batch ended
    std::size_t most = kMaxAppendEvents; ///< so many new ones at once
};

/// What became of a record, or would.
struct RecordOutcome {
    struct Made {
        TenantId tenant;
        AggregateKey aggregate;
        std::vector<NewEvent> events;
    };

    Uuid record;
    Result<Made> made; ///< or why it stays as it is
};

struct RecordBatch {
    std::vector<IntakeRecord> records;  ///< new ones
    std::vector<RecordOutcome> others;  ///< of `ids`: NotFound, or Conflict with "state" for one that is not new
    std::optional<IntakeKey> next = {}; ///< choose again after this one; absent: that was all
};

[[nodiscard]] Result<RecordBatch> gatherRecords(EventStore& store, const RecordChoice& choice,
                                                const std::stop_token& stop);

struct PromotionOrder {
    RegionName region;
    std::string mapping;      ///< its name, kept with each record
    std::string operatorName; ///< empty: the database user
    std::optional<Uuid> correlationId = {};
    bool isDryRun = false;
};

struct PromotionReport {
    std::vector<RecordOutcome> outcomes; ///< of every record, save those that `endedBy` kept from being decided
    std::optional<LogKey> newest = {};   ///< of the last event written
    std::optional<Error> endedBy = {};   ///< the server failed, or `stop`: what has no outcome stayed as it was
};

/// Records of one tenant go into one transaction, as far as kMaxAppendEvents reaches, together with their state;
/// records of several tenants into several. One that the decider or the server refuses stays new, and the others go on
/// without it: where the server does not say which one it was, halves are tried. Each record is decided on what those
/// before it leave. A lost answer is settled, and `onUnknown` told, before anything else is done; a process that dies
/// leaves every record either new, without events, or promoted, with them, so that the same work may be begun again.
[[nodiscard]] PromotionReport promoteRecords(EventStore& store, const PromotionOrder& order,
                                             std::vector<MappedRecord> records, const Clock& clock,
                                             const std::stop_token& stop,
                                             const std::function<void(const Error&)>& onUnknown = {});

} // namespace muniment
