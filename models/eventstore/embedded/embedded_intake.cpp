#include "models/eventstore/embedded/embedded_intake.h"

#include "models/base/clock.h"
#include "models/eventstore/intake_check.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <array>
#include <cstring>

namespace muniment {

namespace {

constexpr const char* kColumns = "i.received_at, i.id, i.headers, i.body, i.state, i.reason, i.mapping, i.command_id";
constexpr int kIsAskedFor = 8;
constexpr int kPlace = 9;

void bindUuid(SQLite::Statement& statement, const char* name, const Uuid& id) {
    statement.bind(name, static_cast<const void*>(id.bytes.data()), static_cast<int>(id.bytes.size()));
}

Uuid uuidOf(const SQLite::Column& column) {
    Uuid id;
    if (column.getBytes() == static_cast<int>(id.bytes.size()))
        std::memcpy(id.bytes.data(), column.getBlob(), id.bytes.size());
    return id;
}

IntakeRecord recordIn(const SQLite::Statement& row) {
    IntakeRecord record;
    record.key = {{row.getColumn(0).getInt64()}, uuidOf(row.getColumn(1))};
    record.headers = row.getColumn(2).getString();
    record.body = row.getColumn(3).getString();
    record.state = parseIntakeState(row.getColumn(4).getString()).value_or(IntakeState::New);
    record.reason = row.getColumn(5).getString();
    record.mapping = row.getColumn(6).getString();
    if (const auto command = row.getColumn(7); !command.isNull())
        record.commandId = uuidOf(command);
    return record;
}

std::string orderOf(const char* alias, bool isNewestFirst) {
    const std::string direction = isNewestFirst ? " DESC" : "";
    return alias + std::string(".received_at") + direction + ", " + alias + ".id" + direction;
}

/// A page, and behind it, where not all was looked at, the row after which the next one begins.
std::string listStatement(const IntakeQuery& query) {
    const std::string window = std::string("SELECT w.* FROM intake w WHERE w.region = :region") +
                               (query.state ? " AND w.state = :state" : "") +
                               (query.after ? std::string(" AND (w.received_at, w.id) ") +
                                                  (query.isNewestFirst ? "<" : ">") + " (:received_at, :id)"
                                            : std::string()) +
                               " ORDER BY " + orderOf("w", query.isNewestFirst) + " LIMIT :looked_at";
    return std::string("SELECT ") + kColumns + ", i.is_asked_for, i.place FROM (SELECT w.*, :text = '' OR " +
           "instr(lower(w.headers), lower(:text)) > 0 OR instr(lower(w.body), lower(:text)) > 0 AS is_asked_for, "
           "row_number() OVER (ORDER BY " +
           orderOf("w", query.isNewestFirst) + ") AS place FROM (" + window +
           ") w) i WHERE i.is_asked_for OR i.place = :looked_at ORDER BY " + orderOf("i", query.isNewestFirst) +
           " LIMIT :limit + 1";
}

/// The store's own spelling of JSON; absent when the text is none.
std::optional<std::string> spelled(SQLite::Database& database, const std::string& json) {
    SQLite::Statement spell(database, "SELECT CASE WHEN json_valid(?1) THEN json(?1) END");
    spell.bind(1, json);
    spell.executeStep();
    const auto column = spell.getColumn(0);
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

} // namespace

Result<Uuid> receiveInto(EmbeddedConnection& connection, const RegionName& region, const std::string& headers,
                         const std::string& body) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement insert(connection.database(),
                             "INSERT INTO intake (region, id, received_at, headers, body) VALUES "
                             "(:region, :id, :received_at, :headers, :body)");
    const std::array<std::pair<std::string, const std::string*>, 2> parts{{{"headers", &headers}, {"body", &body}}};
    for (const auto& [field, json] : parts) {
        if (json->empty())
            continue;
        const auto text = spelled(connection.database(), *json);
        if (!text)
            return failure(ErrorCode::InvalidInput, "not JSON", {{"field", field}});
        insert.bind(":" + field, *text);
    }
    const Uuid id = randomUuid();
    insert.bind(":region", *number);
    bindUuid(insert, ":id", id);
    insert.bind(":received_at", systemClock().now().micros);
    WriteTransaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    insert.exec();
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return id;
}

Result<IntakePage> listIntakeOf(EmbeddedConnection& connection, const IntakeQuery& query) {
    const auto number = connection.regionNumber(query.region);
    if (!number)
        return tl::unexpected(number.error());
    const int lookedAt = query.text.empty() ? query.limit : std::max(query.limit, kIntakeSearchRows);
    SQLite::Statement select(connection.database(), listStatement(query));
    select.bind(":region", *number);
    select.bind(":text", query.text);
    select.bind(":looked_at", lookedAt);
    select.bind(":limit", query.limit);
    if (query.state)
        select.bind(":state", std::string(intakeStateName(*query.state)));
    if (query.after) {
        select.bind(":received_at", query.after->receivedAt.micros);
        bindUuid(select, ":id", query.after->id);
    }
    IntakePage page;
    while (select.executeStep()) {
        if (std::ssize(page.records) == query.limit) {
            page.next = page.records.back().key;
            break;
        }
        IntakeRecord record = recordIn(select);
        if (select.getColumn(kPlace).getInt64() == lookedAt)
            page.next = record.key;
        if (select.getColumn(kIsAskedFor).getInt() != 0)
            page.records.push_back(std::move(record));
    }
    return page;
}

Result<std::optional<IntakeRecord>> findInIntakeOf(EmbeddedConnection& connection, const RegionName& region,
                                                   const Uuid& id) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement select(connection.database(), std::string("SELECT ") + kColumns +
                                                        " FROM intake i WHERE i.region = :region AND i.id = :id");
    select.bind(":region", *number);
    bindUuid(select, ":id", id);
    if (!select.executeStep())
        return std::nullopt;
    return std::optional(recordIn(select));
}

