#include "app/cli/command.h"

#include <cstdio>
#include <cstdlib>

namespace muniment::cli {

static std::map<std::string, Command>& registry() {
    static std::map<std::string, Command> commands;
    return commands;
}

bool registerCommand(Command command) {
    const std::string name = command.name;
    return registry().emplace(name, std::move(command)).second;
}

const std::map<std::string, Command>& allCommands() {
    return registry();
}

const std::vector<std::string>& Invocation::valuesOf(const std::string& name) const {
    const auto found = m_values.find(name);
    if (found == m_values.end()) {
        std::fprintf(stderr, "muniment: '%s' is not declared by this command\n", name.c_str());
        std::abort();
    }
    return found->second;
}

std::optional<std::string> Invocation::text(const std::string& name) const {
    const auto& values = valuesOf(name);
    return values.empty() ? std::nullopt : std::optional(values.back());
}

std::vector<std::string> Invocation::texts(const std::string& name) const {
    return valuesOf(name);
}

std::optional<std::int64_t> Invocation::whole(const std::string& name) const {
    const auto& values = valuesOf(name);
    return values.empty() ? std::nullopt : std::optional<std::int64_t>(std::stoll(values.back()));
}

bool Invocation::has(const std::string& name) const {
    return !valuesOf(name).empty();
}

void Invocation::declare(const std::string& name) {
    m_values.try_emplace(name);
}

void Invocation::add(const std::string& name, std::string value) {
    m_values[name].push_back(std::move(value));
}

} // namespace muniment::cli
