#include "models/commands/command_text.h"

#include "models/commands/command_forms.h"
#include "models/commands/command_members.h"

#include <algorithm>

namespace muniment {

namespace {

/// "command" and the command's own members.
PayloadBuilder builderOf(const AnyCommand& command) {
    PayloadBuilder json;
    json.text("command", commandName(command));
    std::visit([&json](const auto& group) { writeMembers(json, group); }, command);
    return json;
}

AnyCommand readCommand(CommandMembers& members) {
    const std::string name = members.text("command");
    const auto* form = findCommandForm(name);
    if (form == nullptr) {
        members.setWrong("command", "there is no command '" + name + "'");
        return {};
    }
    return form->read(members);
}

/// The array's text, for a member that PayloadBuilder cannot make.
std::string printFollowing(const std::vector<FollowingCommand>& following) {
    std::string array;
    for (const FollowingCommand& wish : following) {
        PayloadBuilder json = builderOf(wish.command);
        if (!wish.id.isEmpty())
            json.text("id", wish.id.text());
        array += (array.empty() ? "[" : ",") + json.build();
    }
    return array.empty() ? array : array + "]";
}

} // namespace

std::string_view commandName(const AnyCommand& command) {
    return commandFormOf(command).name;
}

std::vector<std::string_view> commandNames() {
    std::vector<std::string_view> names;
    for (const CommandForm& form : commandForms())
        names.push_back(form.name);
    std::ranges::sort(names);
    return names;
}

std::string printCommand(const CommandRequest& request) {
    PayloadBuilder json = builderOf(request.command);
    json.text("region", request.region.text());
    if (!request.tenant.isEmpty())
        json.text("tenant", request.tenant.text());
    if (!request.id.isEmpty())
        json.text("id", request.id.text());
    if (request.ifSequence)
        json.integer("ifSequence", *request.ifSequence);
    if (!request.reason.empty())
        json.text("reason", request.reason);
    if (request.correlationId)
        json.text("correlationId", request.correlationId->text());
    std::string line = json.build();
    if (const std::string following = printFollowing(request.following); !following.empty())
        line.insert(line.size() - 1, ",\"following\":" + following);
    return line;
}

Result<CommandRequest> parseCommand(std::string_view line) {
    auto members = CommandMembers::parse(line);
    if (!members)
        return tl::unexpected(members.error());
    CommandRequest request;
    request.command = readCommand(*members);
    request.region = RegionName(members->textOrEmpty("region"));
    request.tenant = TenantId(members->textOrEmpty("tenant"));
    request.id = members->idOrEmpty("id");
    request.ifSequence = members->optionalWhole("ifSequence");
    request.reason = members->textOrEmpty("reason");
    if (const auto id = members->optionalText("correlationId")) {
        const auto uuid = parseUuid(*id);
        if (uuid)
            request.correlationId = *uuid;
        else
            members->setWrong("correlationId", "it is to be a UUID");
    }
    for (const std::string& text : members->objects("following")) {
        auto inner = CommandMembers::parse(text);
        if (!inner)
            return tl::unexpected(inner.error().with("field", "following"));
        FollowingCommand wish{{}, readCommand(*inner)};
        wish.id = inner->idOrEmpty("id");
        if (auto whole = inner->finish(); !whole)
            return tl::unexpected(whole.error());
        request.following.push_back(std::move(wish));
    }
    if (auto whole = members->finish(); !whole)
        return tl::unexpected(whole.error());
    return request;
}

} // namespace muniment
