#include "ui/forms/user_orders.h"

#include "models/items/plain_text.h"
#include "ui/forms/user_forms.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UserOrders)
};

} // namespace

std::optional<Order> userOrder(ActionId action, const Workspace& workspace, const UserRow& user) {
    const QString name = isolated(nameOf(user));
    const auto order = [&](const UserCommand& command, const QString& done, std::optional<Compensation> back = {}) {
        Order made{requestFor(workspace, user), done, std::move(back)};
        made.request.command = command;
        return made;
    };
    const Compensation lock{Words::tr("Lock"), UserCommand(LockUser{}), Words::tr("%1 is locked.").arg(name)};
    const Compensation unlock{Words::tr("Unlock"), UserCommand(UnlockUser{}), Words::tr("%1 is unlocked.").arg(name)};
    const Compensation deactivate{Words::tr("Deactivate"), UserCommand(DeactivateUser{}),
                                  Words::tr("%1 is deactivated.").arg(name)};
    const Compensation reactivate{Words::tr("Reactivate"), UserCommand(ReactivateUser{}),
                                  Words::tr("%1 is active again.").arg(name)};
    switch (action) {
    case ActionId::LockUser:
        return order(LockUser{}, lock.done, unlock);
    case ActionId::UnlockUser:
        return order(UnlockUser{}, unlock.done, lock);
    case ActionId::DeactivateUser:
        return order(DeactivateUser{}, deactivate.done, reactivate);
    case ActionId::ReactivateUser:
        return order(ReactivateUser{}, reactivate.done, deactivate);
    case ActionId::VerifyEmail:
        return order(VerifyEmail{}, Words::tr("The e-mail address of %1 counts as verified.").arg(name));
    case ActionId::VerifyPhone:
        return order(VerifyPhone{}, Words::tr("The phone number of %1 counts as verified.").arg(name));
    case ActionId::RemovePhone:
        return order(RemovePhone{}, Words::tr("The phone number of %1 was removed.").arg(name),
                     Compensation{Words::tr("Put Back"), UserCommand(ChangePhone{user.phone}),
                                  Words::tr("The phone number of %1 is there again.").arg(name)});
    case ActionId::RequirePasswordChange:
        return order(RequirePasswordChange{},
                     Words::tr("%1 is asked for a new password at the next sign-in.").arg(name));
    default:
        return std::nullopt;
    }
}

} // namespace muniment
