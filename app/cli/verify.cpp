// verify: is the trail what its trees and the kept checkpoints say?
#include "app/cli/bundle.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/published.h"
#include "app/cli/sealing.h"
#include "app/cli/server_comparison.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/trail_check.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/spool/call_canceller.h"

#include <QCoreApplication>

namespace muniment::cli {

namespace {

std::string counted(std::int64_t count, const char* one, const char* many) {
    return formatCount(count).toStdString() + " " + (count == 1 ? one : many);
}

/// What was looked at and what was not: never less than the whole sentence.
void tell(const Verification& verification, const KeptHistory& kept, Output& output) {
    std::string text = counted(verification.events, "event", "events") + " in " +
                       counted(verification.trees, "tree", "trees") + " hashed anew";
    if (verification.sealedAt)
        text += "; sealed: " + formatCount(verification.sealed).toStdString() + ", last at " +
                formatInstant(*verification.sealedAt) + ", checked against " +
                counted(verification.checkpoints, "checkpoint", "checkpoints") + " kept since " +
                formatInstant(*verification.keptSince);
    else
        text += "; no checkpoint is kept of this file, so that only its own trees say how it was";
    text += "; " + counted(verification.unsealed(), "event is", "events are") + " not sealed";
    output.message(text + ".");
    if (verification.withheld > 0)
        output.message("Of " + counted(verification.withheld, "event", "events") +
                       " personal fields are not in this file: their hashes were taken as they are.");
    if (verification.uncheckable > 0)
        output.message(counted(verification.uncheckable, "checkpoint speaks", "checkpoints speak") +
                       " of what this file does not hold, or not yet.");
    if (kept.unknown > 0)
        output.message(counted(static_cast<std::int64_t>(kept.unknown), "checkpoint is", "checkpoints are") +
                       " signed by nobody you have said to believe, and counted for nothing.");
}

void answer(const Verification& verification, const KeptHistory& kept, Output& output) {
    JsonObject summary;
    summary.text("kind", "summary")
        .boolean("sound", verification.isSound() && kept.forged.empty())
        .integer("events", verification.events)
        .integer("trees", verification.trees)
        .integer("checkpoints", verification.checkpoints)
        .integer("sealed", verification.sealed)
        .integer("unsealed", verification.unsealed())
        .integer("withheld", verification.withheld)
        .integer("uncheckable", verification.uncheckable)
        .integer("unknownSigners", static_cast<std::int64_t>(kept.unknown));
    if (verification.sealedAt)
        summary.instant("sealedAt", *verification.sealedAt).instant("keptSince", *verification.keptSince);
    output.object(summary);
}

/// Every region of the workspace in turn; false: one differs. A server that cannot be asked is an error.
Result<bool> compareWithServers(OpenFile& file, PublishedNotes& published, ComparisonWay way, Output& output,
                                const std::stop_token& stop) {
    const Passwords passwords;
    const auto records = file.snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());
    bool isSame = true;
    for (const RegionRecord& record : *records) {
        if (record.form == DataForm::Nothing)
            continue;
        auto opened = openEventStore(record.endpoint, passwords.source());
        if (!opened)
            return tl::unexpected(opened.error());
        const std::shared_ptr<EventStore> store = std::move(*opened);
        const CallCanceller canceller(store, stop);
        if (const auto identity = store->connect(record.region); !identity)
            return tl::unexpected(identity.error().with("region", record.region.text()));
        const auto compared = compareRegion(file, *store, record, way, output, stop);
        if (!compared)
            return tl::unexpected(compared.error());
        isSame = isSame && *compared;
        std::optional<CheckpointPlace> from;
        const auto read = readPublished(store->evidence(), record.region, from, [&](std::vector<std::string> notes) {
            return stop.stop_requested() ? failure(ErrorCode::Cancelled) : published.compare(std::move(notes));
        });
        if (!read && read.error().get("table").empty())
            return tl::unexpected(read.error().with("region", record.region.text()));
        if (!read)
            output.message(sentence(read.error()));
    }
    return isSame;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    if (isBundle(invocation.file()))
        return checkBundleFile(invocation, invocation.file(), output);
    const Interrupt interrupt;
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const TrailChecker who{{}, "Muniment " + QCoreApplication::applicationVersion().toStdString(), systemClock().now()};
    const auto checked = checkTrail(*file->replica, who, interrupt.token(), [&](double done) {
        output.progress("verifying: " + std::to_string(static_cast<int>(done * 100)) + " %");
    });
    if (!checked)
        return tl::unexpected(checked.error());
    const Verification* const verification = &checked->record.verification;
    const KeptHistory* const kept = &checked->kept->history;
    for (const TrailFinding& finding : verification->findings)
        printFinding(finding, *file->snapshot, output);
    for (const std::uint64_t entry : kept->forged) {
        const std::string detail = "kept checkpoint " + std::to_string(entry) + " is not what its signer signed";
        if (output.wantsJson())
            output.object(JsonObject().text("kind", "forged").text("against", "checkpoint").text("detail", detail));
        else
            output.line("forged  " + detail);
    }
    bool isSame = true;
    bool isContradicted = false;
    // What nothing is kept of cannot be contradicted, and reading makes no files.
    if (std::filesystem::exists(keptCheckpointsPath(invocation.file())) || invocation.has("--against-server")) {
        auto keeping = openKeeping(invocation.file());
        if (!keeping)
            return tl::unexpected(keeping.error());
        PublishedNotes published(invocation.file(), *file->replica, *keeping, nullptr, output);
        if (const auto again = published.compareKeptContradictions(); !again)
            return tl::unexpected(again.error());
        if (invocation.has("--against-server")) {
            const auto way = invocation.has("--full") ? ComparisonWay::Streamed : ComparisonWay::Digests;
            const auto compared = compareWithServers(*file, published, way, output, interrupt.token());
            if (!compared)
                return tl::unexpected(compared.error());
            published.tell();
            isSame = *compared;
        }
        isContradicted = !published.hasFoundNothing();
    }
    if (output.wantsJson())
        answer(*verification, *kept, output);
    tell(*verification, *kept, output);
    if (checked->notNoted)
        output.message("That it was verified could not be noted: " + errorSentence(*checked->notNoted).toStdString());
    return verification->isSound() && kept->forged.empty() && isSame && !isContradicted ? Exit::Done : Exit::No;
}

MUNIMENT_COMMAND(
    verify,
    {.name = "verify",
     .summary = "Hashes every event of the file anew and compares with its trees and with the "
                "checkpoints kept beside it; one finding a line, exit 1 when there is one. An evidence bundle is "
                "checked as a whole",
     .positionals = {filePositional()},
     .options = {{"--against-server", "",
                  "hold the servers' logs against the file's, too: by digests of each organization's days, which the "
                  "servers make, and event by event where they differ; and the checkpoints that others have published "
                  "there",
                  Option::Kind::Flag},
                 trustOption(),
                 {"--full", "", "with --against-server: read every live event of the servers again",
                  Option::Kind::Flag}},
     .example = "muniment verify acme.muniment",
     .run = run,
     .opensWindow = {}});

} // namespace

} // namespace muniment::cli
