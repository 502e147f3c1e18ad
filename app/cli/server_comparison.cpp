#include "app/cli/server_comparison.h"

#include "app/cli/json.h"
#include "app/cli/output.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "models/base/clock.h"
#include "models/integrity/reconciliation_record.h"
#include "models/integrity/server_verifier.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/replica/policy_notes.h"
#include "models/spool/departures.h"

namespace muniment::cli {

namespace {

std::string counted(std::int64_t count, const char* one, const char* many) {
    return formatCount(count).toStdString() + " " + (count == 1 ? one : many);
}

/// What both ways have to tell.
struct Told {
    std::string text;
    JsonObject json;
};

Told toldOf(const RegionName& region, const ServerComparison& compared) {
    return {counted(compared.compared, "event", "events") + " of the server compared with the file's",
            JsonObject()
                .text("kind", "server")
                .text("region", region.text())
                .integer("compared", compared.compared)
                .integer("newer", compared.newer)
                .integer("notHeld", compared.notHeld)
                .integer("elsewhere", compared.elsewhere)};
}

void tell(const RegionName& region, const ServerComparison& compared, const Told& told, Output& output) {
    std::string text = escaped(region.text()) + ": " + told.text;
    if (compared.newer > 0)
        text += ", " + formatCount(compared.newer).toStdString() + " are newer than the file";
    if (compared.notHeld > 0)
        text += ", " + formatCount(compared.notHeld).toStdString() + " are not for this file";
    if (compared.elsewhere > 0)
        text += "; " + formatCount(compared.elsewhere).toStdString() +
                " of organizations that have moved away were not compared";
    output.message(text + ".");
    if (output.wantsJson())
        output.object(told.json);
}

Result<ServerComparison> byDigests(OpenFile& file, EventStore& store, const RegionRecord& record, Told& told,
                                   Output& output, const std::stop_token& stop, const VerifyProgress& progress) {
    const auto policy = replicaPolicy(*file.snapshot);
    if (!policy)
        return tl::unexpected(policy.error());
    Reconciliation anew;
    anew.region = record.region;
    auto all = reconcileAll(*file.replica, store,
                            ReconciliationRound(std::move(anew), tenantFilter(*policy, record.region),
                                                systemClock().now(), ReconciliationBudget::whole()),
                            stop, progress);
    if (!all)
        return tl::unexpected(all.error());
    const auto newer = store.estimateBacklog(record.region, record.cursor);
    if (!newer)
        return tl::unexpected(newer.error());
    if (const auto noted = noteReconciliation(file.replica->file(), *all); !noted)
        output.message("That it was compared could not be noted: " + errorSentence(noted.error()).toStdString());
    ServerComparison compared{all->events, all->notHeld, all->elsewhere, *newer, std::move(all->findings)};
    told = toldOf(record.region, compared);
    told.text += " by " + counted(all->digests, "digest", "digests") + " of organizations' days, " +
                 (all->differing == 0 ? "which agree" : formatCount(all->differing).toStdString() + " of them differ");
    told.json.integer("digests", all->digests).integer("differing", all->differing);
    return compared;
}

} // namespace

Result<bool> compareRegion(OpenFile& file, EventStore& store, const RegionRecord& record, ComparisonWay way,
                           Output& output, const std::stop_token& stop) {
    const VerifyProgress progress = [&](double done) {
        output.progress("comparing with " + escaped(record.region.text()) + ": " +
                        std::to_string(static_cast<int>(done * 100)) + " %");
    };
    Told told;
    auto compared = way == ComparisonWay::Digests
                        ? byDigests(file, store, record, told, output, stop, progress)
                        : compareWithServer(*file.replica, store, record.region, stop, progress);
    if (!compared)
        return tl::unexpected(compared.error());
    if (way == ComparisonWay::Streamed)
        told = toldOf(record.region, *compared);
    for (const TrailFinding& finding : compared->findings)
        printFinding(finding, *file.snapshot, output);
    tell(record.region, *compared, told, output);
    return compared->findings.empty();
}

} // namespace muniment::cli
