// One form for each alternative of AnyCommand: its name and how its members are read and written.
#pragma once

#include "models/base/canonical_json.h"
#include "models/commands/command.h"
#include "models/commands/command_members.h"

#include <span>
#include <string_view>
#include <vector>

namespace muniment {

struct CommandForm {
    std::string_view name;
    AnyCommand (*read)(CommandMembers& members);
};

/// Of the variant's alternatives, in their order; the pointer only chooses the variant.
[[nodiscard]] std::span<const CommandForm> formsOf(const OrgCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const UserCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const CredentialCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const TeamCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const RoleCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const ResourceCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const GrantCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const SessionCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const PlanCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const SeparationCommand* group);
[[nodiscard]] std::span<const CommandForm> formsOf(const ReviewCommand* group);

/// Adds the members that say what is wished; the command's name is not among them.
void writeMembers(PayloadBuilder& json, const OrgCommand& group);
void writeMembers(PayloadBuilder& json, const UserCommand& group);
void writeMembers(PayloadBuilder& json, const CredentialCommand& group);
void writeMembers(PayloadBuilder& json, const TeamCommand& group);
void writeMembers(PayloadBuilder& json, const RoleCommand& group);
void writeMembers(PayloadBuilder& json, const ResourceCommand& group);
void writeMembers(PayloadBuilder& json, const GrantCommand& group);
void writeMembers(PayloadBuilder& json, const SessionCommand& group);
void writeMembers(PayloadBuilder& json, const PlanCommand& group);
void writeMembers(PayloadBuilder& json, const SeparationCommand& group);
void writeMembers(PayloadBuilder& json, const ReviewCommand& group);

/// Of every command.
[[nodiscard]] const std::vector<CommandForm>& commandForms();
[[nodiscard]] const CommandForm& commandFormOf(const AnyCommand& command);
/// nullptr for a name that no command has.
[[nodiscard]] const CommandForm* findCommandForm(std::string_view name);

} // namespace muniment
