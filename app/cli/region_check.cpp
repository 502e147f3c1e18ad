// region check: whether every organization's data lie where they are meant to, as far as the servers tell.
#include "app/cli/listing.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/region_facts.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/items/placement_words.h"
#include "models/items/plain_text.h"
#include "models/regions/placement_check.h"

#include <algorithm>
#include <set>

namespace muniment::cli {

namespace {

struct Question {
    std::vector<RegionRecord> records;
    std::set<TenantId> tenants; ///< empty: all
    ResidencyRules rules;
    std::vector<OrgRow> organizations; ///< as the file knows them: an embedded store tells of no others
};

Result<Question> questionOf(const Invocation& invocation) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    auto records = file->snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());
    auto organizations = readPages(ListPages<OrgRow, OrgQuery>(*file->snapshot, listOrganizations, {}),
                                   std::numeric_limits<std::int64_t>::max());
    if (!organizations)
        return tl::unexpected(organizations.error());
    Question question{std::move(*records), {}, {}, std::move(*organizations)};
    for (const std::string& typed : invocation.texts("--tenant")) {
        const auto org = findOrganization(*file->snapshot, typed, {});
        if (!org)
            return tl::unexpected(org.error());
        question.tenants.insert(org->id);
    }
    for (const std::string& typed : invocation.texts("--rule")) {
        const auto rule = parseRule(typed);
        if (!rule)
            return tl::unexpected(rule.error());
        const auto org = findOrganization(*file->snapshot, rule->organization, {});
        if (!org)
            return tl::unexpected(org.error());
        question.rules[org->id] = rule->regions;
    }
    return question;
}

/// All regions of an embedded store are in one file; what can be checked is where its organizations are at home.
void fillEmbedded(std::vector<RegionPlacement>& placements, const std::vector<OrgRow>& organizations) {
    for (RegionPlacement& placement : placements) {
        if (placement.error || placement.flavour != StoreFlavour::Embedded)
            continue;
        for (const OrgRow& org : organizations) {
            if (org.region != placement.region)
                continue;
            TenantRows rows{org.id, org.region, TenantHome{org.id, org.name, org.plan, "active", 1, {}}};
            rows.hasEvents = true;
            placement.rows.push_back(std::move(rows));
        }
    }
}

struct Told {
    const PlacementReport& report;

    [[nodiscard]] std::string nameOf(const TenantId& tenant) const {
        for (const TenantPlacement& known : report.tenants)
            if (known.tenant == tenant && !known.name.empty())
                return known.name;
        return tenant.text();
    }

    [[nodiscard]] std::string sentenceOf(const PlacementFinding& finding) const {
        return withoutIsolates(placementFindingText(finding, nameOf(finding.tenant))).toStdString();
    }

    [[nodiscard]] JsonObject jsonOf(const PlacementFinding& finding) const {
        JsonObject facts;
        for (const auto& [name, value] : finding.facts)
            facts.text(name, value);
        return JsonObject()
            .text("finding", placementFindingName(finding.code))
            .text("severity", severityName(severityOf(finding.code)))
            .text("tenantId", finding.tenant.text())
            .text("tenant", finding.tenant.isEmpty() ? "" : nameOf(finding.tenant))
            .text("region", finding.region.text())
            .raw("facts", facts.build())
            .text("sentence", sentenceOf(finding));
    }
};

std::vector<std::string> namesOf(const std::set<RegionName>& regions) {
    std::vector<std::string> names;
    for (const RegionName& region : regions)
        names.push_back(region.text());
    return names;
}

/// "eu: 3 voter, us: 2 non-voter".
std::string replicasOf(const TenantPlacement& tenant) {
    std::string text;
    for (const auto& [region, roles] : tenant.replicas)
        for (const auto& [role, count] : roles)
            text += (text.empty() ? "" : ", ") + (region.empty() ? "not told" : region) + ": " + std::to_string(count) +
                    " " + role;
    return text;
}

std::string rowsOf(const TenantPlacement& tenant) {
    std::string text;
    for (const TenantRows& rows : tenant.rows)
        if (rows.holdsData() || rows.region == tenant.home)
            text += (text.empty() ? "" : ", ") + rows.region.text();
    return text;
}

JsonObject tenantJson(const TenantPlacement& tenant) {
    std::vector<JsonObject> rows;
    for (const TenantRows& found : tenant.rows)
        rows.push_back(JsonObject()
                           .text("region", found.region.text())
                           .text("state", found.home ? found.home->state : "none")
                           .boolean("events", found.hasEvents)
                           .boolean("claims", found.hasClaims));
    return JsonObject()
        .text("tenantId", tenant.tenant.text())
        .text("tenant", tenant.name)
        .text("home", tenant.home.text())
        .text("state", tenant.state)
        .boolean("hasRule", tenant.hasRule)
        .texts("allowed", namesOf(tenant.allowed))
        .objects("rows", rows)
        .text("replicas", replicasOf(tenant));
}

