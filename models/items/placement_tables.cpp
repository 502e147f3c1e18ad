#include "models/items/placement_tables.h"

#include "models/items/placement_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace muniment {

namespace {

using Value = RecordValue;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlacementWords)
};

std::string listed(std::string text, const std::string& next) {
    return text.empty() ? next : std::move(text) + ", " + next;
}

std::string nameOf(const TenantPlacement& tenant) {
    return tenant.name.empty() ? tenant.tenant.text() : tenant.name;
}

/// For reports of tens of thousands.
class TenantsById {
public:
    explicit TenantsById(const PlacementReport& report) {
        for (const TenantPlacement& tenant : report.tenants)
            m_tenants.emplace(tenant.tenant, &tenant);
    }

    [[nodiscard]] const TenantPlacement* find(const TenantId& id) const {
        const auto found = m_tenants.find(id);
        return found == m_tenants.end() ? nullptr : found->second;
    }

    [[nodiscard]] std::string nameOf(const TenantId& id) const {
        const TenantPlacement* tenant = find(id);
        return tenant == nullptr ? id.text() : muniment::nameOf(*tenant);
    }

private:
    std::map<TenantId, const TenantPlacement*> m_tenants;
};

QString sentenceOf(const TenantsById& tenants, const PlacementFinding& finding) {
    return placementFindingText(finding, finding.tenant.isEmpty() ? std::string() : tenants.nameOf(finding.tenant));
}

/// In the order of placementRecords()' columns, without what only findings have.
Record recordOf(const char* kind, const TenantId& id, const TenantPlacement* tenant) {
    Record record(11);
    record[0] = Value::ofText(kind);
    if (!id.isEmpty())
        record[3] = Value::ofText(id.text());
    if (tenant == nullptr)
        return record;
    record[4] = Value::ofText(tenant->name);
    record[5] = Value::ofText(tenant->home.text());
    record[6] = Value::ofText(joinedRegions(tenant->allowed));
    record[7] = Value::ofText(rowPlacesOf(*tenant));
    record[8] = Value::ofText(replicaPlacesOf(*tenant));
    return record;
}

} // namespace

std::string joinedRegions(const std::set<RegionName>& regions) {
    std::string text;
    for (const RegionName& region : regions)
        text = listed(std::move(text), region.text());
    return text;
}

std::string rowPlacesOf(const TenantPlacement& tenant) {
    std::string text;
    for (const TenantRows& rows : tenant.rows)
        if (rows.holdsData() || rows.region == tenant.home)
            text = listed(std::move(text), rows.region.text());
    return text;
}

std::string replicaPlacesOf(const TenantPlacement& tenant) {
    std::string text;
    for (const auto& [region, roles] : tenant.replicas)
        for (const auto& [role, count] : roles)
            text = listed(std::move(text),
                          (region.empty() ? "not told" : region) + ": " + std::to_string(count) + " " + role);
    return text;
}

std::string tenantNameOf(const PlacementReport& report, const TenantId& tenant) {
    const auto found = std::ranges::find(report.tenants, tenant, &TenantPlacement::tenant);
    return found == report.tenants.end() ? tenant.text() : nameOf(*found);
}

QString severityText(PlacementFinding::Severity severity) {
    switch (severity) {
    case PlacementFinding::Severity::Violation:
        return Words::tr("Violation");
    case PlacementFinding::Severity::Unproven:
        return Words::tr("Not proven");
    case PlacementFinding::Severity::Notice:
        return Words::tr("Notice");
    }
    return {};
}

TextTable placementTable(const PlacementReport& report) {
    TextTable table;
    table.header << Words::tr("Organization") << Words::tr("Home") << Words::tr("May be in") << Words::tr("Rows in")
                 << Words::tr("Replicas");
    for (const TenantPlacement& tenant : report.tenants)
        table.rows.push_back({plainText(nameOf(tenant)), plainText(tenant.home.text()),
                              plainText(joinedRegions(tenant.allowed)), plainText(rowPlacesOf(tenant)),
                              plainText(replicaPlacesOf(tenant))});
    return table;
}

TextTable placementFindingTable(const PlacementReport& report) {
    TextTable table;
    table.header << Words::tr("Weight") << Words::tr("Organization") << Words::tr("Region") << Words::tr("Finding");
    const TenantsById tenants(report);
    for (const PlacementFinding& finding : report.findings)
        table.rows.push_back(
            {severityText(severityOf(finding.code)),
             finding.tenant.isEmpty() ? Words::tr("all", "organizations") : plainText(tenants.nameOf(finding.tenant)),
             plainText(finding.region.text()), sentenceOf(tenants, finding)});
    return table;
}

RowList placementRecords(const PlacementReport& report, const std::vector<PlacementLimit>& limits, Instant at) {
    RowList list{.what = "placement",
                 .question = "Whether data lie where they may, as the servers told at " + formatInstant(at),
                 .order = "violations first, then organizations, then what cannot be proven",
                 .columns = {"kind", "severity", "finding", "tenantId", "tenant", "home", "allowed", "rowsIn",
                             "replicas", "region", "sentence"}};
    const TenantsById tenants(report);
    const auto plain = [](const QString& text) { return withoutIsolates(text).toStdString(); };
    for (const PlacementFinding& finding : report.findings) {
        Record record = recordOf("finding", finding.tenant, tenants.find(finding.tenant));
        record[1] = Value::ofText(std::string(severityName(severityOf(finding.code))));
        record[2] = Value::ofText(std::string(placementFindingName(finding.code)));
        record[9] = Value::ofText(finding.region.text());
        record[10] = Value::ofText(plain(sentenceOf(tenants, finding)));
        list.records.push_back(std::move(record));
    }
    for (const TenantPlacement& tenant : report.tenants)
        list.records.push_back(recordOf("organization", tenant.tenant, &tenant));
    for (const PlacementLimit limit : limits) {
        Record record = recordOf("limit", {}, nullptr);
        record[2] = Value::ofText(std::string(placementLimitName(limit)));
        record[10] = Value::ofText(plain(placementLimitText(limit)));
        list.records.push_back(std::move(record));
    }
    return list;
}

} // namespace muniment