Result<IntakeCounts> countIntakeOf(EmbeddedConnection& connection, const RegionName& region) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement count(connection.database(),
                            "SELECT count(*) FILTER (WHERE state = 'new'), count(*) FILTER (WHERE state = 'promoted'), "
                            "count(*) FILTER (WHERE state = 'rejected') FROM intake WHERE region = ?");
    count.bind(1, *number);
    count.executeStep();
    return IntakeCounts{count.getColumn(0).getInt64(), count.getColumn(1).getInt64(), count.getColumn(2).getInt64()};
}

Result<std::int64_t> rejectFromIntakeOf(EmbeddedConnection& connection, const RegionName& region,
                                        std::span<const Uuid> records, const std::string& reason) {
    const auto number = connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    WriteTransaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    SQLite::Statement update(connection.database(), "UPDATE intake SET state = 'rejected', reason = :reason "
                                                    "WHERE region = :region AND id = :id AND state = 'new'");
    std::int64_t rejected = 0;
    for (const Uuid& record : records) {
        update.reset();
        update.bind(":reason", reason);
        update.bind(":region", *number);
        bindUuid(update, ":id", record);
        rejected += update.exec();
    }
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return rejected;
}

Result<void> markPromoted(SQLite::Database& database, std::int64_t region, const Promotion& promotion) {
    SQLite::Statement find(database, "SELECT state FROM intake WHERE region = :region AND id = :id");
    SQLite::Statement update(database,
                             "UPDATE intake SET state = 'promoted', mapping = :mapping, command_id = :command "
                             "WHERE region = :region AND id = :id");
    for (const Uuid& record : promotion.records) {
        find.reset();
        find.bind(":region", region);
        bindUuid(find, ":id", record);
        const std::string state = find.executeStep() ? find.getColumn(0).getString() : "missing";
        if (state != intakeStateName(IntakeState::New))
            return tl::unexpected(recordConflict(record, state));
        find.reset();
        update.reset();
        update.bind(":mapping", promotion.mapping);
        bindUuid(update, ":command", promotion.append.commandId);
        update.bind(":region", region);
        bindUuid(update, ":id", record);
        update.exec();
    }
    return {};
}

} // namespace muniment
