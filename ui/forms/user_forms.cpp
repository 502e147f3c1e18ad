#include "ui/forms/user_forms.h"

#include "models/items/plain_text.h"
#include "ui/forms/entity_picker.h"
#include "ui/forms/name_watch.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UserForms)
};

const QString kKind = QStringLiteral("kind");
const QString kTenant = QStringLiteral("tenant");
const QString kUserName = QStringLiteral("userName");
const QString kFirst = QStringLiteral("firstName");
const QString kLast = QStringLiteral("lastName");
const QString kDisplay = QStringLiteral("displayName");
const QString kEmail = QStringLiteral("email");
const QString kPhone = QStringLiteral("phone");
const QString kDescription = QStringLiteral("description");

UserCommand addCommand(const FormDialog& form) {
    if (form.value(kKind) == userKindName(UserKind::Machine))
        return AddMachine{form.value(kUserName), form.value(kDisplay), form.value(kDescription)};
    return AddHuman{form.value(kUserName), form.value(kFirst), form.value(kLast),
                    form.value(kDisplay),  form.value(kEmail), form.value(kPhone)};
}

void showFieldsOfKind(FormDialog* form) {
    const bool isHuman = form->value(kKind) != userKindName(UserKind::Machine);
    for (const auto& key : {kFirst, kLast, kEmail, kPhone})
        form->setFieldVisible(key, isHuman);
    form->setFieldVisible(kDescription, !isHuman);
    form->setFieldLabel(kDisplay, isHuman ? Words::tr("&Display name") : Words::tr("&Name of the machine"));
    form->adjustSize();
}

void addUserFields(FormDialog& form, EntityPicker* picker) {
    form.addWidgetField(kTenant, Words::tr("&Organization"), picker);
    form.addField(
        {kKind,
         Words::tr("&Kind"),
         {},
         {},
         {{QStringLiteral("human"), Words::tr("Person")}, {QStringLiteral("machine"), Words::tr("Machine")}}});
    form.addField(textField(kUserName, Words::tr("&User name"), {}, Words::tr("What the user signs in with")));
    form.addField(textField(kFirst, Words::tr("&First name")));
    form.addField(textField(kLast, Words::tr("&Last name")));
    form.addField(textField(kDisplay, Words::tr("&Display name"), {}, Words::tr("Left empty: first and last name")));
    form.addField(textField(kEmail, Words::tr("&E-mail"), {}, QStringLiteral("ann@example.com")));
    form.addField(textField(kPhone, Words::tr("&Phone (optional)")));
    form.addField(textField(kDescription, Words::tr("De&scription (optional)")));
    showFieldsOfKind(&form);
    QObject::connect(&form, &FormDialog::edited, &form, [open = &form](const QString& key) {
        if (key == kKind)
            showFieldsOfKind(open);
    });
}

/// A name of somebody who is there.
std::function<void(FormDialog&)> watching(CommandDesk& desk, const UserRow& user, const QString& key) {
    return [&desk, user, key](FormDialog& dialog) {
        watchName(desk.workspace(), dialog,
                  {key, NamedKind::User, [tenant = user.tenant] { return std::optional(tenant); }, user.id});
    };
}

/// The command and the one that takes it back.
std::pair<ChangeProfile, ChangeProfile> profileChange(const FormDialog& form, const UserRow& user) {
    ChangeProfile change;
    ChangeProfile back;
    const auto compare = [&](const QString& key, const std::string& before,
                             std::optional<std::string> ChangeProfile::*field) {
        if (form.editor(key) == nullptr || form.value(key) == before)
            return;
        change.*field = form.value(key);
        back.*field = before;
    };
    compare(kDisplay, user.displayName, &ChangeProfile::displayName);
    compare(kFirst, user.firstName, &ChangeProfile::firstName);
    compare(kLast, user.lastName, &ChangeProfile::lastName);
    return {change, back};
}

} // namespace

QString nameOf(const UserRow& user) {
    return plainText(user.displayName.empty() ? user.userName : user.displayName);
}

