#include "models/commands/command_fields.h"

#include "models/commands/command_forms.h"

namespace muniment {

std::optional<CommandShape> commandShape(std::string_view command) {
    const CommandForm* form = findCommandForm(command);
    auto members = CommandMembers::parse("{}");
    if (form == nullptr || !members)
        return std::nullopt;
    const AnyCommand read = form->read(*members);
    CommandShape shape{form->name, aggregateTypeOf(read), isAddition(read), {}};
    for (const CommandMembers::Asked& asked : members->asked())
        shape.fields.push_back({asked.key, asked.isRequired, asked.isList});
    return shape;
}

} // namespace muniment
