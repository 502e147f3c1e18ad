#include "models/eventstore/embedded/embedded_evidence.h"

#include "models/base/clock.h"
#include "models/eventstore/embedded/embedded_log.h"
#include "models/eventstore/evidence_check.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

namespace muniment {

namespace {

constexpr std::chrono::hours kBetweenWords{1};
/// Nobody who follows or seals is held up for what he tells beside it.
constexpr std::chrono::milliseconds kPatience{500};

void bindBytes(SQLite::Statement& statement, const char* name, const std::string& bytes) {
    statement.bind(name, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

/// Runs one INSERT in a transaction of its own; how many rows it wrote.
Result<int> written(EmbeddedConnection& connection, SQLite::Statement& insert) {
    WriteTransaction transaction(connection);
    if (auto begun = transaction.begin(kPatience); !begun) {
        Error error = begun.error();
        if (error.code == ErrorCode::Timeout)
            error.code = ErrorCode::Busy;
        return tl::unexpected(std::move(error));
    }
    const int rows = insert.exec();
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return rows;
}

} // namespace

Result<bool> publishInto(EmbeddedConnection& connection, const RegionName& region, const SealedNote& sealed) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement insert(connection.database(),
                             "INSERT OR IGNORE INTO checkpoints (region, origin, size, root, note, digest, "
                             "published_at, published_by) VALUES (:region, :origin, :size, :root, :note, :digest, "
                             ":published_at, :published_by)");
    const std::string digest = noteDigest(sealed.note);
    insert.bind(":region", *number);
    insert.bind(":origin", sealed.origin);
    insert.bind(":size", sealed.size);
    bindBytes(insert, ":root", sealed.root);
    insert.bind(":note", sealed.note);
    bindBytes(insert, ":digest", digest);
    insert.bind(":published_at", systemClock().now().micros);
    insert.bind(":published_by", operatingSystemUser());
    const auto rows = written(connection, insert);
    if (!rows)
        return tl::unexpected(rows.error());
    return *rows > 0;
}

Result<CheckpointPage> listCheckpointsOf(EmbeddedConnection& connection, const CheckpointQuery& query) {
    const auto number = connection.regionNumber(query.region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement select(connection.database(),
                             std::string("SELECT published_at, digest, note, published_by FROM checkpoints "
                                         "WHERE region = :region") +
                                 (query.after ? " AND (published_at, digest) > (:published_at, :digest)" : "") +
                                 " ORDER BY published_at, digest LIMIT :limit");
    select.bind(":region", *number);
    select.bind(":limit", query.limit);
    if (query.after) {
        select.bind(":published_at", query.after->publishedAt.micros);
        bindBytes(select, ":digest", query.after->digest);
    }
    CheckpointPage page;
    while (select.executeStep())
        page.checkpoints.push_back({{{select.getColumn(0).getInt64()}, select.getColumn(1).getString()},
                                    select.getColumn(2).getString(),
                                    select.getColumn(3).getString()});
    page.isFull = std::ssize(page.checkpoints) == query.limit;
    return page;
}

Result<bool> tellCopyTo(EmbeddedConnection& connection, const RegionName& region, const ToldCopy& copy) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    const Instant now = systemClock().now();
    SQLite::Statement last(connection.database(), "SELECT policy, has_ended, told_at FROM copies WHERE region = ? AND "
                                                  "holder = ? ORDER BY told_at DESC LIMIT 1");
    last.bind(1, *number);
    last.bind(2, copy.holder);
    if (last.executeStep() && last.getColumn(0).getString() == copy.policy &&
        (last.getColumn(1).getInt() != 0) == copy.hasEnded &&
        last.getColumn(2).getInt64() > now.micros - std::chrono::microseconds(kBetweenWords).count())
        return false;
    last.reset();
    // Two words within a microsecond are one after the other all the same.
    SQLite::Statement insert(
        connection.database(),
        "INSERT INTO copies (region, holder, told_at, told_by, workstation, policy, as_of, has_ended) "
        "VALUES (:region, :holder, max(:told_at, coalesce((SELECT max(told_at) + 1 FROM copies WHERE region = :region "
        "AND holder = :holder), 0)), :told_by, :workstation, :policy, :as_of, :has_ended)");
    insert.bind(":region", *number);
    insert.bind(":holder", copy.holder);
    insert.bind(":told_at", now.micros);
    insert.bind(":told_by", operatingSystemUser());
    insert.bind(":workstation", copy.workstation);
    insert.bind(":policy", copy.policy);
    if (copy.asOf)
        insert.bind(":as_of", logKeyText(*copy.asOf));
    insert.bind(":has_ended", copy.hasEnded ? 1 : 0);
    const auto rows = written(connection, insert);
    return rows ? Result<bool>(true) : tl::unexpected(rows.error());
}

Result<std::vector<KnownCopy>> listCopiesOf(EmbeddedConnection& connection, const RegionName& region) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement select(connection.database(), knownCopiesSql("copies", "c.region = :region"));
    select.bind(":region", *number);
    std::vector<KnownCopy> copies;
    while (select.executeStep()) {
        KnownCopy copy;
        copy.told = {select.getColumn(0).getString(), select.getColumn(1).getString(), select.getColumn(2).getString(),
                     parseLogKey(select.getColumn(3).getString()), select.getColumn(4).getInt() != 0};
        copy.toldBy = select.getColumn(5).getString();
        copy.since = {select.getColumn(6).getInt64()};
        copy.toldAt = {select.getColumn(7).getInt64()};
        copies.push_back(std::move(copy));
    }
    return copies;
}

} // namespace muniment
