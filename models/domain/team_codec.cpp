// Team events to and from the log's rows.
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/team.h"
#include "models/domain/team_member_codec.h"

namespace muniment {

void putMember(PayloadBuilder& payload, const TeamMember& member) {
    payload.text(member.kind == TeamMember::Kind::Team ? "teamId" : "userId", member.id.text());
}

std::optional<TeamMember> readMember(const PayloadFields& fields) {
    auto user = fields.id("userId");
    auto team = fields.id("teamId");
    if (user.isEmpty() == team.isEmpty())
        return std::nullopt;
    if (team.isEmpty())
        return TeamMember{TeamMember::Kind::User, std::move(user)};
    return TeamMember{TeamMember::Kind::Team, std::move(team)};
}

NewEvent encode(const TeamEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const TeamAdded& added) {
                                         payload.text("name", added.name);
                                         putUnlessEmpty(payload, "description", added.description);
                                         return "team.added";
                                     },
                                     [&](const TeamChanged& changed) {
                                         putIfPresent(payload, "name", changed.name);
                                         putIfPresent(payload, "description", changed.description);
                                         return "team.changed";
                                     },
                                     [](const TeamRemoved&) { return "team.removed"; },
                                     [&](const TeamMemberAdded& added) {
                                         putMember(payload, added.member);
                                         return "team.member.added";
                                     },
                                     [&](const TeamMemberRemoved& removed) {
                                         putMember(payload, removed.member);
                                         return "team.member.removed";
                                     },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<TeamEvent> decodeTeamEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (!type.starts_with("team."))
        return std::nullopt;
    if (type == "team.removed")
        return TeamRemoved{};

    const PayloadFields fields(payload);
    if (type == "team.added") {
        auto name = fields.text("name");
        if (!name)
            return std::nullopt;
        return TeamAdded{std::move(*name), fields.textOrEmpty("description")};
    }
    if (type == "team.changed")
        return TeamChanged{fields.text("name"), fields.text("description")};
    const bool isAddition = type == "team.member.added";
    if (!isAddition && type != "team.member.removed")
        return std::nullopt;
    auto member = readMember(fields);
    if (!member)
        return std::nullopt;
    if (isAddition)
        return TeamMemberAdded{std::move(*member)};
    return TeamMemberRemoved{std::move(*member)};
}

} // namespace muniment
