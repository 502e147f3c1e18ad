// org add | rename | plan | deactivate | reactivate | remove | domain add | domain verify | domain remove.
#include "app/cli/workspace_file.h"
#include "app/cli/write_command.h"
#include "models/directory/directory.h"

namespace muniment::cli {

namespace {

using MakeCommand = std::function<OrgCommand(const Invocation&)>;

Result<Exit> add(const Invocation& invocation, Output& output) {
    return runWrite(invocation, output, {WriteKind::Adds}, [&](Snapshot&) -> Result<CommandRequest> {
        const auto region = *invocation.text("--region");
        CommandRequest request;
        request.region = RegionName(region);
        request.command =
            OrgCommand(AddOrg{*invocation.text("--name"), region, invocation.text("--plan").value_or("")});
        return request;
    });
}

Result<Exit> change(const Invocation& invocation, Output& output, const MakeCommand& make) {
    return runWrite(invocation, output, {WriteKind::Changes}, [&](Snapshot& snapshot) {
        return findOrganization(snapshot, *invocation.text("ORG")).map([&](const OrgRow& org) {
            CommandRequest request;
            request.region = org.region;
            request.tenant = org.id;
            request.command = make(invocation);
            return request;
        });
    });
}

Command command(const std::string& name, const std::string& summary, std::vector<Option> options,
                const std::string& typed, MakeCommand make, std::vector<Positional> more = {}) {
    more.insert(more.begin(), {filePositional(), {"ORG", "id, beginning of an id, or name"}});
    return {.name = "org " + name,
            .summary = summary,
            .positionals = std::move(more),
            .options = withWritingOptions(std::move(options)),
            .example = "muniment org " + name + " acme.muniment 'Acme Ltd'" + typed,
            .run = [make = std::move(make)](const Invocation& invocation,
                                            Output& output) { return change(invocation, output, make); },
            .opensWindow = {}};
}

const Positional kDomain{"DOMAIN", "as in acme.example"};
const Option kName{"--name", "N", "its new name", Option::Kind::Text, true};
const Option kPlan{"--plan", "P", "its new plan, one of its region's", Option::Kind::Text, true};

MUNIMENT_COMMAND(addOrg, {.name = "org add",
                          .summary = "Creates an organization in a region; prints its id",
                          .positionals = {filePositional()},
                          .options = withWritingOptions({{"--name", "N", "its name", Option::Kind::Text, true},
                                                         {"--region", "R", "its home", Option::Kind::Text, true},
                                                         {"--plan", "P",
                                                          "its plan, one of the region's: free, standard, business and "
                                                          "enterprise in a fresh schema; default standard"}}),
                          .example = "muniment org add acme.muniment --name 'Acme Ltd' --region eu-west-1",
                          .run = add,
                          .opensWindow = {}});
MUNIMENT_COMMAND(rename, command("rename", "Gives an organization another name", {kName}, " --name 'Acme GmbH'",
                                 [](const Invocation& typed) { return RenameOrg{*typed.text("--name")}; }));
MUNIMENT_COMMAND(plan, command("plan", "Puts an organization on another plan", {kPlan}, " --plan enterprise",
                               [](const Invocation& typed) { return ChangeOrgPlan{*typed.text("--plan")}; }));
MUNIMENT_COMMAND(deactivate, command("deactivate", "Deactivates an organization; 'reactivate' undoes it", {}, "",
                                     [](const Invocation&) { return DeactivateOrg{}; }));
MUNIMENT_COMMAND(reactivate, command("reactivate", "Reactivates an organization", {}, "",
                                     [](const Invocation&) { return ReactivateOrg{}; }));
MUNIMENT_COMMAND(remove,
                 command("remove", "Removes an organization for good, with everything in it", {},
                         " --reason 'contract ended' --dry-run", [](const Invocation&) { return RemoveOrg{}; }));
MUNIMENT_COMMAND(addDomain,
                 command("domain add", "Lets an organization claim an internet domain", {}, " acme.example",
                         [](const Invocation& typed) { return AddDomain{*typed.text("DOMAIN")}; }, {kDomain}));
MUNIMENT_COMMAND(verifyDomain,
                 command("domain verify", "Says that a domain was proven to be the organization's, and no other's", {},
                         " acme.example --reason 'TXT record seen'",
                         [](const Invocation& typed) { return VerifyDomain{*typed.text("DOMAIN")}; }, {kDomain}));
MUNIMENT_COMMAND(removeDomain,
                 command("domain remove", "Takes a domain from an organization", {}, " acme.example",
                         [](const Invocation& typed) { return RemoveDomain{*typed.text("DOMAIN")}; }, {kDomain}));

} // namespace

} // namespace muniment::cli
