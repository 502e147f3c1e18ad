#include "models/eventstore/postgres/evidence_log.h"

#include "models/eventstore/evidence_check.h"
#include "models/eventstore/postgres/event_rows.h"

namespace muniment::postgres {

namespace {

/// Runs it; a server from before these tables says which one it lacks.
Result<QueryResult> asked(Connection& connection, const Statement& statement, const char* table) {
    auto rows = connection.run(statement);
    if (!rows && rows.error().code == ErrorCode::SchemaMissing)
        return tl::unexpected(rows.error().with("table", table));
    return rows;
}

Instant instantIn(const QueryResult& rows, int row, int column) {
    return {rows.binaryInteger(row, column) + kMicrosBefore2000};
}

} // namespace

Statement checkpointPublication(const RegionName& region, const SealedNote& sealed) {
    return {.sql = "INSERT INTO muniment.checkpoints (region, origin, size, root, note, digest)\n"
                   "VALUES ($1, $2, $3, $4, $5, $6)\n"
                   "ON CONFLICT (region, origin, size, digest) DO NOTHING\n"
                   "RETURNING digest",
            .parameters = Parameters()
                              .text(region.text())
                              .text(sealed.origin)
                              .integer(sealed.size)
                              .bytes(sealed.root)
                              .text(sealed.note)
                              .bytes(noteDigest(sealed.note))};
}

Statement checkpointList(const CheckpointQuery& query) {
    Parameters values;
    values.text(query.region.text());
    std::string beyond;
    if (query.after) {
        values.text(formatInstant(query.after->publishedAt)).bytes(query.after->digest);
        beyond = " AND (c.published_at, c.digest) > ($2::timestamptz, $3::bytea)";
    }
    return {.sql = "SELECT c.published_at, c.digest, c.note, c.published_by\n"
                   "  FROM muniment.checkpoints AS c\n"
                   " WHERE c.region = $1" +
                   beyond + "\n ORDER BY c.published_at, c.digest LIMIT " + std::to_string(query.limit),
            .parameters = std::move(values),
            .hasBinaryResult = true};
}

Statement lastWordOf(const RegionName& region, const std::string& holder) {
    return {.sql = "SELECT c.policy, c.has_ended, c.told_at > clock_timestamp() - interval '1 hour'\n"
                   "  FROM muniment.copies AS c\n"
                   " WHERE c.region = $1 AND c.holder = $2 ORDER BY c.told_at DESC LIMIT 1",
            .parameters = Parameters().text(region.text()).text(holder)};
}

Statement copyTelling(const RegionName& region, const ToldCopy& copy) {
    return {.sql = "INSERT INTO muniment.copies (region, holder, workstation, policy, as_of, has_ended)\n"
                   "VALUES ($1, $2, $3, $4, $5, $6::boolean)",
            .parameters = Parameters()
                              .text(region.text())
                              .text(copy.holder)
                              .text(copy.workstation)
                              .text(copy.policy)
                              .text(copy.asOf ? std::optional(logKeyText(*copy.asOf)) : std::nullopt)
                              .text(std::string(copy.hasEnded ? "true" : "false"))};
}

Statement copyList(const RegionName& region) {
    return {.sql = knownCopiesSql("muniment.copies", "c.region = $1"),
            .parameters = Parameters().text(region.text()),
            .hasBinaryResult = true};
}

Result<bool> publishInto(Connection& connection, const RegionName& region, const SealedNote& sealed) {
    auto written = asked(connection, checkpointPublication(region, sealed), "checkpoints");
    if (!written)
        return tl::unexpected(written.error());
    return written->rowCount() > 0;
}

Result<CheckpointPage> listCheckpoints(Connection& connection, const CheckpointQuery& query) {
    auto rows = asked(connection, checkpointList(query), "checkpoints");
    if (!rows)
        return tl::unexpected(rows.error());
    CheckpointPage page;
    for (int row = 0; row < rows->rowCount(); ++row)
        page.checkpoints.push_back(
            {{instantIn(*rows, row, 0), rows->text(row, 1)}, rows->text(row, 2), rows->text(row, 3)});
    page.isFull = std::ssize(page.checkpoints) == query.limit;
    return page;
}

Result<bool> tellCopyTo(Connection& connection, const RegionName& region, const ToldCopy& copy) {
    const auto last = asked(connection, lastWordOf(region, copy.holder), "copies");
    if (!last)
        return tl::unexpected(last.error());
    if (last->rowCount() > 0 && last->text(0, 0) == copy.policy && (last->bytes(0, 1) == "t") == copy.hasEnded &&
        last->bytes(0, 2) == "t")
        return false;
    auto written = asked(connection, copyTelling(region, copy), "copies");
    return written ? Result<bool>(true) : tl::unexpected(written.error());
}

Result<std::vector<KnownCopy>> listCopies(Connection& connection, const RegionName& region) {
    auto rows = asked(connection, copyList(region), "copies");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<KnownCopy> copies;
    for (int row = 0; row < rows->rowCount(); ++row) {
        KnownCopy copy;
        copy.told = {rows->text(row, 0), rows->text(row, 1), rows->text(row, 2), parseLogKey(rows->bytes(row, 3)),
                     rows->bytes(row, 4) == std::string_view("\1", 1)};
        copy.toldBy = rows->text(row, 5);
        copy.since = instantIn(*rows, row, 6);
        copy.toldAt = instantIn(*rows, row, 7);
        copies.push_back(std::move(copy));
    }
    return copies;
}

} // namespace muniment::postgres
