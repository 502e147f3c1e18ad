#include "tests/bench/bare_writer.h"

#include "tests/bench/bench_regions.h"

#include <array>

namespace muniment::bench {

namespace {

const char* const kMakeTable =
    "CREATE TABLE public.bare_events (LIKE muniment.events INCLUDING DEFAULTS);"
    "ALTER TABLE public.bare_events ADD PRIMARY KEY (region, tenant_id, aggregate_type, aggregate_id, sequence);"
    "CREATE UNIQUE INDEX ON public.bare_events (region, position, in_tx_order) WHERE live;"
    "GRANT INSERT ON public.bare_events TO muniment_admin";

const char* const kInsert =
    "INSERT INTO public.bare_events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, "
    "revision, occurred_at, actor_type, actor_id, outcome, command_id, payload) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

} // namespace

void makeBareTable(const std::string& superuserEndpoint) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> owner(PQconnectdb(superuserEndpoint.c_str()), &PQfinish);
    const Answer made(PQexec(owner.get(), kMakeTable), &PQclear);
    if (PQresultStatus(made.get()) != PGRES_COMMAND_OK)
        giveUp("make the bare table", Error{ErrorCode::Internal, PQerrorMessage(owner.get()), {}});
}

BareWriter::BareWriter(const std::string& endpoint) : m_connection(PQconnectdb(endpoint.c_str()), &PQfinish) {
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        fail();
}

void BareWriter::write(const Append& append) {
    write(std::span(&append, 1));
}

void BareWriter::write(std::span<const Append> appends) {
    run("BEGIN");
    for (const Append& append : appends)
        insert(append);
    run("COMMIT");
}

void BareWriter::insert(const Append& append) {
    const NewEvent& event = append.events.front();
    const std::array<std::string, 13> values{append.region.text(),
                                             append.tenant.text(),
                                             std::to_string(append.epoch),
                                             append.aggregate.type,
                                             append.aggregate.id.text(),
                                             std::to_string(append.expectedSequence + 1),
                                             event.type,
                                             std::to_string(event.revision),
                                             formatInstant(append.occurredAt),
                                             append.actor.type,
                                             append.actor.id.text(),
                                             event.outcome,
                                             append.commandId.text()};
    std::array<const char*, 14> pointers{};
    std::array<int, 14> lengths{};
    std::array<int, 14> formats{};
    for (std::size_t i = 0; i < values.size(); ++i)
        pointers[i] = values[i].c_str();
    if (event.payload) {
        pointers[13] = event.payload->data();
        lengths[13] = static_cast<int>(event.payload->size());
        formats[13] = 1;
    }
    const Answer inserted(PQexecParams(m_connection.get(), kInsert, static_cast<int>(pointers.size()), nullptr,
                                       pointers.data(), lengths.data(), formats.data(), 0),
                          &PQclear);
    if (PQresultStatus(inserted.get()) != PGRES_COMMAND_OK)
        fail();
}

void BareWriter::run(const char* sql) {
    const Answer done(PQexec(m_connection.get(), sql), &PQclear);
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK)
        fail();
}

void BareWriter::fail() const {
    giveUp("write by bare libpq", Error{ErrorCode::Internal, PQerrorMessage(m_connection.get()), {}});
}

} // namespace muniment::bench
