// Commands in words: what is wished, of what.
#pragma once

#include "models/commands/command.h"

#include <QString>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace muniment {

/// Names of things by (tenant, id); what is not in it is shown by its shortened id.
using EntityNames = std::map<std::pair<TenantId, AggregateId>, std::string>;

/// Everything that a request is about or names: of its command, and of what follows.
[[nodiscard]] std::set<AggregateKey> thingsNamedBy(const CommandRequest& request);

/// What the command does, as an action is called: "Lock User", "Grant Role".
[[nodiscard]] QString commandTitle(const AnyCommand& command);

/// What an addition calls what it makes; empty for other commands, and for what has no name.
[[nodiscard]] std::string additionName(const AnyCommand& command);

struct CommandDetail {
    QString name;  ///< a field in words: "User name"
    QString value; ///< plain text
};

/// What it says beside its kind, in a fixed order, ids by their names; hashes and keys are left out.
[[nodiscard]] std::vector<CommandDetail> commandDetails(const CommandRequest& request, const EntityNames& names);
/// The details in one line: "User name: ann, E-mail: ann@acme.example".
[[nodiscard]] QString commandSummary(const CommandRequest& request, const EntityNames& names);

} // namespace muniment
