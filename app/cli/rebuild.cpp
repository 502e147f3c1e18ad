// rebuild: makes the read models anew from the events in the file.
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/workspace/sync_run.h"

namespace muniment::cli {

namespace {

// How long a file that cannot be written just now is waited for.
constexpr std::chrono::seconds kPatience{10};

std::vector<std::string> wantedModels(const Invocation& invocation) {
    const auto only = invocation.text("--only");
    return only ? std::vector<std::string>{*only} : readModelNames();
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    const auto replica = Replica::open(invocation.file(), ReplicaAccess::ReadWrite);
    if (!replica)
        return tl::unexpected(replica.error());
    const auto names = wantedModels(invocation);
    const auto showProgress = [&](const RebuildStatus& status) {
        if (status.error)
            output.progress(sentence(*status.error));
        else if (!status.isFinished)
            output.progress(status.readModel + ": " + std::to_string(status.done) + " of " +
                            std::to_string(status.total) + " events");
    };
    if (const auto rebuilt = rebuildReadModels(**replica, names, showProgress, interrupt.token(), kPatience); !rebuilt)
        return tl::unexpected(rebuilt.error());
    for (const auto& name : names) {
        if (output.wantsJson())
            output.object(JsonObject().text("readModel", name).boolean("rebuilt", true));
        else
            output.line(name);
    }
    return Exit::Done;
}

MUNIMENT_COMMAND(rebuild, {.name = "rebuild",
                           .summary = "Makes the read models anew from the events in the file; reading goes on",
                           .positionals = {filePositional()},
                           .options = {{"--only", "READ-MODEL", "organizations or users"}},
                           .example = "muniment rebuild acme.muniment --only users",
                           .run = run,
                           .opensWindow = {}});

} // namespace

} // namespace muniment::cli
