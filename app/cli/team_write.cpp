// team add | rename | remove | member add | member remove.
#include "app/cli/entity_command.h"

namespace muniment::cli {

namespace {

Result<AnyCommand> added(const Invocation& typed, Snapshot&, const OrgRow&) {
    return TeamCommand(AddTeam{*typed.text("--name"), typed.text("--description").value_or("")});
}

Result<AnyCommand> renamed(const Invocation& typed, Snapshot&, const TeamRow&) {
    return TeamCommand(ChangeTeam{typed.text("--name"), typed.text("--description")});
}

Result<AnyCommand> memberAdded(const Invocation& typed, Snapshot& snapshot, const TeamRow& team) {
    return typedMember(typed, snapshot, team.tenant).map([](const TeamMember& member) {
        return AnyCommand(TeamCommand(AddTeamMember{member}));
    });
}

Result<AnyCommand> memberRemoved(const Invocation& typed, Snapshot& snapshot, const TeamRow& team) {
    return typedMember(typed, snapshot, team.tenant).map([](const TeamMember& member) {
        return AnyCommand(TeamCommand(RemoveTeamMember{member}));
    });
}

const Option kDescription{"--description", "D", "what it is for"};

MUNIMENT_COMMAND(addTeam, additionCommand("team", "Creates a team in an organization; prints its id",
                                          {{"--name", "N", "its name", Option::Kind::Text, true}, kDescription},
                                          " --name Operations", added));
MUNIMENT_COMMAND(rename, entityCommand<TeamRow>(teamKind(), "rename",
                                                "Changes a team's name or description; what is not given stays",
                                                {{"--name", "N", "its new name"}, kDescription},
                                                " --name 'Site Reliability'", renamed));
MUNIMENT_COMMAND(addMember, entityCommand<TeamRow>(teamKind(), "member add", "Takes a user or a team into a team",
                                                   memberOptions(), " --user ann", memberAdded));
MUNIMENT_COMMAND(removeMember,
                 entityCommand<TeamRow>(teamKind(), "member remove", "Takes a user or a team out of a team",
                                        memberOptions(), " --user ann", memberRemoved));
MUNIMENT_COMMAND(remove,
                 removalCommand<TeamRow>(teamKind(), "Removes a team for good, its memberships and grants with it",
                                         TeamCommand(RemoveTeam{})));

} // namespace

} // namespace muniment::cli
