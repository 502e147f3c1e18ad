// Commands as lines of JSON: what scripts send with `apply`, and how a staged change set is kept in the workspace.
//
//   {"command":"user.lock","region":"eu-west-1","tenant":"…","id":"…","ifSequence":7,"reason":"phone stolen"}
//   {"command":"grant.add","region":"eu-west-1","tenant":"…","roleId":"…","userId":"…","until":"2027-01-01T00:00:00Z"}
//
// The members of a command are named like those of the events it leads to. "following" holds further objects without
// region and tenant.
#pragma once

#include "models/commands/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// "user.lock", "team.member.add", …; one name for each alternative of AnyCommand.
[[nodiscard]] std::string_view commandName(const AnyCommand& command);
/// All of them, ascending.
[[nodiscard]] std::vector<std::string_view> commandNames();

/// One line, without its end. isDryRun and operatorName are whoever sends it's affair and not written.
[[nodiscard]] std::string printCommand(const CommandRequest& request);

/// InvalidInput (context "field"): not a JSON object, an unknown command or member, a member that is missing or of the
/// wrong kind. Never throws, whatever the bytes are. Ids and names are taken as they stand; rules are the decider's.
[[nodiscard]] Result<CommandRequest> parseCommand(std::string_view line);

} // namespace muniment
