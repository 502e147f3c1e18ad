#include "models/regions/range_samples.h"

namespace muniment {

namespace {

using cockroach::KeyPart;
using postgres::Parameters;
using postgres::Statement;

constexpr const char* kReadEvents = "SELECT on muniment.events";

KeyPart text(std::string value) {
    return {KeyPart::Kind::Text, std::move(value)};
}

KeyPart number(std::string value) {
    return {KeyPart::Kind::Number, std::move(value)};
}

Statement sampledEvents(const TenantRows& rows) {
    return {.sql = "SELECT aggregate_type, aggregate_id, sequence::STRING AS sequence, epoch::STRING AS epoch,\n"
                   "       position::STRING AS position, in_tx_order::STRING AS in_tx_order, live\n"
                   "  FROM muniment.events AS OF SYSTEM TIME follower_read_timestamp()\n"
                   " WHERE region = $1 AND tenant_id = $2 ORDER BY aggregate_type, aggregate_id, sequence LIMIT 3",
            .parameters = Parameters().text(rows.region.text()).text(rows.tenant.text())};
}

Statement sampledClaim(const TenantRows& rows) {
    return {.sql = "SELECT kind, encode(digest, 'hex') AS digest\n"
                   "  FROM muniment.claims AS OF SYSTEM TIME follower_read_timestamp()\n"
                   " WHERE region = $1 AND tenant_id = $2 ORDER BY kind, digest LIMIT 1",
            .parameters = Parameters().text(rows.region.text()).text(rows.tenant.text())};
}

struct Sampler {
    Inquiry& inquiry;
    const TenantRows& rows;
    std::vector<SampledRange>& ranges;

    void locate(const char* table, const char* index, std::vector<KeyPart> key) const {
        key.insert(key.begin(), text(rows.region.text()));
        SampledRange sample{rows.tenant, rows.region, std::string(table) + "@" + index, {}};
        // No source tells whether the region's text is taken as it is (reference §8.5): with a cast when it is not.
        for (const bool castsRegion : {false, true}) {
            const auto statement = cockroach::rowRange(table, index, key, castsRegion);
            if (!statement) {
                inquiry.miss("ranges", "", {ErrorCode::ServerError, "a key that is none", {}});
                return;
            }
            const auto answer = inquiry.server().ask(*statement);
            const bool mayCast = !castsRegion && !answer && answer.error().code != ErrorCode::PermissionDenied &&
                                 !answer.error().isTransient();
            if (mayCast)
                continue;
            const auto range = answer ? parseRowRange(*answer) : Result<RowRange>(tl::unexpected(answer.error()));
            if (!range) {
                inquiry.miss("ranges", (std::string("SELECT on muniment.") + table).c_str(), range.error());
                return;
            }
            sample.range = *range;
            ranges.push_back(std::move(sample));
            return;
        }
    }

    void locateEvents(const AnswerTable& events) const {
        for (int row = 0; row < events.rowCount(); ++row) {
            const auto at = [&](const char* column) { return events.text(row, column); };
            const std::vector<KeyPart> own{text(at("aggregate_type")), text(at("aggregate_id")),
                                           number(at("sequence"))};
            std::vector<KeyPart> key{text(rows.tenant.text())};
            key.insert(key.end(), own.begin(), own.end());
            locate("events", "events_key", key);
            if (events.boolean(row, "live") == true)
                locate("events", "events_stream", {number(at("position")), number(at("in_tx_order"))});
            // Not unique: the primary key's columns follow.
            std::vector<KeyPart> logged{text(rows.tenant.text()), number(at("epoch")), number(at("position")),
                                        number(at("in_tx_order"))};
            logged.insert(logged.end(), own.begin(), own.end());
            locate("events", "events_tenant", logged);
        }
    }
};

} // namespace

const std::vector<std::pair<std::string, std::string>>& tenantIndexes() {
    static const std::vector<std::pair<std::string, std::string>> indexes{
        {"tenants", "tenants_key"},  {"tenants", "tenants_name"}, {"events", "events_key"},
        {"events", "events_stream"}, {"events", "events_tenant"}, {"claims", "claims_key"}};
    return indexes;
}

void sampleRanges(Inquiry& inquiry, const TenantRows& rows, std::vector<SampledRange>& ranges) {
    const Sampler sampler{inquiry, rows, ranges};
    const auto same = [](const AnswerTable& answer) -> Result<AnswerTable> { return answer; };
    AnswerTable events;
    AnswerTable claims;
    if (rows.home) {
        sampler.locate("tenants", "tenants_key", {text(rows.tenant.text())});
        sampler.locate("tenants", "tenants_name", {text(rows.home->name)});
    }
    if (rows.hasEvents && inquiry.learn("samples", kReadEvents, sampledEvents(rows), same, events))
        sampler.locateEvents(events);
    if (rows.hasClaims && inquiry.learn("samples", "SELECT on muniment.claims", sampledClaim(rows), same, claims) &&
        claims.rowCount() > 0)
        sampler.locate(
            "claims", "claims_key",
            {text(rows.tenant.text()), text(claims.text(0, "kind")), {KeyPart::Kind::Bytes, claims.text(0, "digest")}});
}

} // namespace muniment
