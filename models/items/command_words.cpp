#include "models/items/command_words.h"

#include "models/commands/command_forms.h"
#include "models/commands/command_text.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace muniment {

namespace {

struct Title {
    std::string_view name; ///< commandName()
    const char* words;
};

constexpr Title kTitles[] = {
    {"grant.add", QT_TRANSLATE_NOOP("CommandWords", "Grant Role")},
    {"grant.change", QT_TRANSLATE_NOOP("CommandWords", "Change Grant")},
    {"grant.remove", QT_TRANSLATE_NOOP("CommandWords", "Revoke Grant")},
    {"org.add", QT_TRANSLATE_NOOP("CommandWords", "Create Organization")},
    {"org.deactivate", QT_TRANSLATE_NOOP("CommandWords", "Deactivate Organization")},
    {"org.domain.add", QT_TRANSLATE_NOOP("CommandWords", "Add Domain")},
    {"org.domain.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Domain")},
    {"org.domain.verify", QT_TRANSLATE_NOOP("CommandWords", "Verify Domain")},
    {"org.plan.change", QT_TRANSLATE_NOOP("CommandWords", "Change Plan of Organization")},
    {"org.reactivate", QT_TRANSLATE_NOOP("CommandWords", "Reactivate Organization")},
    {"org.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Organization")},
    {"org.rename", QT_TRANSLATE_NOOP("CommandWords", "Rename Organization")},
    {"plan.add", QT_TRANSLATE_NOOP("CommandWords", "Add Plan")},
    {"plan.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Plan")},
    {"plan.rename", QT_TRANSLATE_NOOP("CommandWords", "Rename Plan")},
    {"resource.add", QT_TRANSLATE_NOOP("CommandWords", "Add Resource")},
    {"resource.change", QT_TRANSLATE_NOOP("CommandWords", "Change Resource")},
    {"resource.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Resource")},
    {"review.close", QT_TRANSLATE_NOOP("CommandWords", "Sign Off Access Review")},
    {"review.item.decide", QT_TRANSLATE_NOOP("CommandWords", "Decide on Grant")},
    {"review.start", QT_TRANSLATE_NOOP("CommandWords", "Start Access Review")},
    {"role.add", QT_TRANSLATE_NOOP("CommandWords", "Create Role")},
    {"role.change", QT_TRANSLATE_NOOP("CommandWords", "Change Role")},
    {"role.permission.add", QT_TRANSLATE_NOOP("CommandWords", "Add Permission")},
    {"role.permission.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Permission")},
    {"role.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Role")},
    {"separation.add", QT_TRANSLATE_NOOP("CommandWords", "Add Rule")},
    {"separation.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Rule")},
    {"session.terminate", QT_TRANSLATE_NOOP("CommandWords", "End Session")},
    {"team.add", QT_TRANSLATE_NOOP("CommandWords", "Create Team")},
    {"team.change", QT_TRANSLATE_NOOP("CommandWords", "Change Team")},
    {"team.member.add", QT_TRANSLATE_NOOP("CommandWords", "Add Team Member")},
    {"team.member.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Team Member")},
    {"team.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Team")},
    {"user.credential.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Credential")},
    {"user.deactivate", QT_TRANSLATE_NOOP("CommandWords", "Deactivate User")},
    {"user.email.change", QT_TRANSLATE_NOOP("CommandWords", "Change E-mail")},
    {"user.email.verify", QT_TRANSLATE_NOOP("CommandWords", "Verify E-mail")},
    {"user.human.add", QT_TRANSLATE_NOOP("CommandWords", "Add Person")},
    {"user.key.add", QT_TRANSLATE_NOOP("CommandWords", "Add Key")},
    {"user.lock", QT_TRANSLATE_NOOP("CommandWords", "Lock User")},
    {"user.machine.add", QT_TRANSLATE_NOOP("CommandWords", "Add Service Account")},
    {"user.otp.add", QT_TRANSLATE_NOOP("CommandWords", "Set Up One-Time Password")},
    {"user.password.require-change", QT_TRANSLATE_NOOP("CommandWords", "Require New Password")},
    {"user.phone.change", QT_TRANSLATE_NOOP("CommandWords", "Change Phone")},
    {"user.phone.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove Phone")},
    {"user.phone.verify", QT_TRANSLATE_NOOP("CommandWords", "Verify Phone")},
    {"user.profile.change", QT_TRANSLATE_NOOP("CommandWords", "Change Profile")},
    {"user.reactivate", QT_TRANSLATE_NOOP("CommandWords", "Reactivate User")},
    {"user.remove", QT_TRANSLATE_NOOP("CommandWords", "Remove User")},
    {"user.token.add", QT_TRANSLATE_NOOP("CommandWords", "Add Access Token")},
    {"user.unlock", QT_TRANSLATE_NOOP("CommandWords", "Unlock User")},
    {"user.username.change", QT_TRANSLATE_NOOP("CommandWords", "Change User Name")},
};

