// The questions about access, asked of an open workspace: all share one access graph, read from the file at the first
// question and brought up to date at each.
#pragma once

#include "models/access/live_access.h"
#include "models/items/access_answer.h"

#include <memory>

namespace muniment {

/// `workspace` must outlive what is asked; the graph is shared by all questions about it. NotFound where the file knows
/// nothing of the organization, the subject or the resource.
[[nodiscard]] AskAccess askAccess(Workspace& workspace, std::shared_ptr<LiveAccess> graph);
[[nodiscard]] AskWho askWho(Workspace& workspace, std::shared_ptr<LiveAccess> graph);
[[nodiscard]] AskRights askRights(Workspace& workspace, std::shared_ptr<LiveAccess> graph);
[[nodiscard]] AskActions askActions(Workspace& workspace, std::shared_ptr<LiveAccess> graph);
[[nodiscard]] AskNeighbours askNeighbours(Workspace& workspace, std::shared_ptr<LiveAccess> graph);

/// `projection` knows all that the snapshot holds.
[[nodiscard]] Result<AccessAnswer> answerAccess(Snapshot& snapshot, const AccessProjection& projection,
                                                const AccessRequest& request);
[[nodiscard]] Result<WhoAnswer> answerWho(Snapshot& snapshot, const AccessProjection& projection,
                                          const WhoRequest& request);
[[nodiscard]] Result<RightsAnswer> answerRights(Snapshot& snapshot, const AccessProjection& projection,
                                                const RightsRequest& request);
[[nodiscard]] Result<std::vector<std::string>> answerActions(Snapshot& snapshot, const AccessProjection& projection,
                                                             const ActionsRequest& request);
[[nodiscard]] Result<NeighboursAnswer> answerNeighbours(Snapshot& snapshot, const AccessProjection& projection,
                                                        const NeighboursRequest& request);

} // namespace muniment
