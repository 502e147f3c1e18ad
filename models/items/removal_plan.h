// What removing a thing comes to: the requests that do it, and in words what goes with it.
#pragma once

#include "models/commands/command.h"
#include "models/directory/dependents.h"
#include "models/items/request_slot.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace muniment {

struct RemovalPlan {
    /// In order; the last one removes the thing itself.
    std::vector<CommandRequest> requests;
    std::optional<OrganizationContents> contents; ///< of an organization
};

using AskRemoval = Ask<CommandRequest, RemovalPlan>;
/// Of a request that removes something. `workspace` must outlive what is asked.
[[nodiscard]] AskRemoval askRemoval(Workspace& workspace);

/// A sentence for each kind of thing that goes with it; empty: nothing else does.
[[nodiscard]] QStringList removalWords(const RemovalPlan& plan);

} // namespace muniment
