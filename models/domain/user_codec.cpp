// User events to and from the log's rows. Types and members are ZITADEL's.
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/user.h"

#include <array>

namespace muniment {

namespace {

using Payload = std::optional<std::string>;
using Decoded = std::optional<UserEvent>;

const char* write(PayloadBuilder& payload, const HumanAdded& added) {
    payload.text("userName", added.userName).text("displayName", added.displayName);
    putUnlessEmpty(payload, "firstName", added.firstName);
    putUnlessEmpty(payload, "lastName", added.lastName);
    putUnlessEmpty(payload, "email", added.email);
    putUnlessEmpty(payload, "phone", added.phone);
    putIfTrue(payload, "changeRequired", added.isPasswordChangeRequired);
    return "user.human.added";
}

const char* write(PayloadBuilder& payload, const MachineAdded& added) {
    payload.text("userName", added.userName).text("name", added.name);
    putUnlessEmpty(payload, "description", added.description);
    return "user.machine.added";
}

const char* write(PayloadBuilder& payload, const HumanProfileChanged& changed) {
    putIfPresent(payload, "firstName", changed.firstName);
    putIfPresent(payload, "lastName", changed.lastName);
    putIfPresent(payload, "displayName", changed.displayName);
    return "user.human.profile.changed";
}

const char* write(PayloadBuilder& payload, const MachineChanged& changed) {
    putIfPresent(payload, "name", changed.name);
    putIfPresent(payload, "description", changed.description);
    return "user.machine.changed";
}

Decoded readHumanAdded(const Payload& payload) {
    const PayloadFields fields(payload);
    const auto userName = fields.text("userName");
    if (!userName)
        return std::nullopt;
    HumanAdded added;
    added.userName = *userName;
    added.firstName = fields.textOrEmpty("firstName");
    added.lastName = fields.textOrEmpty("lastName");
    added.displayName = fields.textOrEmpty("displayName");
    added.email = fields.textOrEmpty("email");
    added.phone = fields.textOrEmpty("phone");
    added.isPasswordChangeRequired = fields.isTrue("changeRequired");
    return added;
}

Decoded readMachineAdded(const Payload& payload) {
    const PayloadFields fields(payload);
    const auto userName = fields.text("userName");
    if (!userName)
        return std::nullopt;
    return MachineAdded{*userName, fields.textOrEmpty("name"), fields.textOrEmpty("description")};
}

Decoded readProfileChanged(const Payload& payload) {
    const PayloadFields fields(payload);
    return HumanProfileChanged{fields.text("firstName"), fields.text("lastName"), fields.text("displayName")};
}

Decoded readMachineChanged(const Payload& payload) {
    const PayloadFields fields(payload);
    return MachineChanged{fields.text("name"), fields.text("description")};
}

Decoded readUserNameChanged(const Payload& payload) {
    auto userName = PayloadFields(payload).text("userName");
    return userName ? Decoded(UserNameChanged{std::move(*userName)}) : std::nullopt;
}

Decoded readEmailChanged(const Payload& payload) {
    auto email = PayloadFields(payload).text("email");
    return email ? Decoded(HumanEmailChanged{std::move(*email)}) : std::nullopt;
}

Decoded readPhoneChanged(const Payload& payload) {
    auto phone = PayloadFields(payload).text("phone");
    return phone ? Decoded(HumanPhoneChanged{std::move(*phone)}) : std::nullopt;
}

Decoded readPasswordChanged(const Payload& payload) {
    return HumanPasswordChanged{PayloadFields(payload).isTrue("changeRequired")};
}

template <class Event>
Decoded readEmpty(const Payload&) {
    return Event{};
}

struct Reader {
    std::string_view type;
    Decoded (*read)(const Payload&);
};

constexpr std::array<Reader, 17> kReaders{{
    {"user.human.added", readHumanAdded},
    {"user.machine.added", readMachineAdded},
    {"user.username.changed", readUserNameChanged},
    {"user.human.profile.changed", readProfileChanged},
    {"user.machine.changed", readMachineChanged},
    {"user.human.email.changed", readEmailChanged},
    {"user.human.email.verified", readEmpty<HumanEmailVerified>},
    {"user.human.phone.changed", readPhoneChanged},
    {"user.human.phone.verified", readEmpty<HumanPhoneVerified>},
    {"user.human.phone.removed", readEmpty<HumanPhoneRemoved>},
    {"user.human.password.changed", readPasswordChanged},
    {"user.human.password.change.required", readEmpty<HumanPasswordChangeRequired>},
    {"user.locked", readEmpty<UserLocked>},
    {"user.unlocked", readEmpty<UserUnlocked>},
    {"user.deactivated", readEmpty<UserDeactivated>},
    {"user.reactivated", readEmpty<UserReactivated>},
    {"user.removed", readEmpty<UserRemoved>},
}};

} // namespace

NewEvent encode(const UserEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type =
        std::visit(Overloaded{
                       [&](const HumanAdded& added) { return write(payload, added); },
                       [&](const MachineAdded& added) { return write(payload, added); },
                       [&](const UserNameChanged& changed) {
                           payload.text("userName", changed.userName);
                           return "user.username.changed";
                       },
                       [&](const HumanProfileChanged& changed) { return write(payload, changed); },
                       [&](const MachineChanged& changed) { return write(payload, changed); },
                       [&](const HumanEmailChanged& changed) {
                           payload.text("email", changed.email);
                           return "user.human.email.changed";
                       },
                       [](const HumanEmailVerified&) { return "user.human.email.verified"; },
                       [&](const HumanPhoneChanged& changed) {
                           payload.text("phone", changed.phone);
                           return "user.human.phone.changed";
                       },
                       [](const HumanPhoneVerified&) { return "user.human.phone.verified"; },
                       [](const HumanPhoneRemoved&) { return "user.human.phone.removed"; },
                       [&](const HumanPasswordChanged& changed) {
                           putIfTrue(payload, "changeRequired", changed.isChangeRequired);
                           return "user.human.password.changed";
                       },
                       [](const HumanPasswordChangeRequired&) { return "user.human.password.change.required"; },
                       [](const UserLocked&) { return "user.locked"; },
                       [](const UserUnlocked&) { return "user.unlocked"; },
                       [](const UserDeactivated&) { return "user.deactivated"; },
                       [](const UserReactivated&) { return "user.reactivated"; },
                       [](const UserRemoved&) { return "user.removed"; },
                   },
                   event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<UserEvent> decodeUserEvent(std::string_view type, const std::optional<std::string>& payload) {
    for (const auto& reader : kReaders) {
        if (reader.type == type)
            return reader.read(payload);
    }
    return std::nullopt;
}

} // namespace muniment
