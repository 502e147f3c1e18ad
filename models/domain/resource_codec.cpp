// Resource events to and from the log's rows.
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/resource.h"

namespace muniment {

NewEvent encode(const ResourceEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const ResourceAdded& added) {
                                         payload.text("name", added.name);
                                         putUnlessEmpty(payload, "resourceType", added.resourceType);
                                         putUnlessEmpty(payload, "parentId", added.parent);
                                         return "resource.added";
                                     },
                                     [&](const ResourceChanged& changed) {
                                         putIfPresent(payload, "name", changed.name);
                                         if (changed.parent)
                                             payload.text("parentId", changed.parent->text());
                                         return "resource.changed";
                                     },
                                     [](const ResourceRemoved&) { return "resource.removed"; },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<ResourceEvent> decodeResourceEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (type == "resource.removed")
        return ResourceRemoved{};
    if (type != "resource.added" && type != "resource.changed")
        return std::nullopt;

    const PayloadFields fields(payload);
    auto name = fields.text("name");
    if (type == "resource.added") {
        if (!name)
            return std::nullopt;
        return ResourceAdded{std::move(*name), fields.textOrEmpty("resourceType"), fields.id("parentId")};
    }
    ResourceChanged changed{std::move(name), std::nullopt};
    if (auto parent = fields.text("parentId"))
        changed.parent = AggregateId(std::move(*parent));
    return changed;
}

} // namespace muniment
