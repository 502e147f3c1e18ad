// doctor: is the file whole, does it agree with itself, do the servers still agree with it?
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/region_probe.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/eventstore/endpoint.h"
#include "models/eventstore/schema.h"

#include <algorithm>

namespace muniment::cli {

namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr int kMostNotes = 10'000;

Finding regionFinding(const RegionRecord& record, const char* kind, std::string detail) {
    return {kind, record.region, std::nullopt, std::move(detail)};
}

// The log still holds what the file holds, and its schema is as it should be. A region that is down is told, but is no
// finding: nothing is known to be wrong.
std::vector<Finding> examineRegion(const RegionRecord& record, const RegionProbe& probe,
                                   const std::shared_ptr<SecretSource>& secrets, Output& output) {
    if (probe.state == "down") {
        output.message(escaped(record.region.text()) + " was not examined. " + sentence(*probe.error));
        return {};
    }
    if (probe.error)
        return {regionFinding(record, "region.stopped", sentence(*probe.error))};
    const auto endpoint = parseEndpoint(record.endpoint);
    if (!endpoint || endpoint->isEmbedded)
        return {};
    const auto status = schemaStatus({endpoint->text, secrets, {record.region.text()}, SchemaLayout::Automatic});
    if (!status)
        return {regionFinding(record, "schema", sentence(status.error()))};
    std::vector<Finding> findings;
    if (status->needsRepair)
        findings.push_back(regionFinding(record, "schema.repair", "restored or copied since it was installed"));
    for (const auto& finding : status->findings)
        findings.push_back(regionFinding(record, "schema", finding));
    return findings;
}

// What was noted about events when they came, oldest first. Repeated ids are left to the examination, which compares
// all of a log instead of the newest part; times that step back a little come with writers at work at the same moment.
Result<std::vector<Finding>> notedFindings(Snapshot& snapshot, Output& output) {
    auto noted = snapshot.findings(kMostNotes);
    if (!noted)
        return noted;
    if (noted->size() == kMostNotes)
        output.message("Of what was noted about events, the newest " + std::to_string(kMostNotes) + " are listed.");
    std::erase_if(*noted, [](const Finding& finding) {
        return finding.kind == "event.repeated" || finding.kind == "time.inversion";
    });
    std::reverse(noted->begin(), noted->end());
    return noted;
}

void print(const Finding& finding, Snapshot& snapshot, Output& output) {
    std::optional<std::string> eventId;
    if (finding.event) {
        if (const auto event = snapshot.event(*finding.event))
            eventId = event->eventId.text();
    }
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .text("kind", finding.kind)
                          .text("region", finding.region.text())
                          .optionalText("eventId", eventId)
                          .text("detail", finding.detail));
        return;
    }
    std::string line = finding.kind;
    if (!finding.region.isEmpty())
        line += "  " + finding.region.text();
    if (eventId)
        line += "  event " + *eventId;
    if (!finding.detail.empty())
        line += "  " + finding.detail;
    output.line(escaped(line));
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const int sample =
        static_cast<int>(std::clamp<std::int64_t>(invocation.whole("--sample").value_or(1), 1, 1'000'000));
    auto findings = examineReplica(*file->snapshot, sample, interrupt.token(), [&](double done) {
        output.progress("examining the file: " + std::to_string(static_cast<int>(done * 100)) + " %");
    });
    if (!findings)
        return tl::unexpected(findings.error());
    const auto noted = notedFindings(*file->snapshot, output);
    if (!noted)
        return tl::unexpected(noted.error());
    findings->insert(findings->end(), noted->begin(), noted->end());
    const auto records = file->snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());
    if (!invocation.has("--offline")) {
        const Passwords passwords;
        const auto probes = probeRegions(*records, passwords.source(), kPatience);
        for (std::size_t i = 0; i < records->size(); ++i) {
            const auto more = examineRegion((*records)[i], probes[i], passwords.source(), output);
            findings->insert(findings->end(), more.begin(), more.end());
        }
    }
    for (const auto& finding : *findings)
        print(finding, *file->snapshot, output);
    if (findings->empty())
        output.message("Nothing was found.");
    return findings->empty() ? Exit::Done : Exit::No;
}

MUNIMENT_COMMAND(doctor,
                 {.name = "doctor",
                  .summary = "Examines the file, and the servers where they can be reached; changes nothing. One "
                             "finding a line, exit 1 when there is one",
                  .positionals = {filePositional()},
                  .options = {{"--offline", "", "examine the file only", Option::Kind::Flag},
                              {"--sample", "N", "compare every Nth entity with its events instead of all",
                               Option::Kind::Whole}},
                  .example = "muniment doctor acme.muniment",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
