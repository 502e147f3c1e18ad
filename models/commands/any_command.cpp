#include "models/commands/command.h"
#include "models/domain/overloaded.h"

namespace muniment {

std::string_view aggregateTypeOf(const AnyCommand& command) {
    return std::visit(Overloaded{
                          [](const OrgCommand&) { return "org"; },
                          [](const UserCommand&) { return "user"; },
                          [](const CredentialCommand&) { return "user"; },
                          [](const TeamCommand&) { return "team"; },
                          [](const RoleCommand&) { return "role"; },
                          [](const ResourceCommand&) { return "resource"; },
                          [](const GrantCommand&) { return "grant"; },
                          [](const SessionCommand&) { return "session"; },
                          [](const PlanCommand&) { return "plan"; },
                          [](const SeparationCommand&) { return "separation"; },
                          [](const ReviewCommand&) { return "review"; },
                      },
                      command);
}

bool isAddition(const AnyCommand& command) {
    return std::visit(Overloaded{
                          [](const OrgCommand& org) { return std::holds_alternative<AddOrg>(org); },
                          [](const UserCommand& user) {
                              return std::holds_alternative<AddHuman>(user) || std::holds_alternative<AddMachine>(user);
                          },
                          [](const TeamCommand& team) { return std::holds_alternative<AddTeam>(team); },
                          [](const RoleCommand& role) { return std::holds_alternative<AddRole>(role); },
                          [](const ResourceCommand& resource) { return std::holds_alternative<AddResource>(resource); },
                          [](const GrantCommand& grant) { return std::holds_alternative<AddGrant>(grant); },
                          [](const SeparationCommand& rule) { return std::holds_alternative<AddSeparation>(rule); },
                          [](const ReviewCommand& review) { return std::holds_alternative<StartReview>(review); },
                          [](const auto&) { return false; }, // credentials belong to a user, plans are named
                      },
                      command);
}

} // namespace muniment
