#include "models/items/access_queries.h"

namespace muniment {

namespace {

/// Binds an answering function to the query pool and the shared graph.
template <class Request, class Answer>
Ask<Request, Answer> askGraph(Workspace& workspace, std::shared_ptr<LiveAccess> graph,
                              Result<Answer> (*answer)(Snapshot&, const AccessProjection&, const Request&)) {
    return [&workspace, graph = std::move(graph), answer](QObject* context, Request request,
                                                          std::function<void(Result<Answer>)> done) {
        return workspace.query<Answer>(
            context,
            [graph, answer, request = std::move(request)](Snapshot& snapshot,
                                                          const std::stop_token&) -> Result<Answer> {
                auto asked = graph->ask(snapshot, [&](const AccessProjection& projection) {
                    return answer(snapshot, projection, request);
                });
                if (!asked)
                    return tl::unexpected(asked.error());
                return std::move(*asked);
            },
            std::move(done));
    };
}

} // namespace

AskAccess askAccess(Workspace& workspace, std::shared_ptr<LiveAccess> graph) {
    return askGraph(workspace, std::move(graph), &answerAccess);
}

AskWho askWho(Workspace& workspace, std::shared_ptr<LiveAccess> graph) {
    return askGraph(workspace, std::move(graph), &answerWho);
}

AskRights askRights(Workspace& workspace, std::shared_ptr<LiveAccess> graph) {
    return askGraph(workspace, std::move(graph), &answerRights);
}

AskActions askActions(Workspace& workspace, std::shared_ptr<LiveAccess> graph) {
    return askGraph(workspace, std::move(graph), &answerActions);
}

AskNeighbours askNeighbours(Workspace& workspace, std::shared_ptr<LiveAccess> graph) {
    return askGraph(workspace, std::move(graph), &answerNeighbours);
}

} // namespace muniment
