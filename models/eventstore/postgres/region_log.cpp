#include "models/eventstore/postgres/region_log.h"

#include "models/eventstore/append_parts.h"
#include "models/eventstore/postgres/claim_columns.h"
#include "models/eventstore/postgres/intake_log.h"
#include "models/eventstore/postgres/plan_refresh.h"
#include "models/eventstore/postgres/relocation_statements.h"
#include "models/eventstore/schema.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>

namespace muniment::postgres {

namespace {

Parameters aggregateKey(const RegionName& region, const TenantId& tenant, const AggregateKey& aggregate) {
    return Parameters().text(region.text()).text(tenant.text()).text(aggregate.type).text(aggregate.id.text());
}

std::string hexOf(const std::string& bytes) {
    return QByteArray::fromStdString(bytes).toHex().toStdString();
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

Result<std::optional<TenantPlace>> RegionLog::place(const RegionName& region, const TenantId& tenant) {
    auto row = connection().run(placeOfTenant(region, tenant));
    if (!row)
        return tl::unexpected(row.error());
    if (row->rowCount() == 0)
        return std::nullopt;
    TenantPlace found;
    found.home = {tenant,
                  row->text(0, 0),
                  row->text(0, 1),
                  row->text(0, 2),
                  static_cast<std::int32_t>(row->textInteger(0, 3)),
                  row->text(0, 4)};
    if (!row->isNull(0, 5))
        found.move = parseMoveRecord(row->text(0, 5));
    return found;
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

Result<void> RegionLog::refreshPlan(const RegionName& primary, const std::string& key) {
    return refreshPlanRow(m_session, m_form, primary, key);
}

Result<std::vector<RecordedEvent>> RegionLog::eventsWhere(const std::string& condition, Parameters values) {
    auto rows = connection().run(
        {.sql = "SELECT " + eventColumns(m_form, "e") + "\n  FROM muniment.events AS e\n WHERE " + condition,
         .parameters = std::move(values),
         .hasBinaryResult = true});
    if (!rows)
        return tl::unexpected(rows.error());
    return readEventRows(*rows, m_form);
}

Result<AggregateHistory> RegionLog::load(const RegionName& region, const TenantId& tenant,
                                         const AggregateKey& aggregate) {
    auto events = eventsWhere("e.region = $1 AND e.tenant_id = $2 AND e.aggregate_type = $3 AND e.aggregate_id = $4\n"
                              " ORDER BY e.sequence",
                              aggregateKey(region, tenant, aggregate));
    if (!events)
        return tl::unexpected(events.error());
    return AggregateHistory{std::move(*events)};
}

Result<Settlement> RegionLog::lookForAppend(const Append& append) {
    Parameters key = aggregateKey(append.region, append.tenant, append.aggregate);
    key.integer(append.expectedSequence + 1);
    auto first = eventsWhere("e.region = $1 AND e.tenant_id = $2 AND e.aggregate_type = $3 AND e.aggregate_id = $4 AND "
                             "e.sequence = $5",
                             std::move(key));
    if (!first)
        return tl::unexpected(first.error());
    // All or nothing: the first event tells for the whole append.
    if (first->empty() || first->front().commandId != append.commandId)
        return first->empty() ? notFound(append) : Result<Settlement>(Settlement{});
    const Position position = first->front().key.position;
    const bool isHlc = m_form == PositionForm::Hlc;
    auto all = eventsWhere(std::string("e.region = $1 AND e.tenant_id = $2 AND e.epoch = $3 AND e.epoch > 0 AND "
                                       "e.position = $4::") +
                               (isHlc ? "DECIMAL" : "bigint") + " AND e.command_id = $5\n ORDER BY e.in_tx_order",
                           Parameters()
                               .text(append.region.text())
                               .text(append.tenant.text())
                               .integer(first->front().epoch)
                               .text(isHlc ? formatHlcPosition(position) : std::to_string(position.major))
                               .text(append.commandId.text()));
    if (!all)
        return tl::unexpected(all.error());
    if (all->size() != eventCount(append))
        return failure(ErrorCode::ServerError, "a part of an append is missing");
    Appended done;
    done.sequence = append.expectedSequence + std::ssize(append.events);
    done.key = all->back().key;
    for (const RecordedEvent& event : *all)
        done.eventIds.push_back(event.eventId);
    return Settlement{done};
}

Result<Settlement> RegionLog::notFound(const Append& append) {
    // Asked after the key: a tenant that still lives here has left nothing behind that could have been removed.
    const auto there = place(append.region, append.tenant);
    if (!there)
        return tl::unexpected(there.error());
    if (*there && (*there)->home.state == "moved")
        return tl::unexpected(tenantNotHere(append.tenant, *there));
    if (*there && (*there)->home.state == "arriving")
        return failure(ErrorCode::Busy, "the tenant is on its way here");
    return Settlement{};
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

Result<HashedClaims> RegionLog::hashedHistoryClaims(std::span<const HistoryClaim> claims) {
    if (claims.empty())
        return HashedClaims{};
    const auto settled = settleClaims(claims);
    if (!settled)
        return tl::unexpected(settled.error());
    auto key = claimKey();
    if (!key)
        return tl::unexpected(key.error());
    return hashClaims(*settled, *key);
}

Result<HashedClaims> RegionLog::hashedClaims(const Append& append) {
    if (!changesClaims(append))
        return HashedClaims{};
    auto key = claimKey();
    if (!key)
        return tl::unexpected(key.error());
    return hashClaims(append, *key);
}

Error RegionLog::namedAsTaken(Error error) {
    if (error.code == ErrorCode::Conflict && error.get("table").starts_with("claims"))
        return Error{ErrorCode::NameTaken, error.detail, {{"kind", {}}}};
    return error;
}

Error RegionLog::explainRefusal(const Append& append, const Promotion* promotion, Error error) {
    if (promotion != nullptr && (error.code == ErrorCode::Conflict || error.code == ErrorCode::NameTaken))
        if (auto conflict = conflictOfRecords(connection(), *promotion); conflict && *conflict)
            return **conflict;
    if (error.code == ErrorCode::Conflict) {
        const std::string table = error.get("table");
        if (table.starts_with("claims"))
            return Error{ErrorCode::NameTaken, error.detail, {{"kind", takenClaim(append)}}};
        if (table.starts_with("tenants") && error.get("constraint").find("name") != std::string::npos)
            return Error{ErrorCode::NameTaken, error.detail, {{"kind", "tenant_name"}}};
        if (table.starts_with("tenants"))
            return Error{ErrorCode::Conflict, "the tenant exists already", {}};
        return explainConflict(append, error);
    }
    if (error.code == ErrorCode::TenantNotHere) {
        error.context["tenant"] = append.tenant.text();
        if (const auto there = place(append.region, append.tenant))
            error.context.merge(tenantNotHere(append.tenant, *there).context);
    }
    if (error.code == ErrorCode::InvalidInput) {
        // Constraints are named table_field; a bad byte can only be the payload's: texts were checked before.
        const std::string constraint = error.get("constraint");
        const std::string field = constraint.starts_with("events_") ? constraint.substr(7) : "payload";
        error.context["field"] = field.starts_with("payload") ? "payload" : field;
    }
    return error;
}

Error RegionLog::explainConflict(const Append& append, const Error& error) {
    const std::vector<AppendPart> parts = partsOf(append);
    std::vector<std::string> types, ids;
    for (const AppendPart& part : parts) {
        types.push_back(part.aggregate.type);
        ids.push_back(part.aggregate.id.text());
    }
    auto rows =
        ask("SELECT coalesce((SELECT max(e.sequence) FROM muniment.events AS e WHERE e.region = $1 AND e.tenant_id "
            "= $2\n                   AND e.aggregate_type = x.aggregate_type AND e.aggregate_id = "
            "x.aggregate_id), 0)\n  FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS x (aggregate_type, "
            "aggregate_id, place)\n ORDER BY x.place",
            Parameters().text(append.region.text()).text(append.tenant.text()).texts(types).texts(ids));
    if (!rows || rows->rowCount() != static_cast<int>(parts.size()))
        return error;
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (rows->textInteger(static_cast<int>(i), 0) != parts[i].expectedSequence) {
            at = i;
            break;
        }
    Error conflict = conflictOf(parts[at], rows->textInteger(static_cast<int>(at), 0));
    conflict.detail = error.detail;
    conflict.context.insert(error.context.begin(), error.context.end());
    return conflict;
}

std::string RegionLog::takenClaim(const Append& append) {
    auto hashed = hashedClaims(append);
    if (!hashed)
        return {};
    std::vector<HashedClaim>& taken = hashed->taken;
    if (taken.size() == 1)
        return taken.front().kind;
    std::ranges::sort(taken);
    const auto isSameName = [](const HashedClaim& a, const HashedClaim& b) {
        return a.tenant == b.tenant && a.kind == b.kind && a.digest == b.digest;
    };
    if (const auto twice = std::ranges::adjacent_find(taken, isSameName); twice != taken.end())
        return twice->kind;
    const ClaimColumns columns(taken);
    auto held =
        ask("SELECT c.tenant_id, c.kind, encode(c.digest, 'hex'), held.owner\n  FROM unnest($2::text[], $3::text[], "
            "$4::bytea[]) AS c (tenant_id, kind, digest)\n  JOIN muniment.claims AS held ON held.region = $1 AND "
            "held.tenant_id = c.tenant_id AND held.kind = c.kind AND held.digest = c.digest",
            Parameters()
                .text(append.region.text())
                .texts(columns.tenants)
                .texts(columns.kinds)
                .byteStrings(columns.digests));
    for (int row = 0; held && row < held->rowCount(); ++row) {
        // What the append itself would have freed first was in nobody's way.
        const bool isReleased = std::ranges::any_of(hashed->released, [&](const HashedClaim& claim) {
            return claim.tenant == held->text(row, 0) && claim.kind == held->text(row, 1) &&
                   hexOf(claim.digest) == held->text(row, 2) && claim.owner == held->text(row, 3);
        });
        if (!isReleased)
            return held->text(row, 1);
    }
    return {};
}

} // namespace muniment::postgres
