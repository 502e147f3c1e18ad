// The questions the directory lists ask.
#pragma once

#include "models/directory/directory.h"
#include "models/items/request_slot.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// A page of a list, or, with `query.limit` covering all that is loaded, the list anew.
template <class Query>
struct ListRequest {
    Query query;
    bool isMore = false; ///< the rows after query.after, to be appended
};

template <class Row>
struct ListPage {
    std::int64_t total = 0;
    std::vector<Row> rows;
};

using AskOrganizations = Ask<ListRequest<OrgQuery>, ListPage<OrgRow>>;
using AskUsers = Ask<ListRequest<UserQuery>, ListPage<UserRow>>;

} // namespace muniment
