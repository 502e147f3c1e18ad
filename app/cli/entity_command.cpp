#include "app/cli/entity_command.h"

namespace muniment::cli {

Command additionCommand(const std::string& noun, const std::string& summary, std::vector<Option> options,
                        const std::string& typed, MakeFor<OrgRow> make) {
    options.insert(options.begin(),
                   {"--tenant", "ORG", "the organization: id, beginning of it, or name", Option::Kind::Text, true});
    return {.name = noun + " add",
            .summary = summary,
            .positionals = {filePositional()},
            .options = withWritingOptions(std::move(options)),
            .example = "muniment " + noun + " add acme.muniment --tenant 'Acme Ltd'" + typed,
            .run =
                [make = std::move(make)](const Invocation& invocation, Output& output) {
                    return runWrite(invocation, output, {WriteKind::Adds},
                                    [&](Snapshot& snapshot) -> Result<CommandRequest> {
                                        const auto org = findOrganization(snapshot, *invocation.text("--tenant"));
                                        if (!org)
                                            return tl::unexpected(org.error());
                                        return make(invocation, snapshot, *org).map([&](AnyCommand command) {
                                            CommandRequest request;
                                            request.region = org->region;
                                            request.tenant = org->id;
                                            request.command = std::move(command);
                                            return request;
                                        });
                                    });
                },
            .opensWindow = {}};
}

} // namespace muniment::cli
