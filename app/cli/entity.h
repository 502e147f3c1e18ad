// Entities as people type them: how one of a kind is found in the file, and what every request about it begins with.
#pragma once

#include "app/cli/listing.h"
#include "app/cli/workspace_file.h"
#include "models/commands/command.h"
#include "models/directory/directory.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment::cli {

/// One kind of entity that belongs to an organization.
template <class Row>
struct EntityKind {
    std::string noun;      ///< first word of its commands: "team"
    Positional positional; ///< "TEAM"
    std::string example;   ///< what stands for one in examples: "Operations"
    Result<Row> (*find)(Snapshot&, const std::string&, std::optional<Moment>, const std::optional<TenantId>&);
};

[[nodiscard]] const EntityKind<UserRow>& userKind();
[[nodiscard]] const EntityKind<TeamRow>& teamKind();
[[nodiscard]] const EntityKind<RoleRow>& roleKind();
[[nodiscard]] const EntityKind<ResourceRow>& resourceKind();
[[nodiscard]] const EntityKind<GrantRow>& grantKind();
[[nodiscard]] const EntityKind<SessionRow>& sessionKind();
[[nodiscard]] const EntityKind<SeparationRow>& separationKind();

/// --tenant, by which an entity that is typed is looked for in one organization only.
[[nodiscard]] Option withinOption();

/// The entity that the command line names, as of `asOf`.
template <class Row>
[[nodiscard]] Result<Row> typedEntity(const Invocation& invocation, Snapshot& snapshot, const EntityKind<Row>& kind,
                                      std::optional<Moment> asOf = {}) {
    const auto tenant = tenantOption(invocation, snapshot, asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    return kind.find(snapshot, *invocation.text(kind.positional.name), asOf, *tenant);
}

template <class Row>
[[nodiscard]] CommandRequest requestFor(const Row& row, AnyCommand command) {
    CommandRequest request;
    request.region = row.region;
    request.tenant = row.tenant;
    request.id = row.id;
    request.command = std::move(command);
    return request;
}

/// The user or the team that --user or --team names within a tenant; InvalidInput unless it is just one of them.
[[nodiscard]] Result<TeamMember> typedMember(const Invocation& invocation, Snapshot& snapshot, const TenantId& tenant);
/// The id of the resource that `option` names within a tenant; empty when it was not given.
[[nodiscard]] Result<AggregateId> typedResource(const Invocation& invocation, Snapshot& snapshot,
                                                const TenantId& tenant, const std::string& option);

/// --user and --team.
[[nodiscard]] std::vector<Option> memberOptions();

} // namespace muniment::cli
