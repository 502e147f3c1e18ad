#include "models/directory/look_alikes.h"

#include "models/directory/list_pages.h"
#include "models/domain/confusables.h"

#include <vector>

namespace muniment {

namespace {

using Found = Result<std::optional<std::string>>;

std::vector<std::string> namesOf(const UserRow& user) {
    return {user.userName, user.email};
}

std::vector<std::string> namesOf(const TeamRow& team) {
    return {team.name};
}

template <class Row, class Query>
Found findAmong(Snapshot& snapshot, Result<std::vector<Row>> (*read)(Snapshot&, const Query&),
                const NameQuestion& question, const std::stop_token& stop) {
    const std::string wanted = skeleton(question.name);
    Query query;
    query.tenant = question.tenant;
    ListPages<Row, Query> pages(snapshot, read, query);
    while (true) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return std::nullopt;
        for (const Row& row : *rows) {
            if (row.id == question.except)
                continue;
            for (const std::string& name : namesOf(row))
                if (!name.empty() && name != question.name && skeleton(name) == wanted)
                    return name;
        }
    }
}

} // namespace

Found findLookAlike(Snapshot& snapshot, const NameQuestion& question, const std::stop_token& stop) {
    if (question.name.empty())
        return std::nullopt;
    if (question.kind == NamedKind::Team)
        return findAmong<TeamRow, TeamQuery>(snapshot, listTeams, question, stop);
    return findAmong<UserRow, UserQuery>(snapshot, listUsers, question, stop);
}

} // namespace muniment
