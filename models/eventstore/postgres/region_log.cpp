#include "models/eventstore/postgres/region_log.h"

#include "models/eventstore/postgres/append_statement.h"
#include "models/eventstore/schema.h"

#include <QByteArray>

#include <charconv>

namespace muniment::postgres {

namespace {

Parameters aggregateKey(const RegionName& region, const TenantId& tenant, const AggregateKey& aggregate) {
    return Parameters().text(region.text()).text(tenant.text()).text(aggregate.type).text(aggregate.id.text());
}

} // namespace

bool isFullPage(const std::vector<RecordedEvent>& events, int limit) {
    std::size_t bytes = 0;
    for (const RecordedEvent& event : events)
        bytes += event.payload ? event.payload->size() : 0;
    return std::ssize(events) >= limit || bytes >= kTailPageBytes;
}

Result<int> checkSchema(const std::string& text, bool hasRegion, const RegionName& region) {
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    const std::map<std::string, std::string> facts{
        {"stage", "schema"}, {"found", text}, {"known", std::to_string(kServerSchemaVersion)}};
    if (version > kServerSchemaVersion)
        return failure(ErrorCode::SchemaTooNew, {}, facts);
    if (version < kServerSchemaVersion)
        return failure(version == 0 ? ErrorCode::SchemaMissing : ErrorCode::SchemaTooOld, {}, facts);
    if (!hasRegion)
        return failure(ErrorCode::RegionMissing, {}, {{"stage", "region"}, {"region", region.text()}});
    return version;
}

Result<QueryResult> RegionLog::ask(std::string sql, Parameters parameters, Deadline deadline) {
    return connection().run({.sql = std::move(sql), .parameters = std::move(parameters)}, deadline);
}

Result<std::optional<TenantHome>> RegionLog::tenantHome(const RegionName& region, const TenantId& tenant) {
    auto rows = ask("SELECT name, plan, state, epoch, moved_to FROM muniment.tenants WHERE region = $1 AND id = $2",
                    Parameters().text(region.text()).text(tenant.text()));
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->rowCount() == 0)
        return std::nullopt;
    TenantHome home;
    home.tenant = tenant;
    home.name = rows->text(0, 0);
    home.plan = rows->text(0, 1);
    home.state = rows->text(0, 2);
    home.epoch = static_cast<std::int32_t>(rows->textInteger(0, 3));
    home.movedTo = rows->text(0, 4);
    return home;
}

Result<std::vector<std::string>> RegionLog::plans() {
    auto rows = ask("SELECT key FROM muniment.plans ORDER BY key");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::string> keys;
    for (int row = 0; row < rows->rowCount(); ++row)
        keys.push_back(rows->text(row, 0));
    return keys;
}

Result<AggregateHistory> RegionLog::load(const RegionName& region, const TenantId& tenant,
                                         const AggregateKey& aggregate) {
    Statement select{.sql = "SELECT " + eventColumns(m_form, "e") +
                            "\n  FROM muniment.events AS e\n WHERE e.region = $1 AND e.tenant_id = $2 AND "
                            "e.aggregate_type = $3 AND e.aggregate_id = $4\n ORDER BY e.sequence",
                     .parameters = aggregateKey(region, tenant, aggregate),
                     .hasBinaryResult = true};
    auto rows = connection().run(select);
    if (!rows)
        return tl::unexpected(rows.error());
    auto events = readEventRows(*rows, m_form);
    if (!events)
        return tl::unexpected(events.error());
    return AggregateHistory{std::move(*events)};
}

Result<Settlement> RegionLog::lookForAppend(const Append& append) {
    Parameters parameters = aggregateKey(append.region, append.tenant, append.aggregate);
    parameters.integer(append.expectedSequence);
    parameters.integer(append.expectedSequence + static_cast<std::int64_t>(append.events.size()));
    Statement select{.sql = "SELECT " + eventColumns(m_form, "e") +
                            "\n  FROM muniment.events AS e\n WHERE e.region = $1 AND e.tenant_id = $2 AND "
                            "e.aggregate_type = $3 AND e.aggregate_id = $4\n   AND e.sequence > $5 AND e.sequence <= "
                            "$6\n ORDER BY e.sequence",
                     .parameters = std::move(parameters),
                     .hasBinaryResult = true};
    auto rows = connection().run(select);
    if (!rows)
        return tl::unexpected(rows.error());
    auto events = readEventRows(*rows, m_form);
    if (!events)
        return tl::unexpected(events.error());
    // All or nothing: the first sequence tells for the whole append.
    if (events->empty() || events->front().commandId != append.commandId)
        return Settlement{};
    Appended done;
    for (const RecordedEvent& event : *events) {
        if (event.commandId != append.commandId)
            break;
        done.eventIds.push_back(event.eventId);
        done.sequence = event.sequence;
        done.key = event.key;
    }
    return Settlement{done};
}

