#include "models/eventstore/postgres/intake_log.h"

#include "models/eventstore/intake_check.h"
#include "models/eventstore/postgres/event_rows.h"
#include "models/eventstore/postgres/intake_statements.h"

namespace muniment::postgres {

namespace {

enum Column { kId, kReceivedAt, kHeaders, kBody, kState, kReason, kMapping, kCommandId, kIsAskedFor, kPlace };

Result<IntakeRecord> recordIn(const QueryResult& rows, int row) {
    IntakeRecord record;
    const auto id = rows.binaryUuid(row, kId);
    const auto state = parseIntakeState(rows.bytes(row, kState));
    if (!id || !state)
        return failure(ErrorCode::ServerError, "an intake record of another shape");
    record.key = {{rows.binaryInteger(row, kReceivedAt) + kMicrosBefore2000}, *id};
    record.headers = rows.text(row, kHeaders);
    record.body = rows.text(row, kBody);
    record.state = *state;
    record.reason = rows.text(row, kReason);
    record.mapping = rows.text(row, kMapping);
    record.commandId = rows.binaryUuid(row, kCommandId);
    return record;
}

} // namespace

Result<Uuid> receiveInto(Connection& connection, const RegionName& region, const std::string& headers,
                         const std::string& body) {
    auto row = connection.run(intakeReceipt(region, headers, body));
    if (!row)
        return tl::unexpected(row.error());
    const auto id = row->binaryUuid(0, 0);
    return id ? Result<Uuid>(*id) : failure(ErrorCode::ServerError, "an intake record of another shape");
}

Result<IntakePage> listIntake(Connection& connection, const IntakeQuery& query) {
    auto rows = connection.run(intakeList(query));
    if (!rows)
        return tl::unexpected(rows.error());
    IntakePage page;
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (std::ssize(page.records) == query.limit) {
            page.next = page.records.back().key;
            break;
        }
        auto record = recordIn(*rows, row);
        if (!record)
            return tl::unexpected(record.error());
        if (rows->binaryInteger(row, kPlace) == intakeRowsLookedAt(query))
            page.next = record->key;
        if (rows->bytes(row, kIsAskedFor) == std::string_view("\1", 1))
            page.records.push_back(std::move(*record));
    }
    return page;
}

Result<std::optional<IntakeRecord>> findInIntake(Connection& connection, const RegionName& region, const Uuid& id) {
    auto rows = connection.run(intakeRecord(region, id));
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->rowCount() == 0)
        return std::nullopt;
    auto record = recordIn(*rows, 0);
    if (!record)
        return tl::unexpected(record.error());
    return std::optional(std::move(*record));
}

Result<IntakeCounts> countIntake(Connection& connection, const RegionName& region) {
    auto rows = connection.run(intakeCounts(region));
    if (!rows)
        return tl::unexpected(rows.error());
    IntakeCounts counts;
    for (int row = 0; row < rows->rowCount(); ++row) {
        const auto state = parseIntakeState(rows->bytes(row, 0));
        const std::int64_t count = rows->textInteger(row, 1);
        if (state)
            (*state == IntakeState::New        ? counts.fresh
             : *state == IntakeState::Promoted ? counts.promoted
                                               : counts.rejected) = count;
    }
    return counts;
}

Result<std::int64_t> rejectFromIntake(Connection& connection, const RegionName& region, std::span<const Uuid> records,
                                      const std::string& reason) {
    auto changed = connection.run(intakeRejection(region, records, reason));
    if (!changed)
        return tl::unexpected(changed.error());
    return changed->affectedRows();
}

Result<std::optional<Error>> conflictOfRecords(Connection& connection, const Promotion& promotion) {
    auto rows = connection.run(intakeStates(promotion.append.region, promotion.records));
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->rowCount() == 0)
        return std::nullopt;
    const auto id = parseUuid(rows->bytes(0, 0));
    return recordConflict(id.value_or(Uuid{}), rows->text(0, 1));
}

} // namespace muniment::postgres
