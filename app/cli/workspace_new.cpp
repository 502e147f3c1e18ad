// workspace new: a file, and with --embedded the event store beside it.
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "app/cli/workspace_regions.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/replica/replica.h"

#include <system_error>

namespace muniment::cli {

namespace {

std::vector<std::string> splitAtCommas(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const auto& text : texts) {
        std::size_t from = 0;
        while (from <= text.size()) {
            const auto to = std::min(text.find(',', from), text.size());
            if (to > from)
                parts.push_back(text.substr(from, to - from));
            from = to + 1;
        }
    }
    return parts;
}

Result<std::vector<WorkspaceRegion>> regionsOfServers(const Invocation& invocation, Output& output) {
    Passwords passwords;
    std::vector<WorkspaceRegion> regions;
    for (const auto& text : invocation.texts("--endpoint")) {
        auto region = parseRegionEndpoint(text);
        if (!region)
            return tl::unexpected(region.error());
        const auto endpoint = passwords.takeFrom(region->endpoint, output);
        if (!endpoint)
            return tl::unexpected(endpoint.error().with("region", region->region.text()));
        region->endpoint = *endpoint;
        if (const auto added = addRegion(regions, *region); !added)
            return tl::unexpected(added.error());
    }
    return regions;
}

// The store lies beside the workspace and is named after it: acme.muniment, acme.muniment-store.
std::filesystem::path storeOf(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(file, ignored);
    return (ignored ? file : absolute).string() + "-store";
}

Result<std::vector<WorkspaceRegion>> embeddedRegions(const Invocation& invocation) {
    std::vector<WorkspaceRegion> regions;
    for (const auto& name : splitAtCommas(invocation.texts("--regions"))) {
        const WorkspaceRegion region{RegionName(name), "embedded:" + storeOf(invocation.file()).string()};
        if (const auto added = addRegion(regions, region); !added)
            return tl::unexpected(added.error());
    }
    return regions;
}

Result<void> createStore(const std::filesystem::path& store, const std::vector<WorkspaceRegion>& regions) {
    std::vector<RegionName> names;
    names.reserve(regions.size());
    for (const auto& region : regions)
        names.push_back(region.region);
    return createEmbeddedStore(store, names);
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const bool isEmbedded = invocation.has("--embedded");
    if (isEmbedded == invocation.has("--endpoint") || isEmbedded != invocation.has("--regions")) {
        output.message("Give either --endpoint REGION=URL for each region, or --embedded --regions R,R.");
        return Exit::Usage;
    }
    const auto regions = isEmbedded ? embeddedRegions(invocation) : regionsOfServers(invocation, output);
    if (!regions)
        return tl::unexpected(regions.error());
    const auto file = invocation.file();
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return failure(ErrorCode::FileExists, {}, {{"file", file.string()}});
    if (isEmbedded) {
        if (const auto created = createStore(storeOf(file), *regions); !created)
            return tl::unexpected(created.error());
    }
    const auto replica = Replica::create(file, {*regions, invocation.text("--operator").value_or("")});
    if (!replica) {
        if (isEmbedded)
            std::filesystem::remove(storeOf(file), ignored);
        return tl::unexpected(replica.error());
    }
    if (output.wantsJson())
        output.object(JsonObject().text("file", file.string()).integer("regions", static_cast<int>(regions->size())));
    output.message("Made " + escaped(file.string()) + ". Next: muniment sync " + escaped(file.string()) + " --once");
    return Exit::Done;
}

MUNIMENT_COMMAND(workspaceNew,
                 {.name = "workspace new",
                  .summary = "Makes a workspace file; no server is contacted yet",
                  .positionals = {{"FILE", "the workspace file to make; must not exist"}},
                  .options = {{"--endpoint", "REGION=URL", "a region and how to reach it; once for each region",
                               Option::Kind::Texts},
                              {"--embedded", "", "keep the events in a store beside the file instead of on servers",
                               Option::Kind::Flag},
                              {"--regions", "R,R", "the regions of the embedded store", Option::Kind::Texts},
                              {"--operator", "NAME", "who commands are recorded for; else the database user"}},
                  .example = "muniment workspace new acme.muniment "
                             "--endpoint 'eu-west-1=postgresql://ann@eu.example:26257/iam?sslrootcert=ca.crt'",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