Result<std::string> RegionLog::claimKey() {
    if (!m_claimKey.empty())
        return m_claimKey;
    auto row = ask("SELECT value FROM muniment.meta WHERE key = 'claim_key'");
    if (!row)
        return tl::unexpected(row.error().with("privilege", "muniment_admin"));
    if (row->rowCount() == 0)
        return failure(ErrorCode::NeedsRepair, "the key that claims are hashed with is missing");
    m_claimKey = QByteArray::fromHex(QByteArray::fromStdString(row->text(0, 0))).toStdString();
    return m_claimKey;
}

Result<HashedHistoryClaims> RegionLog::hashedHistoryClaims(std::span<const HistoryClaim> claims) {
    if (claims.empty())
        return HashedHistoryClaims{};
    const auto settled = settleClaims(claims);
    if (!settled)
        return tl::unexpected(settled.error());
    auto key = claimKey();
    if (!key)
        return tl::unexpected(key.error());
    return hashClaims(*settled, *key);
}

Error RegionLog::namedAsTaken(Error error) {
    if (error.code == ErrorCode::Conflict && error.get("table").starts_with("claims"))
        return Error{ErrorCode::NameTaken, error.detail, {{"kind", {}}}};
    return error;
}

Error RegionLog::explainRefusal(const Append& append, Error error) {
    if (error.code == ErrorCode::Conflict) {
        const std::string table = error.get("table");
        if (table.starts_with("claims"))
            return Error{ErrorCode::NameTaken, error.detail, {{"kind", takenClaim(append)}}};
        if (table.starts_with("tenants") && error.get("constraint").find("name") != std::string::npos)
            return Error{ErrorCode::NameTaken, error.detail, {{"kind", "tenant_name"}}};
        if (table.starts_with("tenants"))
            return Error{ErrorCode::Conflict, "the tenant exists already", {}};
        auto row = ask("SELECT coalesce(max(sequence), 0) FROM muniment.events WHERE region = $1 AND tenant_id = $2 "
                       "AND aggregate_type = $3 AND aggregate_id = $4",
                       aggregateKey(append.region, append.tenant, append.aggregate));
        error.context["expected"] = std::to_string(append.expectedSequence);
        if (row && row->rowCount() == 1)
            error.context["actual"] = row->text(0, 0);
    }
    if (error.code == ErrorCode::TenantNotHere) {
        error.context["tenant"] = append.tenant.text();
        const auto home = tenantHome(append.region, append.tenant);
        if (home && *home && !(*home)->movedTo.empty())
            error.context["movedTo"] = (*home)->movedTo;
    }
    if (error.code == ErrorCode::InvalidInput) {
        // Constraints are named table_field; a bad byte can only be the payload's: texts were checked before.
        const std::string constraint = error.get("constraint");
        const std::string field = constraint.starts_with("events_") ? constraint.substr(7) : "payload";
        error.context["field"] = field.starts_with("payload") ? "payload" : field;
    }
    return error;
}

std::string RegionLog::takenClaim(const Append& append) {
    auto key = claimKey();
    if (!key)
        return {};
    const HashedClaims claims = hashClaims(append.claims, *key);
    if (claims.taken.size() == 1)
        return claims.taken.front().kind;
    for (const HashedClaim& claim : claims.taken) {
        auto row = ask(
            "SELECT 1 FROM muniment.claims WHERE region = $1 AND tenant_id = $2 AND kind = $3 AND digest = $4",
            Parameters().text(append.region.text()).text(append.tenant.text()).text(claim.kind).bytes(claim.digest));
        if (row && row->rowCount() == 1)
            return claim.kind;
    }
    return {};
}

} // namespace muniment::postgres
