// What a person may mean while they type a name: organizations, users, teams, roles and resources that are there.
#pragma once

#include "models/directory/directory.h"
#include "models/items/entity_activity.h"
#include "models/items/request_slot.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct EntityOption {
    EntityRef entity;
    RegionName region;
    std::string name;  ///< what it is called, and as such unique among its kind in an organization
    std::string place; ///< the organization it is of; of an organization its region
    QString words;     ///< a line that tells it from others of the same name; plain text

    bool operator==(const EntityOption&) const = default;
};

enum class OptionKind { Organization, User, Team, Role, Resource };

struct OptionsRequest {
    std::vector<OptionKind> kinds;
    std::optional<TenantId> tenant; ///< of one organization
    std::string text;               ///< as their lists find by it
    int most = 20;                  ///< of each kind
    std::optional<Moment> asOf = {};
};

/// Nothing that is removed, and no organization that is deactivated. Where all is of one organization, that
/// organization itself is offered as "the whole of" it, whatever the text.
using AskOptions = Ask<OptionsRequest, std::vector<EntityOption>>;

/// `workspace` must outlive what is asked.
[[nodiscard]] AskOptions askOptions(Workspace& workspace);

[[nodiscard]] EntityOption optionOf(const OrgRow& org);
/// "The whole organization Nordwind AG".
[[nodiscard]] QString wholeOrganizationText(const TenantId& tenant, const std::string& name);
[[nodiscard]] EntityOption optionOf(const UserRow& user);
[[nodiscard]] EntityOption optionOf(const TeamRow& team);
[[nodiscard]] EntityOption optionOf(const RoleRow& role);
[[nodiscard]] EntityOption optionOf(const ResourceRow& resource);

} // namespace muniment
