// A function over a snapshot and the access graph that all questions share, as a question of the item models.
#pragma once

#include "models/access/live_access.h"
#include "models/items/directory_queries.h"
#include "models/replica/sqlite.h"

#include <memory>
#include <stop_token>

namespace muniment {

/// Binds `read` to the workspace's query pool; `workspace` must outlive what is asked.
template <class Request, class Answer>
[[nodiscard]] Ask<Request, Answer> askWithGraph(Workspace& workspace, std::shared_ptr<LiveAccess> access,
                                                Result<Answer> (*read)(Snapshot&, LiveAccess&, const Request&,
                                                                       const std::stop_token&)) {
    return [&workspace, access = std::move(access), read](QObject* context, Request request,
                                                          std::function<void(Result<Answer>)> done) {
        return workspace.query<Answer>(
            context,
            [access, read, request = std::move(request)](Snapshot& snapshot, const std::stop_token& stop) {
                return read(snapshot, *access, request, stop);
            },
            std::move(done));
    };
}

/// `read` with the graph up to what the snapshot holds; it may throw sqlite::Failure, which becomes an error.
template <class Answer, class Read>
[[nodiscard]] Result<Answer> askGraph(Snapshot& snapshot, LiveAccess& access, const Read& read) {
    auto asked = access.ask(snapshot, [&](const AccessProjection& projection) {
        return sqlite::guarded([&]() -> Result<Answer> { return read(projection); });
    });
    if (!asked)
        return tl::unexpected(asked.error());
    if (!*asked)
        return tl::unexpected(asked->error());
    return std::move(**asked);
}

/// The only page of a list that comes whole; what is asked for after it is nothing.
template <class Row>
[[nodiscard]] ListPage<Row> wholeList(std::vector<Row> rows, bool isMore) {
    const auto total = std::ssize(rows);
    if (isMore)
        rows.clear();
    return {total, std::move(rows)};
}

} // namespace muniment
