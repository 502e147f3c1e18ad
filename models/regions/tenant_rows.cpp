#include "models/regions/tenant_rows.h"

#include <map>

namespace muniment {

namespace {

using postgres::Parameters;
using postgres::Statement;

// A read of all of a region's keys: a few seconds old, so that any copy of them can answer and no writer waits.
constexpr const char* kNotFromNow = "AS OF SYSTEM TIME follower_read_timestamp() ";

Result<std::vector<TenantHome>> homesOf(const AnswerTable& answer) {
    if (auto complete = answer.needs({"id", "name", "state", "epoch", "moved_to"}); !complete)
        return tl::unexpected(complete.error());
    std::vector<TenantHome> homes;
    for (int row = 0; row < answer.rowCount(); ++row) {
        TenantHome home;
        home.tenant = TenantId(answer.text(row, "id"));
        home.name = answer.text(row, "name");
        home.state = answer.text(row, "state");
        home.epoch = static_cast<std::int32_t>(answer.integer(row, "epoch").value_or(0));
        home.movedTo = answer.text(row, "moved_to");
        homes.push_back(std::move(home));
    }
    return homes;
}

Result<std::vector<std::string>> textsOf(const AnswerTable& answer, std::string_view column) {
    if (auto complete = answer.needs({column}); !complete)
        return tl::unexpected(complete.error());
    std::vector<std::string> texts;
    for (int row = 0; row < answer.rowCount(); ++row)
        if (const auto cell = answer.at(row, column))
            texts.push_back(*cell);
    return texts;
}

/// The leaseholder is not there: SQLSTATE 58C00, 58C01, or no answer in time (reference §2.1).
bool isNotServed(const Error& error) {
    return error.code == ErrorCode::RegionUnavailable || error.code == ErrorCode::Timeout;
}

struct Collector {
    Inquiry& inquiry;
    StoreFlavour flavour;
    const RegionName& region;
    Freshness counts;
    std::map<std::string, TenantRows> rows = {};

    TenantRows& of(const std::string& tenant) {
        TenantRows& found = rows[tenant];
        found.tenant = TenantId(tenant);
        found.region = region;
        return found;
    }

    void readHomes() {
        std::vector<TenantHome> homes;
        inquiry.learn("tenants", "SELECT on muniment.tenants", placement::tenantsOf(flavour, region), homesOf, homes);
        for (const TenantHome& home : homes)
            of(home.tenant.text()).home = home;
    }

    void readTable(const char* table, const char* privilege, bool TenantRows::*has) {
        std::vector<std::string> tenants;
        const auto read = [](const AnswerTable& answer) { return textsOf(answer, "tenant_id"); };
        inquiry.learn(table, privilege, placement::tenantsIn(flavour, table, region), read, tenants);
        for (const std::string& tenant : tenants)
            if (!tenant.empty()) // a name of the whole region
                of(tenant).*has = true;
    }