std::vector<JsonObject> zonesJson(const std::vector<RegionPlacement>& placements) {
    std::vector<JsonObject> zones;
    for (const RegionPlacement& placement : placements)
        for (const IndexZone& zone : placement.zones)
            zones.push_back(JsonObject()
                                .text("region", zone.region.text())
                                .text("index", zone.index)
                                .text("target", zone.zone.target)
                                .text("constraints", formatConstraints(zone.zone.constraints))
                                .text("voterConstraints", formatConstraints(zone.zone.voterConstraints))
                                .optionalInteger("gcSeconds", zone.zone.gcSeconds));
    return zones;
}

std::vector<PlacementLimit> limitsOf(const std::vector<RegionPlacement>& placements) {
    std::set<StoreFlavour> flavours;
    for (const RegionPlacement& placement : placements)
        if (!placement.error)
            flavours.insert(placement.flavour);
    return placementLimits(flavours);
}

void printJson(const PlacementReport& report, const std::vector<RegionPlacement>& placements, Output& output) {
    const Told told{report};
    std::vector<JsonObject> tenants, findings, limits;
    for (const TenantPlacement& tenant : report.tenants)
        tenants.push_back(tenantJson(tenant));
    for (const PlacementFinding& finding : report.findings)
        findings.push_back(told.jsonOf(finding));
    for (const PlacementLimit limit : limitsOf(placements))
        limits.push_back(JsonObject()
                             .text("limit", placementLimitName(limit))
                             .text("sentence", placementLimitText(limit).toStdString()));
    output.object(JsonObject()
                      .objects("tenants", tenants)
                      .objects("zones", zonesJson(placements))
                      .integer("sampledTenants", report.sampledTenants)
                      .objects("findings", findings)
                      .objects("limits", limits));
}

void printCsv(const PlacementReport& report, Output& output) {
    const Told told{report};
    output.text("severity,finding,tenantId,tenant,region,sentence\r\n");
    for (const PlacementFinding& finding : report.findings)
        output.text(csvField(severityName(severityOf(finding.code))) + "," +
                    csvField(placementFindingName(finding.code)) + "," + csvField(finding.tenant.text()) + "," +
                    csvField(finding.tenant.isEmpty() ? "" : told.nameOf(finding.tenant)) + "," +
                    csvField(finding.region.text()) + "," + csvField(told.sentenceOf(finding)) + "\r\n");
}

void printTable(const PlacementReport& report, const std::vector<RegionPlacement>& placements, Output& output) {
    const Told told{report};
    Table table({{"ORGANIZATION"}, {"HOME"}, {"MAY BE IN"}, {"ROWS IN"}, {"REPLICAS"}});
    for (const TenantPlacement& tenant : report.tenants) {
        std::string allowed;
        for (const std::string& name : namesOf(tenant.allowed))
            allowed += (allowed.empty() ? "" : ", ") + name;
        table.add({tenant.name.empty() ? tenant.tenant.text() : tenant.name, tenant.home.text(), allowed,
                   rowsOf(tenant), replicasOf(tenant)});
    }
    for (const auto& line : table.lines())
        output.line(line);
    output.line("");
    if (report.findings.empty())
        output.line("Nothing is where it is not meant to be.");
    for (const PlacementFinding& finding : report.findings)
        output.line(std::string(severityName(severityOf(finding.code))) + ": " + told.sentenceOf(finding));
    const auto limits = limitsOf(placements);
    if (!limits.empty()) {
        output.line("");
        output.line("What this cannot prove:");
    }
    for (const PlacementLimit limit : limits)
        output.line("- " + placementLimitText(limit).toStdString());
}

Exit verdict(const PlacementReport& report) {
    if (report.has(PlacementFinding::Severity::Violation))
        return Exit::No;
    const bool isIncomplete = std::ranges::any_of(report.findings, [](const PlacementFinding& finding) {
        return finding.code == PlacementFinding::Code::RegionNotAsked ||
               finding.code == PlacementFinding::Code::ReadFromAfar;
    });
    return isIncomplete ? Exit::Failed : Exit::Done;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const std::string format = invocation.text("--format").value_or("table");
    if (format != "table" && format != "csv")
        return failure(ErrorCode::InvalidInput, "it is one of table, csv", {{"field", "--format"}});
    const auto question = questionOf(invocation);
    if (!question)
        return tl::unexpected(question.error());
    const Passwords passwords;
    auto placements =
        readPlacements(regionsOf(question->records), passwords.source(), question->tenants, roundPatience());
    fillEmbedded(placements, question->organizations);
    const auto report = checkPlacement(placements, question->rules, question->tenants);
    if (output.wantsJson())
        printJson(report, placements, output);
    else if (format == "csv")
        printCsv(report, output);
    else
        printTable(report, placements, output);
    return verdict(report);
}

MUNIMENT_COMMAND(regionCheck,
                 {.name = "region check",
                  .summary = "Compares where each organization's data are meant to lie with where the servers say they "
                             "lie: exit 0 nothing found, 1 data where none may be, 3 a region could not be asked",
                  .positionals = {filePositional()},
                  .options = {{"--tenant", "ORG", "only this organization; may be repeated", Option::Kind::Texts},
                              {"--rule", "ORG=R,R", "regions its data may lie in; without one only its home",
                               Option::Kind::Texts},
                              {"--format", "F", "table or csv (the findings)"}},
                  .example = "muniment region check acme.muniment --rule 'Acme Ltd=eu-west-1,eu-central-1' --json",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
