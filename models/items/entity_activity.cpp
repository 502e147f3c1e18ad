#include "models/items/entity_activity.h"

#include <string_view>
#include <vector>

namespace muniment {

namespace {

/// In whose payloads a thing is named, and by which member.
struct Mention {
    std::string_view type;
    const char* member;
    std::vector<std::string_view> by;
};

const std::vector<Mention>& mentions() {
    static const std::vector<Mention> all{{"user", "userId", {"grant", "team"}},
                                          {"team", "teamId", {"grant", "team"}},
                                          {"role", "roleId", {"grant"}},
                                          {"resource", "resourceId", {"grant", "role"}}};
    return all;
}

FilterNode nodeOf(FilterTerm term) {
    return {std::move(term), {}};
}

FilterNode ownEvents(const EntityRef& entity) {
    const auto id = entity.aggregate.id.text();
    return nodeOf(termOf(entity.aggregate.type == "user" ? FilterField::User : FilterField::Subject, id));
}

FilterNode mentioning(const EntityRef& entity, const Mention& mention) {
    auto types = termOf(FilterField::AggregateType, mention.by.front());
    for (std::size_t i = 1; i < mention.by.size(); ++i)
        types.values.push_back(termOf(FilterField::AggregateType, mention.by[i]).values.front());
    return {FilterAnd{{nodeOf(termOf(FilterField::Tenant, entity.tenant.text())), nodeOf(std::move(types)),
                       nodeOf(termOf(FilterField::Payload, entity.aggregate.id.text(), mention.member))}},
            {}};
}

} // namespace

FilterNode activityFilter(const EntityRef& entity) {
    if (entity.aggregate.type == "org")
        return nodeOf(termOf(FilterField::Tenant, entity.tenant.text()));
    for (const auto& mention : mentions())
        if (mention.type == entity.aggregate.type)
            return {FilterOr{{ownEvents(entity), mentioning(entity, mention)}}, {}};
    return ownEvents(entity);
}

} // namespace muniment
