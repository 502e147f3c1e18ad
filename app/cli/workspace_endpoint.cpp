// workspace endpoint add | change | remove: which regions a workspace follows, and how it reaches them.
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/workspace_file.h"
#include "app/cli/workspace_regions.h"

namespace muniment::cli {

namespace {

using Change = std::function<Result<void>(std::vector<WorkspaceRegion>&)>;
using Afterwards = std::function<Result<void>(ReplicaWriter&)>;

Result<std::vector<WorkspaceRegion>> presentRegions(Replica& replica) {
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto records = (*snapshot)->regions();
    if (!records)
        return tl::unexpected(records.error());
    std::vector<WorkspaceRegion> regions;
    for (const auto& record : *records)
        regions.push_back({record.region, record.endpoint});
    return regions;
}

Result<Exit> changeRegions(const Invocation& invocation, Output& output, const Change& change,
                           const Afterwards& afterwards = {}) {
    const auto replica = Replica::open(invocation.file(), ReplicaAccess::ReadWrite);
    if (!replica)
        return tl::unexpected(replica.error());
    auto regions = presentRegions(**replica);
    if (!regions)
        return tl::unexpected(regions.error());
    if (const auto changed = change(*regions); !changed)
        return tl::unexpected(changed.error());
    if (const auto written = (*replica)->writer()->setRegions(*regions); !written)
        return tl::unexpected(written.error());
    if (afterwards) {
        if (const auto done = afterwards(*(*replica)->writer()); !done)
            return tl::unexpected(done.error());
    }
    if (output.wantsJson())
        output.object(JsonObject()
                          .text("file", invocation.file().string())
                          .integer("regions", static_cast<std::int64_t>(regions->size())));
    return Exit::Done;
}

Result<std::vector<WorkspaceRegion>::iterator> find(std::vector<WorkspaceRegion>& regions, const std::string& name) {
    const auto found = std::find_if(regions.begin(), regions.end(),
                                    [&](const WorkspaceRegion& region) { return region.region.text() == name; });
    if (found == regions.end())
        return failure(ErrorCode::NotFound, "no region '" + name + "'", {{"what", "region"}, {"id", name}});
    return found;
}

Result<Exit> addEndpoint(const Invocation& invocation, Output& output) {
    Passwords passwords;
    const auto endpoint = passwords.takeFrom(*invocation.text("URL"), output);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    return changeRegions(invocation, output, [&](std::vector<WorkspaceRegion>& regions) {
        return addRegion(regions, {RegionName(*invocation.text("REGION")), *endpoint});
    });
}

Result<Exit> changeEndpoint(const Invocation& invocation, Output& output) {
    Passwords passwords;
    const auto endpoint = passwords.takeFrom(*invocation.text("URL"), output);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    const auto name = *invocation.text("REGION");
    return changeRegions(
        invocation, output,
        [&](std::vector<WorkspaceRegion>& regions) {
            return find(regions, name).map([&](auto region) { region->endpoint = *endpoint; });
        },
        [&](ReplicaWriter& writer) { return writer.forgetStoreMark(RegionName(name)); });
}

Result<Exit> removeEndpoint(const Invocation& invocation, Output& output) {
    return changeRegions(invocation, output, [&](std::vector<WorkspaceRegion>& regions) {
        return find(regions, *invocation.text("REGION")).map([&](auto region) { regions.erase(region); });
    });
}

Command command(const std::string& name, const std::string& summary, bool takesUrl, Run run) {
    Command command;
    command.name = "workspace endpoint " + name;
    command.summary = summary;
    command.positionals = {filePositional(), {"REGION", "the region's name"}};
    if (takesUrl)
        command.positionals.push_back({"URL", "libpq URL or key=value string, or embedded:PATH"});
    command.example = "muniment workspace endpoint " + name + " acme.muniment us-east-1" +
                      (takesUrl ? " 'postgresql://ann@us.example:26257/iam?sslrootcert=ca.crt'" : "");
    command.run = std::move(run);
    return command;
}

MUNIMENT_COMMAND(add, command("add", "Follows one more region", true, addEndpoint));
MUNIMENT_COMMAND(change,
                 command("change",
                         "Reaches a region in another way, or accepts a restored database at the same URL; what was "
                         "synced stays, and what answers has to hold it",
                         true, changeEndpoint));
MUNIMENT_COMMAND(remove,
                 command("remove", "Stops following a region; its events stay in the file", false, removeEndpoint));

} // namespace

} // namespace muniment::cli