    void count(TenantRows& left, const char* table, const char* privilege, std::int64_t& into) {
        const auto read = [](const AnswerTable& answer) -> Result<std::int64_t> {
            return answer.integer(0, "rows").value_or(0);
        };
        if (counts == Freshness::Now) {
            const auto answer = inquiry.server().ask(placement::rowsIn(table, region, left.tenant));
            const bool mayCopiesAnswer = flavour == StoreFlavour::CockroachDb && !answer && isNotServed(answer.error());
            if (!mayCopiesAnswer) {
                if (!answer)
                    inquiry.miss(table, privilege, answer.error());
                else
                    into = *read(*answer);
                return;
            }
            counts = Freshness::FollowerRead; // nor will the next one be
        }
        left.areCountsOfCopies |=
            inquiry.learn(table, privilege, placement::rowsIn(table, region, left.tenant, counts), read, into);
    }
};

constexpr const char* kReadEvents = "SELECT on muniment.events";
constexpr const char* kReadClaims = "SELECT on muniment.claims";

} // namespace

namespace placement {

Statement tenantsOf(StoreFlavour flavour, const RegionName& region) {
    const bool isCockroach = flavour == StoreFlavour::CockroachDb;
    return {.sql = std::string("SELECT id, name, state, epoch, moved_to FROM muniment.tenants ") +
                   (isCockroach ? kNotFromNow : "") + "WHERE region = $1 ORDER BY id",
            .parameters = Parameters().text(region.text())};
}

Statement tenantsIn(StoreFlavour flavour, const char* table, const RegionName& region) {
    const std::string from = std::string("muniment.") + table;
    if (flavour == StoreFlavour::CockroachDb)
        return {.sql = "SELECT DISTINCT tenant_id FROM " + from + " " + kNotFromNow + "WHERE region = $1",
                .parameters = Parameters().text(region.text())};
    // From one tenant's first key to the next one's: the planner would read every key of the region.
    const std::string next = "SELECT t.tenant_id::text AS tenant_id FROM " + from + " AS t WHERE t.region = $1::text";
    return {.sql = "WITH RECURSIVE seen AS (\n    (" + next +
                   " ORDER BY t.tenant_id LIMIT 1)\n    UNION ALL\n    SELECT (" + next +
                   " AND t.tenant_id > s.tenant_id ORDER BY t.tenant_id LIMIT 1)\n"
                   "      FROM seen AS s WHERE s.tenant_id IS NOT NULL)\n"
                   "SELECT tenant_id FROM seen WHERE tenant_id IS NOT NULL",
            .parameters = Parameters().text(region.text())};
}

Statement rowsIn(const char* table, const RegionName& region, const TenantId& tenant, Freshness freshness) {
    // One timestamp for the whole statement, at the end of the top level's FROM.
    const char* const then = freshness == Freshness::FollowerRead ? " AS OF SYSTEM TIME follower_read_timestamp()" : "";
    return {.sql = std::string("SELECT count(*) AS rows FROM (SELECT 1 FROM muniment.") + table +
                   " WHERE region = $1 AND tenant_id = $2 LIMIT " + std::to_string(kCountRowsTo) + ") AS counted" +
                   then,
            .parameters = Parameters().text(region.text()).text(tenant.text())};
}

} // namespace placement

std::vector<TenantRows> readTenantRows(Inquiry& inquiry, StoreFlavour flavour, const RegionName& region,
                                       const TenantId& installation, Freshness counts) {
    Collector collector{inquiry, flavour, region, counts};
    collector.readHomes();
    collector.readTable("events", kReadEvents, &TenantRows::hasEvents);
    collector.readTable("claims", kReadClaims, &TenantRows::hasClaims);
    collector.rows.erase(installation.text());
    std::vector<TenantRows> rows;
    for (auto& [tenant, found] : collector.rows) {
        const bool isCounted = found.isLeft() || found.isArriving();
        if (isCounted && found.hasEvents)
            collector.count(found, "events", kReadEvents, found.events);
        if (isCounted && found.hasClaims)
            collector.count(found, "claims", kReadClaims, found.claims);
        rows.push_back(std::move(found));
    }
    return rows;
}

std::vector<RegionName> readStoredRegions(Inquiry& inquiry) {
    std::vector<std::string> names;
    const Statement statement{.sql = "SELECT DISTINCT region::text AS region FROM muniment.tenants\n"
                                     "UNION SELECT substr(key, 8) FROM muniment.meta_public WHERE key LIKE 'region/%'\n"
                                     " ORDER BY 1",
                              .parameters = {}};
    const auto read = [](const AnswerTable& answer) { return textsOf(answer, "region"); };
    inquiry.learn("storedRegions", "SELECT on muniment.tenants", statement, read, names);
    std::vector<RegionName> regions;
    for (std::string& name : names)
        regions.emplace_back(std::move(name));
    return regions;
}

} // namespace muniment
