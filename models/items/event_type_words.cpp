#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct TypeWords {
    std::string_view type;
    const char* words;
};

/// What befell one organization, user, team …, read under its name.
constexpr TypeWords kTypeWords[] = {
    {"grant.added", QT_TRANSLATE_NOOP("EventWords", "Granted")},
    {"grant.changed", QT_TRANSLATE_NOOP("EventWords", "Changed")},
    {"grant.removed", QT_TRANSLATE_NOOP("EventWords", "Revoked")},
    {"org.added", QT_TRANSLATE_NOOP("EventWords", "Created")},
    {"org.changed", QT_TRANSLATE_NOOP("EventWords", "Renamed")},
    {"org.deactivated", QT_TRANSLATE_NOOP("EventWords", "Deactivated")},
    {"org.domain.added", QT_TRANSLATE_NOOP("EventWords", "Domain added")},
    {"org.domain.removed", QT_TRANSLATE_NOOP("EventWords", "Domain removed")},
    {"org.domain.verified", QT_TRANSLATE_NOOP("EventWords", "Domain verified")},
    {"org.plan.changed", QT_TRANSLATE_NOOP("EventWords", "Plan changed")},
    {"org.reactivated", QT_TRANSLATE_NOOP("EventWords", "Reactivated")},
    {"org.region.assigned", QT_TRANSLATE_NOOP("EventWords", "Region assigned")},
    {"org.region.move.cancelled", QT_TRANSLATE_NOOP("EventWords", "Move cancelled")},
    {"org.region.move.started", QT_TRANSLATE_NOOP("EventWords", "Move started")},
    {"org.region.moved", QT_TRANSLATE_NOOP("EventWords", "Moved")},
    {"org.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"plan.added", QT_TRANSLATE_NOOP("EventWords", "Added")},
    {"plan.changed", QT_TRANSLATE_NOOP("EventWords", "Renamed")},
    {"plan.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"resource.accessed", QT_TRANSLATE_NOOP("EventWords", "Used")},
    {"resource.added", QT_TRANSLATE_NOOP("EventWords", "Added")},
    {"resource.changed", QT_TRANSLATE_NOOP("EventWords", "Changed")},
    {"resource.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"review.closed", QT_TRANSLATE_NOOP("EventWords", "Signed off")},
    {"review.item.decided", QT_TRANSLATE_NOOP("EventWords", "Grant decided on")},
    {"review.started", QT_TRANSLATE_NOOP("EventWords", "Review started")},
    {"role.added", QT_TRANSLATE_NOOP("EventWords", "Created")},
    {"role.changed", QT_TRANSLATE_NOOP("EventWords", "Changed")},
    {"role.permission.added", QT_TRANSLATE_NOOP("EventWords", "Permission added")},
    {"role.permission.removed", QT_TRANSLATE_NOOP("EventWords", "Permission removed")},
    {"role.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"separation.added", QT_TRANSLATE_NOOP("EventWords", "Added")},
    {"separation.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"session.added", QT_TRANSLATE_NOOP("EventWords", "Begun")},
    {"session.password.checked", QT_TRANSLATE_NOOP("EventWords", "Signed in")},
    {"session.terminated", QT_TRANSLATE_NOOP("EventWords", "Ended")},
    {"session.user.checked", QT_TRANSLATE_NOOP("EventWords", "User named")},
    {"team.added", QT_TRANSLATE_NOOP("EventWords", "Created")},
    {"team.changed", QT_TRANSLATE_NOOP("EventWords", "Changed")},
    {"team.member.added", QT_TRANSLATE_NOOP("EventWords", "Member added")},
    {"team.member.removed", QT_TRANSLATE_NOOP("EventWords", "Member removed")},
    {"team.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"user.deactivated", QT_TRANSLATE_NOOP("EventWords", "Deactivated")},
    {"user.human.added", QT_TRANSLATE_NOOP("EventWords", "Added")},
    {"user.human.email.changed", QT_TRANSLATE_NOOP("EventWords", "E-mail changed")},
    {"user.human.email.verified", QT_TRANSLATE_NOOP("EventWords", "E-mail verified")},
    {"user.human.mfa.otp.added", QT_TRANSLATE_NOOP("EventWords", "One-time password set up")},
    {"user.human.mfa.otp.removed", QT_TRANSLATE_NOOP("EventWords", "One-time password removed")},
    {"user.human.password.change.required", QT_TRANSLATE_NOOP("EventWords", "New password asked for")},
    {"user.human.password.changed", QT_TRANSLATE_NOOP("EventWords", "Password changed")},
    {"user.human.password.check.failed", QT_TRANSLATE_NOOP("EventWords", "Wrong password")},
    {"user.human.password.check.succeeded", QT_TRANSLATE_NOOP("EventWords", "Right password")},
    {"user.human.passwordless.token.added", QT_TRANSLATE_NOOP("EventWords", "Passkey added")},
    {"user.human.passwordless.token.removed", QT_TRANSLATE_NOOP("EventWords", "Passkey removed")},
    {"user.human.phone.changed", QT_TRANSLATE_NOOP("EventWords", "Phone changed")},
    {"user.human.phone.removed", QT_TRANSLATE_NOOP("EventWords", "Phone removed")},
    {"user.human.phone.verified", QT_TRANSLATE_NOOP("EventWords", "Phone verified")},
    {"user.human.profile.changed", QT_TRANSLATE_NOOP("EventWords", "Profile changed")},
    {"user.locked", QT_TRANSLATE_NOOP("EventWords", "Locked")},
    {"user.machine.added", QT_TRANSLATE_NOOP("EventWords", "Added")},
    {"user.machine.changed", QT_TRANSLATE_NOOP("EventWords", "Changed")},
    {"user.machine.key.added", QT_TRANSLATE_NOOP("EventWords", "Key added")},
    {"user.machine.key.removed", QT_TRANSLATE_NOOP("EventWords", "Key removed")},
    {"user.pat.added", QT_TRANSLATE_NOOP("EventWords", "Access token added")},
    {"user.pat.removed", QT_TRANSLATE_NOOP("EventWords", "Access token removed")},
    {"user.reactivated", QT_TRANSLATE_NOOP("EventWords", "Reactivated")},
    {"user.removed", QT_TRANSLATE_NOOP("EventWords", "Removed")},
    {"user.unlocked", QT_TRANSLATE_NOOP("EventWords", "Unlocked")},
    {"user.username.changed", QT_TRANSLATE_NOOP("EventWords", "User name changed")},
};

} // namespace

QString eventTypeText(const std::string& type) {
    const auto found = std::ranges::find(kTypeWords, std::string_view(type), &TypeWords::type);
    return found == std::end(kTypeWords) ? plainText(type) : QCoreApplication::translate("EventWords", found->words);
}

} // namespace muniment
