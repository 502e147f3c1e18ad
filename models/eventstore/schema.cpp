#include "models/eventstore/schema.h"

#include "models/eventstore/postgres/schema_session.h"
#include "models/eventstore/postgres/schema_text.h"

namespace muniment {

namespace {

Result<postgres::Session> openSchemaSession(const SchemaRequest& request, postgres::CancelSwitch& cancelSwitch) {
    for (const std::string& region : request.regions)
        if (!postgres::isRegionName(region))
            return failure(ErrorCode::InvalidInput, "a region's name is 1 to 40 of a-z, 0-9, - and _: " + region,
                           {{"field", "region"}});
    auto endpoint = parseEndpoint(request.endpoint);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (endpoint->isEmbedded)
        return failure(ErrorCode::InvalidInput, "an embedded store makes its tables itself", {{"field", "endpoint"}});
    auto session = postgres::openSession(*endpoint, request.secrets.get(), cancelSwitch);
    if (!session || session->flavour == StoreFlavour::CockroachDb)
        return session;
    // The server writes a definition down with names as short as the path allows: comparing wants one path for all.
    auto path = session->connection->run(
        {.sql = "SELECT set_config('search_path', 'pg_catalog, pg_temp', false)", .parameters = {}});
    if (!path)
        return tl::unexpected(path.error().with("stage", "database"));
    return session;
}

bool isCockroach(const postgres::Session& session) {
    return session.flavour == StoreFlavour::CockroachDb;
}

} // namespace

Result<SchemaStatus> installSchema(const SchemaRequest& request) {
    postgres::CancelSwitch cancelSwitch;
    auto session = openSchemaSession(request, cancelSwitch);
    if (!session)
        return tl::unexpected(session.error());
    return isCockroach(*session) ? postgres::installOnCockroach(*session, request)
                                 : postgres::installOnPostgres(*session, request);
}

Result<SchemaStatus> schemaStatus(const SchemaRequest& request) {
    postgres::CancelSwitch cancelSwitch;
    auto session = openSchemaSession(request, cancelSwitch);
    if (!session)
        return tl::unexpected(session.error());
    return isCockroach(*session) ? postgres::statusOnCockroach(*session) : postgres::statusOnPostgres(*session);
}

Result<SchemaStatus> repairSchema(const SchemaRequest& request) {
    postgres::CancelSwitch cancelSwitch;
    auto session = openSchemaSession(request, cancelSwitch);
    if (!session)
        return tl::unexpected(session.error());
    // CockroachDB's positions are clock times, which go on after a restore: installing anew is all there is to repair.
    return isCockroach(*session) ? postgres::installOnCockroach(*session, request)
                                 : postgres::repairOnPostgres(*session);
}

} // namespace muniment
