// plan list | add | change | remove: what organizations may be sold, facts of the installation.
#include "app/cli/entity.h"
#include "app/cli/write_command.h"

namespace muniment::cli {

namespace {

std::string_view lifecycleName(PlanState::Lifecycle lifecycle) {
    return lifecycle == PlanState::Lifecycle::Removed ? "removed" : "active";
}

Result<PlanQuery> queryOf(const Invocation& invocation, Snapshot&) {
    PlanQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state =
        oneOf(invocation, "--state", {PlanState::Lifecycle::Active, PlanState::Lifecycle::Removed}, lifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.text = invocation.text("--text").value_or("");
    return query;
}

std::vector<std::string> cells(const PlanRow& row) {
    return {row.key, row.name, std::to_string(row.organizations), std::string(lifecycleName(row.lifecycle)),
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<PlanRow, PlanQuery>(invocation, output,
                                        {queryOf,
                                         listPlans,
                                         planFields(),
                                         {{"KEY"}, {"NAME"}, {"ORGANIZATIONS", true}, {"STATE"}, {"CHANGED"}},
                                         cells});
}

/// The region that --region names, else the file's first; the server says where its installation keeps its plans.
Result<RegionName> regionOf(const Invocation& invocation, Snapshot& snapshot) {
    if (const auto typed = invocation.text("--region"))
        return RegionName(*typed);
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    if (regions->empty())
        return failure(ErrorCode::NotFound, {}, {{"what", "region"}, {"id", ""}});
    return regions->front().region;
}

using Make = std::function<PlanCommand(const Invocation&)>;

Command command(const std::string& name, const std::string& summary, std::vector<Option> options,
                const std::string& typed, WriteKind kind, Make make) {
    options.push_back({"--region", "R", "of the installation that R belongs to; default the file's first"});
    return {.name = "plan " + name,
            .summary = summary,
            .positionals = {filePositional(), {"KEY", "small letters, digits, \"-\", \"_\", \".\""}},
            .options = withWritingOptions(std::move(options)),
            .example = "muniment plan " + name + " acme.muniment gold" + typed,
            .run =
                [kind, make = std::move(make)](const Invocation& invocation, Output& output) {
                    return runWrite(invocation, output, {kind}, [&](Snapshot& snapshot) {
                        return regionOf(invocation, snapshot).map([&](const RegionName& region) {
                            CommandRequest request;
                            request.region = region;
                            request.id = AggregateId(*invocation.text("KEY"));
                            request.command = make(invocation);
                            return request;
                        });
                    });
                },
            .opensWindow = {}};
}

const Option kName{"--name", "N", "its name", Option::Kind::Text, true};

MUNIMENT_COMMAND(list, {.name = "plan list",
                        .summary = "Lists plans in order of their names",
                        .positionals = {filePositional()},
                        .options = {asOfOption(),
                                    {"--state", "S", "active or removed; else all but removed"},
                                    {"--text", "TEXT", "whose key or name holds TEXT, without case and accents"},
                                    {"--limit", "N", "at most N", Option::Kind::Whole}},
                        .example = "muniment plan list acme.muniment --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(add, command("add", "Adds a plan that organizations may have; prints its key", {kName}, " --name Gold",
                              WriteKind::Adds, [](const Invocation& typed) {
                                  return AddPlan{*typed.text("KEY"), *typed.text("--name")};
                              }));
MUNIMENT_COMMAND(change, command("change", "Renames a plan", {kName}, " --name Golden", WriteKind::Changes,
                                 [](const Invocation& typed) { return RenamePlan{*typed.text("--name")}; }));
MUNIMENT_COMMAND(remove, command("remove", "Removes a plan; who has it keeps it", {}, "", WriteKind::Changes,
                                 [](const Invocation&) { return RemovePlan{}; }));

} // namespace

} // namespace muniment::cli
