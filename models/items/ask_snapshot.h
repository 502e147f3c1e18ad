// A function over a snapshot as a question of the item models.
#pragma once

#include "models/items/request_slot.h"
#include "models/timeline/match_cache.h"

#include <memory>

namespace muniment {

/// Binds `read` to the workspace's query pool; `workspace` must outlive what is asked.
template <class Request, class Answer>
[[nodiscard]] Ask<Request, Answer> askSnapshot(Workspace& workspace,
                                               Result<Answer> (*read)(Snapshot&, const Request&)) {
    return [&workspace, read](QObject* context, Request request, std::function<void(Result<Answer>)> done) {
        return workspace.query<Answer>(
            context,
            [read, request = std::move(request)](Snapshot& snapshot, const std::stop_token&) {
                return read(snapshot, request);
            },
            std::move(done));
    };
}

/// The same for a question about matches, which those that share the cache evaluate once.
template <class Request, class Answer>
[[nodiscard]] Ask<Request, Answer> askSnapshot(Workspace& workspace, std::shared_ptr<MatchCache> cache,
                                               Result<Answer> (*read)(Snapshot&, const Request&, MatchCache&)) {
    return [&workspace, cache = std::move(cache), read](QObject* context, Request request,
                                                        std::function<void(Result<Answer>)> done) {
        return workspace.query<Answer>(
            context,
            [cache, read, request = std::move(request)](Snapshot& snapshot, const std::stop_token&) {
                return read(snapshot, request, *cache);
            },
            std::move(done));
    };
}

} // namespace muniment
