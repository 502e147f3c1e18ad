// resource add | change | remove.
#include "app/cli/entity_command.h"

namespace muniment::cli {

namespace {

Result<AnyCommand> added(const Invocation& typed, Snapshot& snapshot, const OrgRow& org) {
    return typedResource(typed, snapshot, org.id, "--parent").map([&](AggregateId parent) {
        return AnyCommand(
            ResourceCommand(AddResource{*typed.text("--name"), *typed.text("--type"), std::move(parent)}));
    });
}

Result<AnyCommand> changed(const Invocation& typed, Snapshot& snapshot, const ResourceRow& resource) {
    if (typed.has("--parent") && typed.has("--top"))
        return failure(ErrorCode::InvalidInput, "give --parent or --top", {{"field", "--parent"}});
    return typedResource(typed, snapshot, resource.tenant, "--parent").map([&](AggregateId parent) {
        ChangeResource wish{typed.text("--name"), std::nullopt};
        if (typed.has("--parent") || typed.has("--top"))
            wish.parent = std::move(parent);
        return AnyCommand(ResourceCommand(std::move(wish)));
    });
}

const Option kParent{"--parent", "RES", "the resource it lies in: id, beginning of it, or name"};

MUNIMENT_COMMAND(addResource,
                 additionCommand("resource", "Makes a resource known that permissions are about; prints its id",
                                 {{"--type", "T", "its type: document, project, room …", Option::Kind::Text, true},
                                  {"--name", "N", "its name", Option::Kind::Text, true},
                                  kParent},
                                 " --type document --name Handbook", added));
MUNIMENT_COMMAND(change, entityCommand<ResourceRow>(resourceKind(), "change", "Renames or moves a resource",
                                                    {{"--name", "N", "its new name"},
                                                     kParent,
                                                     {"--top", "", "lift it to the top", Option::Kind::Flag}},
                                                    " --name 'Staff Handbook'", changed));
MUNIMENT_COMMAND(remove, removalCommand<ResourceRow>(resourceKind(),
                                                     "Removes a resource for good, all below it and its grants with it",
                                                     ResourceCommand(RemoveResource{})));

} // namespace

} // namespace muniment::cli
