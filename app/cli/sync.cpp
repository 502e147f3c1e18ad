// sync --once | --follow: brings the regions' events into the file.
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/reconciled.h"
#include "app/cli/region_report.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/items/policy_words.h"
#include "models/workspace/policy_run.h"

namespace muniment::cli {

namespace {

// How long a full disk is waited for when nobody follows.
constexpr std::chrono::seconds kPatienceOnce{10};

std::string progressText(const SyncReport& report) {
    if (report.pausedBy)
        return sentence(*report.pausedBy);
    const auto& progress = report.progress;
    if (!progress.isBehind) {
        const bool isComplete =
            std::none_of(report.regions.begin(), report.regions.end(),
                         [](const RegionStatus& region) { return region.follower.error.has_value(); });
        return formatCount(report.applied).toStdString() + " events synced" + (isComplete ? ", up to date" : "");
    }
    std::string text = formatCount(progress.done).toStdString() + " of about " +
                       formatCount(progress.total).toStdString() + " events, " +
                       formatRate(progress.eventsPerSecond).toStdString();
    if (progress.timeLeft)
        text += ", " + formatDuration(*progress.timeLeft).toStdString() + " left";
    return text;
}

void answer(const SyncReport& report, Output& output) {
    if (!output.wantsJson()) {
        output.line(std::to_string(report.applied) + " events synced");
        return;
    }
    std::vector<JsonObject> regions;
    for (const auto& status : report.regions)
        regions.push_back(regionReport(status));
    output.object(JsonObject().integer("applied", report.applied).objects("regions", regions));
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const bool isFollowing = invocation.has("--follow");
    if (isFollowing == invocation.has("--once") || (invocation.has("--seconds") && !isFollowing)) {
        output.message("Give either --once, or --follow, perhaps with --seconds S.");
        return Exit::Usage;
    }
    const Interrupt interrupt;
    auto replica = Replica::open(invocation.file(), ReplicaAccess::ReadWrite);
    if (!replica)
        return tl::unexpected(replica.error());
    const Passwords passwords;
    SyncOptions options;
    options.secrets = passwords.source();
    if (const auto seconds = invocation.whole("--seconds"))
        options.duration = std::chrono::seconds(*seconds);
    if (!isFollowing)
        options.patience = kPatienceOnce;
    const auto showProgress = [&](const SyncReport& report) { output.progress(progressText(report)); };
    const auto tellPurged = [&](const PolicyNote& note) {
        output.message(withoutIsolates(policyNoteText(note)).toStdString());
    };
    const auto report = syncUnderPolicy(*replica, options, isFollowing, showProgress, tellPurged, interrupt.token());
    if (!report)
        return tl::unexpected(report.error());
    answer(*report, output);
    if (isFollowing)
        tellDifferences(invocation.file(), output);
    bool hasFailed = false;
    for (const auto& region : report->regions) {
        if (region.follower.error) {
            output.message(escaped(region.region.text()) + ": " + sentence(*region.follower.error));
            hasFailed = true;
        }
    }
    return hasFailed && !interrupt.hasHappened() ? Exit::Failed : Exit::Done;
}

MUNIMENT_COMMAND(sync, {.name = "sync",
                        .summary = "Brings the regions' events into the file; exit 3 when a region could not be "
                                   "followed. Ctrl-C ends it in order",
                        .positionals = {filePositional()},
                        .options = {{"--once", "", "until everything is there", Option::Kind::Flag},
                                    {"--follow", "", "go on with what comes", Option::Kind::Flag},
                                    {"--seconds", "S", "end --follow after S seconds", Option::Kind::Whole}},
                        .example = "muniment sync acme.muniment --once",
                        .run = run,
                        .opensWindow = {}});

} // namespace

} // namespace muniment::cli
