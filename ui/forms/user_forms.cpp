#include "ui/forms/user_forms.h"

#include "models/items/plain_text.h"
#include "ui/forms/org_picker.h"

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

FormField text(const QString& key, const QString& label, const std::string& value = {}, const QString& hint = {}) {
    return {key, label, QString::fromStdString(value), hint, {}};
}

FormDialog* makeForm(const QString& title, const QString& intro, const QString& verb, QWidget* parent) {
    auto* form = new FormDialog(title, intro, verb, parent);
    form->setAttribute(Qt::WA_DeleteOnClose);
    return form;
}

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

} // namespace

QString nameOf(const UserRow& user) {
    return plainText(user.displayName.empty() ? user.userName : user.displayName);
}

CommandRequest requestFor(const Workspace& workspace, const UserRow& user) {
    CommandRequest request;
    request.region = user.region;
    request.tenant = user.tenant;
    request.id = user.id;
    request.ifSequence = user.sequence;
    request.operatorName = workspace.operatorName();
    return request;
}

FormDialog* openAddUser(CommandDesk& desk, AskOrganizations ask, const std::optional<OrgRow>& in, QWidget* parent,
                        IdAdded added) {
    auto* form = makeForm(Words::tr("Add User"), {}, Words::tr("&Add"), parent);
    auto* picker = new OrgPicker(std::move(ask), form);
    form->addWidgetField(kTenant, Words::tr("&Organization"), picker);
    if (in)
        picker->setChosen(*in);
    form->addField(
        {kKind,
         Words::tr("&Kind"),
         {},
         {},
         {{QStringLiteral("human"), Words::tr("Person")}, {QStringLiteral("machine"), Words::tr("Machine")}}});
    form->addField(text(kUserName, Words::tr("&User name"), {}, Words::tr("What the user signs in with")));
    form->addField(text(kFirst, Words::tr("&First name")));
    form->addField(text(kLast, Words::tr("&Last name")));
    form->addField(text(kDisplay, Words::tr("&Display name"), {}, Words::tr("Left empty: first and last name")));
    form->addField(text(kEmail, Words::tr("&E-mail"), {}, QStringLiteral("ann@example.com")));
    form->addField(text(kPhone, Words::tr("&Phone (optional)")));
    form->addField(text(kDescription, Words::tr("De&scription (optional)")));
    form->addField(reasonField());
    showFieldsOfKind(form);
    QObject::connect(form, &FormDialog::edited, form, [form](const QString& key) {
        if (key == kKind)
            showFieldsOfKind(form);
    });
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, picker, added = std::move(added)] {
        if (!picker->chosen())
            return form->showError(kTenant, Words::tr("Choose one of the organizations that are offered."));
        Order order;
        order.request.region = picker->chosen()->region;
        order.request.tenant = picker->chosen()->id;
        order.request.operatorName = desk.workspace().operatorName();
        order.request.command = addCommand(*form);
        const QString name = isolated(plainText(form->value(kUserName)));
        order.done = Words::tr("%1 was added.").arg(name);
        order.compensation = Compensation{Words::tr("Deactivate"), UserCommand(DeactivateUser{}),
                                          Words::tr("%1 is deactivated.").arg(name)};
        sendFromForm(desk, form, order, added);
    });
    form->open();
    return form;
}

FormDialog* openChangeProfile(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    auto* form = makeForm(Words::tr("Change Profile"), nameOf(user), Words::tr("&Change"), parent);
    const bool isHuman = user.kind == UserKind::Human;
    if (isHuman) {
        form->addField(text(kFirst, Words::tr("&First name"), user.firstName));
        form->addField(text(kLast, Words::tr("&Last name"), user.lastName));
    }
    form->addField(
        text(kDisplay, isHuman ? Words::tr("&Display name") : Words::tr("&Name of the machine"), user.displayName));
    form->addField(reasonField());
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, user, isHuman] {
        const auto changed = [form](const QString& key, const std::string& before) {
            const auto now = form->value(key);
            return now == before ? std::nullopt : std::optional(now);
        };
        ChangeProfile change;
        ChangeProfile back;
        change.displayName = changed(kDisplay, user.displayName);
        back.displayName = change.displayName ? std::optional(user.displayName) : std::nullopt;
        if (isHuman) {
            change.firstName = changed(kFirst, user.firstName);
            change.lastName = changed(kLast, user.lastName);
            back.firstName = change.firstName ? std::optional(user.firstName) : std::nullopt;
            back.lastName = change.lastName ? std::optional(user.lastName) : std::nullopt;
        }
        Order order{requestFor(desk.workspace(), user), {}, {}};
        order.request.command = UserCommand(change);
        order.done = Words::tr("The profile of %1 was changed.").arg(isolated(nameOf(user)));
        order.compensation = Compensation{Words::tr("Change Back"), UserCommand(back),
                                          Words::tr("The profile of %1 is as it was.").arg(isolated(nameOf(user)))};
        sendFromForm(desk, form, order);
    });
    form->open();
    return form;
}

FormDialog* openChangeEmail(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    auto* form = makeForm(Words::tr("Change E-mail"), nameOf(user), Words::tr("&Change"), parent);
    form->addField(text(kEmail, Words::tr("&E-mail"), user.email));
    form->addField(reasonField());
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, user] {
        Order order{requestFor(desk.workspace(), user), {}, {}};
        order.request.command = UserCommand(ChangeEmail{form->value(kEmail)});
        order.done = Words::tr("The e-mail address of %1 was changed.").arg(isolated(nameOf(user)));
        if (!user.email.empty())
            order.compensation = Compensation{Words::tr("Change Back"), UserCommand(ChangeEmail{user.email}),
                                              Words::tr("The e-mail address is %1 again.").arg(plainText(user.email))};
        sendFromForm(desk, form, order);
    });
    form->open();
    return form;
}

FormDialog* openChangeUserName(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    auto* form = makeForm(Words::tr("Change User Name"), nameOf(user), Words::tr("&Change"), parent);
    form->addField(text(kUserName, Words::tr("&User name"), user.userName));
    form->addField(reasonField());
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, user] {
        Order order{requestFor(desk.workspace(), user), {}, {}};
        order.request.command = UserCommand(ChangeUserName{form->value(kUserName)});
        order.done = Words::tr("%1 signs in as %2 now.")
                         .arg(isolated(nameOf(user)), isolated(plainText(form->value(kUserName))));
        order.compensation =
            Compensation{Words::tr("Change Back"), UserCommand(ChangeUserName{user.userName}),
                         Words::tr("The user name is %1 again.").arg(isolated(plainText(user.userName)))};
        sendFromForm(desk, form, order);
    });
    form->open();
    return form;
}

} // namespace muniment
