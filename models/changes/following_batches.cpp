#include "models/changes/following_batches.h"

#include <algorithm>

namespace muniment {

std::vector<CommandRequest> batched(const CommandRequest& origin, std::span<const FollowingCommand> commands) {
    std::vector<CommandRequest> requests;
    while (!commands.empty()) {
        const auto part = commands.first(std::min(commands.size(), kMostFollowing + 1));
        CommandRequest request = origin;
        request.id = part.front().id;
        request.command = part.front().command;
        request.ifSequence.reset();
        request.following.assign(part.begin() + 1, part.end());
        requests.push_back(std::move(request));
        commands = commands.subspan(part.size());
    }
    return requests;
}

} // namespace muniment
