#include "models/commands/command_forms.h"

#include <algorithm>

namespace muniment {

namespace {

template <class... Groups>
std::vector<CommandForm> joined(const std::variant<Groups...>*) {
    std::vector<CommandForm> all;
    const auto append = [&all](std::span<const CommandForm> forms) {
        all.insert(all.end(), forms.begin(), forms.end());
    };
    (append(formsOf(static_cast<const Groups*>(nullptr))), ...);
    return all;
}

} // namespace

const std::vector<CommandForm>& commandForms() {
    static const std::vector<CommandForm> forms = joined(static_cast<const AnyCommand*>(nullptr));
    return forms;
}

const CommandForm& commandFormOf(const AnyCommand& command) {
    return std::visit([](const auto& group) -> const CommandForm& { return formsOf(&group)[group.index()]; }, command);
}

const CommandForm* findCommandForm(std::string_view name) {
    const auto& forms = commandForms();
    const auto found = std::ranges::find(forms, name, &CommandForm::name);
    return found == forms.end() ? nullptr : &*found;
}

} // namespace muniment
