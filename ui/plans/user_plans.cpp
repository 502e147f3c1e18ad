#include "ui/plans/user_plans.h"

#include "models/base/uuid.h"
#include "models/changes/guided_plans.h"
#include "models/items/plain_text.h"
#include "ui/forms/name_watch.h"
#include "ui/forms/picker_field.h"
#include "ui/forms/user_forms.h"
#include "ui/plans/previewed_form.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UserPlans)
};

const QString kUser = QStringLiteral("user");
const QString kUserName = QStringLiteral("userName");
const QString kFirst = QStringLiteral("firstName");
const QString kLast = QStringLiteral("lastName");
const QString kDisplay = QStringLiteral("displayName");
const QString kEmail = QStringLiteral("email");

/// What is chosen among the users of an organization. Absent outside: what is typed is nobody.
std::optional<std::optional<AggregateId>> userIn(const FormDialog& form) {
    const auto* picker = qobject_cast<const EntityPicker*>(form.editor(kUser));
    if (picker == nullptr || picker->text().trimmed().isEmpty())
        return std::optional<AggregateId>();
    if (!picker->chosen())
        return std::nullopt;
    return picker->chosen()->entity.aggregate.id;
}

UserCommand additionIn(const FormDialog& form, UserKind kind) {
    if (kind == UserKind::Machine)
        return AddMachine{form.value(kUserName), form.value(kDisplay), {}};
    return AddHuman{form.value(kUserName), form.value(kFirst), form.value(kLast),
                    form.value(kDisplay),  form.value(kEmail), {}};
}

void addUserFields(FormDialog& form, UserKind kind) {
    const bool isHuman = kind == UserKind::Human;
    form.addField(textField(kUserName, Words::tr("&User name"), {}, Words::tr("What the user signs in with")));
    if (isHuman) {
        form.addField(textField(kFirst, Words::tr("&First name")));
        form.addField(textField(kLast, Words::tr("&Last name")));
    }
    form.addField(textField(kDisplay, isHuman ? Words::tr("&Display name") : Words::tr("&Name of the machine"), {},
                            isHuman ? Words::tr("Left empty: first and last name") : QString()));
    if (isHuman)
        form.addField(textField(kEmail, Words::tr("&E-mail"), {}, QStringLiteral("ann@example.com")));
}

QString enteredName(const FormDialog& form) {
    return isolated(plainText(form.value(kUserName)));
}

} // namespace

FormDialog* openOffboard(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    const QString name = isolated(nameOf(user));
    auto* picker = makePicker(desk, {OptionKind::User}, user.tenant, parent);
    PreviewedForm form{.title = Words::tr("Offboard %1").arg(name),
                       .intro = Words::tr("Locks the user out and takes away, as one change, everything that lets them "
                                          "in. The user stays in the directory, and so does the history."),
                       .verb = Words::tr("&Offboard"),
                       .wish = {},
                       .done = {}};
    form.prepare = [picker](FormDialog& dialog) {
        dialog.addWidgetField(kUser, Words::tr("Hand the grants &over to (optional)"), picker);
    };
    form.wish = [user](const FormDialog& filled) -> std::optional<PutTogether> {
        const auto successor = userIn(filled);
        if (!successor)
            return std::nullopt;
        return [user, successor = *successor](Snapshot& snapshot) {
            return offboardUser(snapshot, user, {successor}, {});
        };
    };
    form.lacking = Words::tr("Choose one of the users that are offered, or leave the field empty.");
    form.nothingLeft = Words::tr("Nothing is left to do: %1 is locked out and has no sessions, tokens, keys, grants or "
                                 "memberships.")
                           .arg(name);
    form.done = [name](const FormDialog&) { return Words::tr("%1 was offboarded.").arg(name); };
    return openPreviewedForm(desk, form, parent);
}

FormDialog* openOnboardLike(CommandDesk& desk, const UserRow& model, QWidget* parent, IdAdded added) {
    PreviewedForm form{.title = Words::tr("Onboard Like %1").arg(isolated(nameOf(model))),
                       .intro = Words::tr("A new user with the same teams, and with the grants that have not ended."),
                       .verb = Words::tr("&Add"),
                       .wish = {},
                       .done = {}};
    form.prepare = [&desk, kind = model.kind, tenant = model.tenant](FormDialog& dialog) {
        addUserFields(dialog, kind);
        for (const auto& key : kind == UserKind::Human ? QStringList{kUserName, kEmail} : QStringList{kUserName})
            watchName(desk.workspace(), dialog, {key, NamedKind::User, [tenant] { return std::optional(tenant); }});
    };
    CommandRequest addition;
    addition.region = model.region;
    addition.tenant = model.tenant;
    addition.id = AggregateId(randomUuid().text()); // the same in the preview and when it is sent
    form.wish = [model, addition](const FormDialog& filled) -> std::optional<PutTogether> {
        if (filled.value(kUserName).empty())
            return std::nullopt;
        CommandRequest request = addition;
        request.command = additionIn(filled, model.kind);
        return [model, request](Snapshot& snapshot) { return onboardLike(snapshot, request, model); };
    };
    form.lacking = Words::tr("Give the new user a name to see what is written.");
    form.done = [](const FormDialog& filled) { return Words::tr("%1 was added.").arg(enteredName(filled)); };
    form.outcome.written = std::move(added);
    return openPreviewedForm(desk, form, parent);
}

FormDialog* openCopyGrants(CommandDesk& desk, const UserRow& from, QWidget* parent) {
    const QString name = isolated(nameOf(from));
    auto* picker = makePicker(desk, {OptionKind::User}, from.tenant, parent);
    PreviewedForm form{
        .title = Words::tr("Copy Grants of %1").arg(name),
        .intro = Words::tr("Gives the other user what they do not have yet; nothing is taken away from anybody."),
        .verb = Words::tr("&Copy"),
        .wish = {},
        .done = {}};
    form.prepare = [picker](FormDialog& dialog) { dialog.addWidgetField(kUser, Words::tr("&To"), picker); };
    form.wish = [from](const FormDialog& filled) -> std::optional<PutTogether> {
        const auto to = userIn(filled);
        if (!to || !*to)
            return std::nullopt;
        return [from, to = **to](Snapshot& snapshot) -> Result<std::vector<CommandRequest>> {
            const auto receiver = findUser(snapshot, to.text(), {}, from.tenant);
            if (!receiver)
                return tl::unexpected(receiver.error());
            return cloneGrants(snapshot, from, *receiver, {});
        };
    };
    form.lacking = Words::tr("Choose who gets the grants.");
    form.nothingLeft = Words::tr("Nothing is left to do: they have every grant that %1 has.").arg(name);
    form.done = [name](const FormDialog&) { return Words::tr("The grants of %1 were copied.").arg(name); };
    return openPreviewedForm(desk, form, parent);
}

} // namespace muniment
