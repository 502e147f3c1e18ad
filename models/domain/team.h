// Teams: state, commands, decide, evolve. A member is a user or a team of the same tenant.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct TeamMember {
    enum class Kind { User, Team };
    Kind kind = Kind::User;
    AggregateId id;

    auto operator<=>(const TeamMember&) const = default;
};

struct TeamAdded {
    std::string name, description;
    bool operator==(const TeamAdded&) const = default;
};

struct TeamChanged { ///< only what changed is present
    std::optional<std::string> name, description;
    bool operator==(const TeamChanged&) const = default;
};

struct TeamRemoved {
    bool operator==(const TeamRemoved&) const = default;
};

struct TeamMemberAdded { ///< team.member.added: userId or teamId
    TeamMember member;
    bool operator==(const TeamMemberAdded&) const = default;
};

struct TeamMemberRemoved {
    TeamMember member;
    bool operator==(const TeamMemberRemoved&) const = default;
};

using TeamEvent = std::variant<TeamAdded, TeamChanged, TeamRemoved, TeamMemberAdded, TeamMemberRemoved>;

struct AddTeam {
    std::string name, description;
    bool operator==(const AddTeam&) const = default;
};

/// Absent members stay as they are.
struct ChangeTeam {
    std::optional<std::string> name, description;
    bool operator==(const ChangeTeam&) const = default;
};

struct RemoveTeam {
    bool operator==(const RemoveTeam&) const = default;
};

struct AddTeamMember {
    TeamMember member;
    bool operator==(const AddTeamMember&) const = default;
};

struct RemoveTeamMember {
    TeamMember member;
    bool operator==(const RemoveTeamMember&) const = default;
};

using TeamCommand = std::variant<AddTeam, ChangeTeam, RemoveTeam, AddTeamMember, RemoveTeamMember>;

enum class TeamLifecycle { None, Active, Removed };
/// "active", "removed"; "none" for a team that never was.
[[nodiscard]] std::string_view teamLifecycleName(TeamLifecycle lifecycle);

struct TeamState {
    TeamLifecycle lifecycle = TeamLifecycle::None;
    std::string name, description;
    std::set<TeamMember> members; ///< direct ones
};

/// What a decision about a team has to know of others, as it was when the team was loaded.
struct TeamSurroundings {
    bool isMemberThere = false; ///< the user or team to be added exists and is not removed
    bool wouldCycle = false;    ///< the team to be added is this one, or has this one below it
};

[[nodiscard]] Result<std::vector<TeamEvent>> decide(const TeamState& state, const TeamCommand& command,
                                                    const TeamSurroundings& surroundings);
[[nodiscard]] TeamState evolve(TeamState state, const TeamEvent& event);

[[nodiscard]] NewEvent encode(const TeamEvent& event, const std::string& reason = {});
/// Absent for a type that is not a team's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<TeamEvent> decodeTeamEvent(std::string_view type,
                                                       const std::optional<std::string>& payload);
[[nodiscard]] TeamState foldTeam(const std::vector<RecordedEvent>& events);

} // namespace muniment