/// Long, and nothing that a person compares.
constexpr std::array<std::string_view, 2> kLeftOut{"hash", "publicKey"};

struct NamedMember {
    std::string_view member;
    std::string_view type; ///< of the aggregate that its value is the id of
};

constexpr NamedMember kIds[]{{"userId", "user"},
                             {"teamId", "team"},
                             {"roleId", "role"},
                             {"resourceId", "resource"},
                             {"parentId", "resource"},
                             {"firstResourceId", "resource"},
                             {"secondResourceId", "resource"},
                             {"grantId", "grant"}};

const NamedMember* idMember(std::string_view member) {
    const auto found = std::ranges::find(kIds, member, &NamedMember::member);
    return found == std::end(kIds) ? nullptr : &*found;
}

std::vector<PayloadMember> membersOf(const AnyCommand& command) {
    PayloadBuilder json;
    std::visit([&json](const auto& group) { writeMembers(json, group); }, command);
    return readMembers(json.build()).value_or(std::vector<PayloadMember>());
}

void addThings(std::set<AggregateKey>& things, const AnyCommand& command, const AggregateId& id) {
    if (!id.isEmpty())
        things.insert({std::string(aggregateTypeOf(command)), id});
    for (const PayloadMember& member : membersOf(command))
        if (const auto* named = idMember(member.key); named != nullptr && !member.value.empty())
            things.insert({std::string(named->type), AggregateId(member.value)});
}

} // namespace

QString commandTitle(const AnyCommand& command) {
    const auto name = commandName(command);
    const auto found = std::ranges::find(kTitles, name, &Title::name);
    return found == std::end(kTitles) ? plainText(name) : QCoreApplication::translate("CommandWords", found->words);
}

std::set<AggregateKey> thingsNamedBy(const CommandRequest& request) {
    std::set<AggregateKey> things;
    const bool isOrg = std::holds_alternative<OrgCommand>(request.command);
    addThings(things, request.command, isOrg ? AggregateId(request.tenant.text()) : request.id);
    for (const FollowingCommand& wish : request.following)
        addThings(things, wish.command, wish.id);
    return things;
}

std::string additionName(const AnyCommand& command) {
    if (!isAddition(command))
        return {};
    const auto members = membersOf(command);
    for (const std::string_view name : {"displayName", "name", "userName", "key"})
        if (const auto member = std::ranges::find(members, name, &PayloadMember::key); member != members.end())
            return member->value;
    return {};
}

std::vector<CommandDetail> commandDetails(const CommandRequest& request, const EntityNames& names) {
    std::vector<CommandDetail> details;
    for (const PayloadMember& member : membersOf(request.command)) {
        if (std::ranges::find(kLeftOut, member.key) != kLeftOut.end())
            continue;
        const auto name = names.find({request.tenant, AggregateId(member.value)});
        const bool isId = idMember(member.key) != nullptr;
        details.push_back({fieldText(member.key), !isId                 ? plainText(member.value)
                                                  : name == names.end() ? shortId(member.value)
                                                                        : plainText(name->second)});
    }
    return details;
}

QString commandSummary(const CommandRequest& request, const EntityNames& names) {
    QStringList parts;
    for (const CommandDetail& detail : commandDetails(request, names))
        parts << QCoreApplication::translate("CommandWords", "%1: %2", "a field and its value")
                     .arg(detail.name, isolated(detail.value));
    return parts.join(QStringLiteral(", "));
}

} // namespace muniment
