#include "tests/bench/floors.h"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <endian.h>
#include <libpq-fe.h>
#include <memory>
#include <sqlite3.h>

namespace muniment::bench {

namespace {

using Seconds = std::chrono::duration<double>;

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Connection = std::unique_ptr<PGconn, CloseConnection>;
using Rows = std::unique_ptr<PGresult, ClearResult>;
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

[[noreturn]] void giveUp(const std::string& what) {
    std::fprintf(stderr, "bench: %s\n", what.c_str());
    std::exit(3);
}

const char* kPage = "SELECT tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision,"
                    " occurred_at, recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id,"
                    " correlation_id, payload, salt, position, in_tx_order"
                    " FROM muniment.events WHERE region = $1 AND live AND (position, in_tx_order) > ($2, $3)"
                    " ORDER BY position, in_tx_order LIMIT 8192";

void run(sqlite3* database, const char* sql) {
    char* message = nullptr;
    if (sqlite3_exec(database, sql, nullptr, nullptr, &message) != SQLITE_OK)
        giveUp(std::string(sql) + ": " + (message ? message : "?"));
}

void bindText(sqlite3_stmt* statement, int column, const std::string& text) {
    sqlite3_bind_text(statement, column, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bindBlob(sqlite3_stmt* statement, int column, const void* data, std::size_t size) {
    sqlite3_bind_blob(statement, column, data, static_cast<int>(size), SQLITE_STATIC);
}

void bindUuid(sqlite3_stmt* statement, int column, const std::optional<Uuid>& id) {
    if (id)
        bindBlob(statement, column, id->bytes.data(), id->bytes.size());
    else
        sqlite3_bind_null(statement, column);
}

void bindRow(sqlite3_stmt* insert, const RecordedEvent& event) {
    bindText(insert, 1, event.tenant.text());
    sqlite3_bind_int(insert, 2, event.epoch);
    bindText(insert, 3, event.aggregate.type);
    bindText(insert, 4, event.aggregate.id.text());
    sqlite3_bind_int64(insert, 5, event.sequence);
    bindBlob(insert, 6, event.eventId.bytes.data(), 16);
    bindText(insert, 7, event.type);
    sqlite3_bind_int(insert, 8, event.revision);
    sqlite3_bind_int64(insert, 9, event.occurredAt.micros);
    sqlite3_bind_int64(insert, 10, event.recordedAt.micros);
    bindText(insert, 11, event.actor.type);
    bindText(insert, 12, event.actor.id.text());
    bindText(insert, 13, event.writer);
    bindText(insert, 14, event.outcome);
    if (event.sourceIp)
        bindText(insert, 15, *event.sourceIp);
    else
        sqlite3_bind_null(insert, 15);
    bindUuid(insert, 16, event.commandId);
    bindUuid(insert, 17, event.correlationId);
    if (event.payload)
        bindBlob(insert, 18, event.payload->data(), event.payload->size());
    else
        sqlite3_bind_null(insert, 18);
    bindBlob(insert, 19, event.salt.data(), event.salt.size());
    sqlite3_bind_int64(insert, 20, event.key.position.major);
    sqlite3_bind_int64(insert, 21, event.key.inTxOrder);
}

} // namespace

Floor fetchFloor(const std::string& conninfo, const std::string& region) {
    const Connection connection(PQconnectdb(conninfo.c_str()));
    if (PQstatus(connection.get()) != CONNECTION_OK)
        giveUp(PQerrorMessage(connection.get()));
    // Just after a bulk load there are no statistics; the floor reads by the index all the same.
    const Rows byIndex(
        PQexec(connection.get(), "SET enable_sort = off; SET enable_bitmapscan = off; SET enable_seqscan = off"));
    if (const Rows prepared(PQprepare(connection.get(), "page", kPage, 3, nullptr));
        PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
        giveUp(PQerrorMessage(connection.get()));

    std::int64_t count = 0;
    std::uint64_t position = 0;
    std::uint64_t order = 0;
    const auto begin = std::chrono::steady_clock::now();
    while (true) {
        const char* values[] = {region.c_str(), reinterpret_cast<const char*>(&position),
                                reinterpret_cast<const char*>(&order)};
        const int lengths[] = {static_cast<int>(region.size()), 8, 8};
        const int formats[] = {0, 1, 1};
        const Rows rows(PQexecPrepared(connection.get(), "page", 3, values, lengths, formats, 1));
        if (PQresultStatus(rows.get()) != PGRES_TUPLES_OK)
            giveUp(PQerrorMessage(connection.get()));
        const int rowCount = PQntuples(rows.get());
        if (rowCount == 0)
            break;
        count += rowCount;
        std::memcpy(&position, PQgetvalue(rows.get(), rowCount - 1, 19), 8); // network order, passed back as it came
        std::memcpy(&order, PQgetvalue(rows.get(), rowCount - 1, 20), 8);
    }
    return {count, Seconds(std::chrono::steady_clock::now() - begin).count()};
}

Floor insertFloor(const std::vector<RecordedEvent>& sample, std::int64_t events, const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    if (sqlite3_open(file.c_str(), &opened) != SQLITE_OK)
        giveUp("cannot open " + file.string());
    const Database database(opened);
    run(opened, "PRAGMA page_size = 8192");
    run(opened, "PRAGMA journal_mode = WAL");
    run(opened, "PRAGMA synchronous = NORMAL");
    run(opened, "CREATE TABLE events(n INTEGER PRIMARY KEY, tenant_id, epoch, aggregate_type, aggregate_id, sequence,"
                " event_id, event_type, revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome,"
                " source_ip, command_id, correlation_id, payload, salt, position, in_tx_order)");
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(opened,
                           "INSERT INTO events(tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id,"
                           " event_type, revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome,"
                           " source_ip, command_id, correlation_id, payload, salt, position, in_tx_order)"
                           " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                           -1, &prepared, nullptr) != SQLITE_OK)
        giveUp(sqlite3_errmsg(opened));
    const Statement insert(prepared);

    const auto begin = std::chrono::steady_clock::now();
    run(opened, "BEGIN");
    for (std::int64_t i = 0; i < events; ++i) {
        bindRow(prepared, sample[static_cast<std::size_t>(i) % sample.size()]);
        if (sqlite3_step(prepared) != SQLITE_DONE)
            giveUp(sqlite3_errmsg(opened));
        sqlite3_reset(prepared);
        if ((i + 1) % 65'536 == 0) {
            run(opened, "COMMIT");
            run(opened, "BEGIN");
        }
    }
    run(opened, "COMMIT");
    return {events, Seconds(std::chrono::steady_clock::now() - begin).count()};
}

} // namespace muniment::bench
