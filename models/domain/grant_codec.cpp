// Grant events to and from the log's rows.
#include "models/domain/grant.h"
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/team_member_codec.h"

namespace muniment {

namespace {

using Bound = std::optional<Instant>;

void putChange(PayloadBuilder& payload, const char* key, const std::optional<Bound>& change) {
    if (change)
        payload.text(key, *change ? formatInstant(**change) : std::string());
}

/// An empty text takes the bound away; one that is no time changes nothing.
std::optional<Bound> readChange(const PayloadFields& fields, const char* key) {
    const auto text = fields.text(key);
    if (!text)
        return std::nullopt;
    if (text->empty())
        return Bound();
    const auto bound = fields.instant(key);
    return bound ? std::optional<Bound>(bound) : std::nullopt;
}

std::optional<GrantEvent> readAdded(const PayloadFields& fields) {
    auto role = fields.id("roleId");
    auto subject = readMember(fields);
    if (role.isEmpty() || !subject)
        return std::nullopt;
    return GrantAdded{std::move(role), std::move(*subject), fields.id("resourceId"), fields.instant("from"),
                      fields.instant("until")};
}

} // namespace

NewEvent encode(const GrantEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const GrantAdded& added) {
                                         payload.text("roleId", added.role.text());
                                         putMember(payload, added.subject);
                                         putUnlessEmpty(payload, "resourceId", added.resource);
                                         putIfPresent(payload, "from", added.from);
                                         putIfPresent(payload, "until", added.until);
                                         return "grant.added";
                                     },
                                     [&](const GrantChanged& changed) {
                                         putChange(payload, "from", changed.from);
                                         putChange(payload, "until", changed.until);
                                         return "grant.changed";
                                     },
                                     [](const GrantRemoved&) { return "grant.removed"; },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<GrantEvent> decodeGrantEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (type == "grant.removed")
        return GrantRemoved{};
    if (type == "grant.added")
        return readAdded(PayloadFields(payload));
    if (type != "grant.changed")
        return std::nullopt;
    const PayloadFields fields(payload);
    return GrantChanged{readChange(fields, "from"), readChange(fields, "until")};
}

} // namespace muniment