FormDialog* openAddUser(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added) {
    auto* picker = new EntityPicker(askOptions(desk.workspace()), {OptionKind::Organization}, parent);
    if (in && in->lifecycle == OrgLifecycle::Active)
        picker->setChosen(optionOf(*in));
    CommandForm form{Words::tr("Add User"), {}, Words::tr("&Add"), {}, {}};
    form.added = std::move(added);
    form.prepare = [picker, &desk](FormDialog& dialog) {
        addUserFields(dialog, picker);
        for (const auto& key : {kUserName, kEmail})
            watchName(desk.workspace(), dialog, {key, NamedKind::User, [picker]() -> std::optional<TenantId> {
                                                     if (!picker->chosen())
                                                         return std::nullopt;
                                                     return picker->chosen()->entity.tenant;
                                                 }});
    };
    form.order = [&desk, picker](FormDialog& filled) -> std::optional<Order> {
        if (!picker->chosen()) {
            filled.showError(kTenant, Words::tr("Choose one of the organizations that are offered."));
            return std::nullopt;
        }
        Order order;
        order.request.region = picker->chosen()->region;
        order.request.tenant = picker->chosen()->entity.tenant;
        order.request.operatorName = desk.workspace().operatorName();
        order.request.command = addCommand(filled);
        const QString name = isolated(plainText(filled.value(kUserName)));
        order.done = Words::tr("%1 was added.").arg(name);
        order.compensation = Compensation{Words::tr("Deactivate"), UserCommand(DeactivateUser{}),
                                          Words::tr("%1 is deactivated.").arg(name)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangeProfile(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    const bool isHuman = user.kind == UserKind::Human;
    CommandForm form{Words::tr("Change Profile"), nameOf(user), Words::tr("&Change"), {}, {}};
    if (isHuman)
        form.fields = {textField(kFirst, Words::tr("&First name"), user.firstName),
                       textField(kLast, Words::tr("&Last name"), user.lastName)};
    form.fields.push_back(textField(kDisplay, isHuman ? Words::tr("&Display name") : Words::tr("&Name of the machine"),
                                    user.displayName));
    form.order = [&desk, user](FormDialog& filled) -> std::optional<Order> {
        const auto [change, back] = profileChange(filled, user);
        const QString name = isolated(nameOf(user));
        Order order{requestFor(desk.workspace(), user), Words::tr("The profile of %1 was changed.").arg(name), {}};
        order.request.command = UserCommand(change);
        order.compensation = Compensation{Words::tr("Change Back"), UserCommand(back),
                                          Words::tr("The profile of %1 is as it was.").arg(name)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangeEmail(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    CommandForm form{Words::tr("Change E-mail"),
                     nameOf(user),
                     Words::tr("&Change"),
                     {textField(kEmail, Words::tr("&E-mail"), user.email)},
                     {}};
    form.prepare = watching(desk, user, kEmail);
    form.order = [&desk, user](FormDialog& filled) -> std::optional<Order> {
        Order order{requestFor(desk.workspace(), user), {}, {}};
        order.request.command = UserCommand(ChangeEmail{filled.value(kEmail)});
        order.done = Words::tr("The e-mail address of %1 was changed.").arg(isolated(nameOf(user)));
        if (!user.email.empty())
            order.compensation = Compensation{Words::tr("Change Back"), UserCommand(ChangeEmail{user.email}),
                                              Words::tr("The e-mail address is %1 again.").arg(plainText(user.email))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangePhone(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    CommandForm form{Words::tr("Change Phone"),
                     nameOf(user),
                     Words::tr("&Change"),
                     {textField(kPhone, Words::tr("&Phone"), user.phone, QStringLiteral("+49 30 901820"))},
                     {}};
    form.order = [&desk, user](FormDialog& filled) -> std::optional<Order> {
        Order order{requestFor(desk.workspace(), user), {}, {}};
        order.request.command = UserCommand(ChangePhone{filled.value(kPhone)});
        order.done = Words::tr("The phone number of %1 was changed.").arg(isolated(nameOf(user)));
        order.compensation =
            user.phone.empty()
                ? Compensation{Words::tr("Remove"), UserCommand(RemovePhone{}), Words::tr("There is no phone number.")}
                : Compensation{Words::tr("Change Back"), UserCommand(ChangePhone{user.phone}),
                               Words::tr("The phone number is %1 again.").arg(isolated(plainText(user.phone)))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangeUserName(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    CommandForm form{Words::tr("Change User Name"),
                     nameOf(user),
                     Words::tr("&Change"),
                     {textField(kUserName, Words::tr("&User name"), user.userName)},
                     {}};
    form.prepare = watching(desk, user, kUserName);
    form.order = [&desk, user](FormDialog& filled) -> std::optional<Order> {
        Order order{requestFor(desk.workspace(), user), {}, {}};
        order.request.command = UserCommand(ChangeUserName{filled.value(kUserName)});
        order.done = Words::tr("%1 signs in as %2 now.")
                         .arg(isolated(nameOf(user)), isolated(plainText(filled.value(kUserName))));
        order.compensation =
            Compensation{Words::tr("Change Back"), UserCommand(ChangeUserName{user.userName}),
                         Words::tr("The user name is %1 again.").arg(isolated(plainText(user.userName)))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

} // namespace muniment
