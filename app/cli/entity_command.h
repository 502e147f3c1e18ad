// A command about one entity, from its declaration to its request: found by what was typed, changed by what is wished.
#pragma once

#include "app/cli/entity.h"
#include "app/cli/write_command.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace muniment::cli {

template <class Row>
using MakeFor = std::function<Result<AnyCommand>(const Invocation&, Snapshot&, const Row&)>;

/// `name`: the words behind the noun ("member add"); `typed`: what stands behind the entity in the example.
template <class Row>
[[nodiscard]] Command entityCommand(const EntityKind<Row>& kind, const std::string& name, const std::string& summary,
                                    std::vector<Option> options, const std::string& typed, MakeFor<Row> make) {
    options.push_back(withinOption());
    return {.name = kind.noun + " " + name,
            .summary = summary,
            .positionals = {filePositional(), kind.positional},
            .options = withWritingOptions(std::move(options)),
            .example = "muniment " + kind.noun + " " + name + " acme.muniment " + kind.example + typed,
            .run =
                [&kind, make = std::move(make)](const Invocation& invocation, Output& output) {
                    return runWrite(invocation, output, {WriteKind::Changes},
                                    [&](Snapshot& snapshot) -> Result<CommandRequest> {
                                        const auto row = typedEntity(invocation, snapshot, kind);
                                        if (!row)
                                            return tl::unexpected(row.error());
                                        return make(invocation, snapshot, *row).map([&](AnyCommand command) {
                                            return requestFor(*row, std::move(command));
                                        });
                                    });
                },
            .opensWindow = {}};
}

/// "team remove": for good, with what follows from it.
template <class Row>
[[nodiscard]] Command removalCommand(const EntityKind<Row>& kind, const std::string& summary, AnyCommand command) {
    return entityCommand<Row>(kind, "remove", summary, {}, " --reason 'no longer needed' --dry-run",
                              [command = std::move(command)](const Invocation&, Snapshot&,
                                                             const Row&) -> Result<AnyCommand> { return command; });
}

/// "team add": `make` is given the organization that --tenant names.
[[nodiscard]] Command additionCommand(const std::string& noun, const std::string& summary, std::vector<Option> options,
                                      const std::string& typed, MakeFor<OrgRow> make);

} // namespace muniment::cli
