// region check: whether every organization's data lie where they are meant to, as far as the servers tell.
#include "app/cli/listing.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/region_facts.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/items/placement_tables.h"
#include "models/items/placement_words.h"
#include "models/items/plain_text.h"
#include "models/regions/placement_round.h"
#include "models/regions/residency_settings.h"

#include <algorithm>
#include <set>

namespace muniment::cli {

namespace {

/// What the invocation asks about.
Result<PlacementQuestion> questionOf(const Invocation& invocation) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    auto question = placementQuestion(*file->snapshot);
    if (!question)
        return question;
    for (const std::string& typed : invocation.texts("--forget")) {
        const auto org = findOrganization(*file->snapshot, typed, {});
        if (!org)
            return tl::unexpected(org.error());
        question->rules.erase(org->id);
    }
    for (const std::string& typed : invocation.texts("--tenant")) {
        const auto org = findOrganization(*file->snapshot, typed, {});
        if (!org)
            return tl::unexpected(org.error());
        question->only.insert(org->id);
    }
    for (const std::string& typed : invocation.texts("--rule")) {
        const auto rule = parseRule(typed);
        if (!rule)
            return tl::unexpected(rule.error());
        const auto org = findOrganization(*file->snapshot, rule->organization, {});
        if (!org)
            return tl::unexpected(org.error());
        question->rules[org->id] = rule->regions;
    }
    return question;
}

struct Told {
    const PlacementReport& report;

    [[nodiscard]] std::string nameOf(const TenantId& tenant) const { return tenantNameOf(report, tenant); }

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
        .text("replicas", replicaPlacesOf(tenant));
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

void printJson(const PlacementRound& round, Output& output) {
    const PlacementReport& report = round.report;
    const Told told{report};
    std::vector<JsonObject> tenants, findings, limits;
    for (const TenantPlacement& tenant : report.tenants)
        tenants.push_back(tenantJson(tenant));
    for (const PlacementFinding& finding : report.findings)
        findings.push_back(told.jsonOf(finding));
    for (const PlacementLimit limit : round.limits)
        limits.push_back(JsonObject()
                             .text("limit", placementLimitName(limit))
                             .text("sentence", placementLimitText(limit).toStdString()));
    output.object(JsonObject()
                      .objects("tenants", tenants)
                      .objects("zones", zonesJson(round.placements))
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

void printTable(const PlacementRound& round, Output& output) {
    const PlacementReport& report = round.report;
    const Told told{report};
    Table table({{"ORGANIZATION"}, {"HOME"}, {"MAY BE IN"}, {"ROWS IN"}, {"REPLICAS"}});
    for (const TenantPlacement& tenant : report.tenants) {
        table.add({tenant.name.empty() ? tenant.tenant.text() : tenant.name, tenant.home.text(),
                   joinedRegions(tenant.allowed), rowPlacesOf(tenant), replicaPlacesOf(tenant)});
    }
    for (const auto& line : table.lines())
        output.line(line);
    output.line("");
    if (report.findings.empty())
        output.line("Nothing is where it is not meant to be.");
    for (const PlacementFinding& finding : report.findings)
        output.line(std::string(severityName(severityOf(finding.code))) + ": " + told.sentenceOf(finding));
    if (!round.limits.empty()) {
        output.line("");
        output.line("What this cannot prove:");
    }
    for (const PlacementLimit limit : round.limits)
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

/// The rules, and what was found for whoever reads a passport later.
Result<void> keep(const std::filesystem::path& path, const PlacementQuestion& question, const PlacementReport& report,
                  Instant at) {
    const auto replica = Replica::open(path, ReplicaAccess::ReadWrite);
    if (!replica)
        return tl::unexpected(replica.error());
    auto snapshot = (*replica)->snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto placement = keptPlacement(**snapshot);
    if (!placement)
        return tl::unexpected(placement.error());
    snapshot->reset();
    placement->take(report, question.only, at);
    ReplicaWriter& writer = *(*replica)->writer();
    return keepRules(writer, question.rules).and_then([&] { return keepPlacement(writer, *placement); });
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const std::string format = invocation.text("--format").value_or("table");
    if (format != "table" && format != "csv")
        return failure(ErrorCode::InvalidInput, "it is one of table, csv", {{"field", "--format"}});
    const auto question = questionOf(invocation);
    if (!question)
        return tl::unexpected(question.error());
    const Passwords passwords;
    const PlacementRound round = askPlacement(*question, passwords.source(), roundPatience());
    if (invocation.has("--keep")) {
        const auto kept = keep(invocation.file(), *question, round.report, systemClock().now());
        if (!kept)
            return tl::unexpected(kept.error());
    }
    if (output.wantsJson())
        printJson(round, output);
    else if (format == "csv")
        printCsv(round.report, output);
    else
        printTable(round, output);
    return verdict(round.report);
}

MUNIMENT_COMMAND(
    regionCheck,
    {.name = "region check",
     .summary = "Compares where each organization's data are meant to lie with where the servers say they "
                "lie: exit 0 nothing found, 1 data where none may be, 3 a region could not be asked",
     .positionals = {filePositional()},
     .options = {{"--tenant", "ORG", "only this organization; may be repeated", Option::Kind::Texts},
                 {"--rule", "ORG=R,R", "regions its data may lie in; without one only its home", Option::Kind::Texts},
                 {"--forget", "ORG", "without the rule that the workspace keeps for it", Option::Kind::Texts},
                 {"--keep", "", "keep the rules, and what was found for passports, in the workspace",
                  Option::Kind::Flag},
                 {"--format", "F", "table or csv (the findings)"}},
     .example = "muniment region check acme.muniment --rule 'Acme Ltd=eu-west-1,eu-central-1' --json",
     .run = run,
     .opensWindow = {}});

} // namespace

} // namespace muniment::cli
