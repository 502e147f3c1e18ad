#include "ui/forms/grant_forms.h"

#include "models/items/plain_text.h"
#include "ui/forms/time_field.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GrantForms)
};

const QString kRole = QStringLiteral("role");
const QString kSubject = QStringLiteral("subject");
const QString kResource = QStringLiteral("resource");
const QString kFrom = QStringLiteral("from");
const QString kUntil = QStringLiteral("until");

std::vector<FormField> periodFields(const std::optional<Instant>& from, const std::optional<Instant>& until) {
    return {textField(kFrom, Words::tr("&From (empty: at once)"), timeFieldText(from), timeHint()),
            textField(kUntil, Words::tr("&Until (empty: for good)"), timeFieldText(until), timeHint())};
}

/// An empty box means everything; something that is not chosen is an error at the field.
std::optional<AggregateId> resourceIn(FormDialog& form) {
    if (form.value(kResource).empty())
        return AggregateId();
    const auto chosen = chosenIn(form, kResource);
    return chosen ? std::optional(chosen->entity.aggregate.id) : std::nullopt;
}

GrantSubject subjectOf(const EntityOption& option) {
    const auto& aggregate = option.entity.aggregate;
    return {aggregate.type == "team" ? GrantSubject::Kind::Team : GrantSubject::Kind::User, aggregate.id};
}

QString shownName(const std::string& name, const AggregateId& id) {
    return isolated(name.empty() ? shortId(id.text()) : plainText(name));
}

} // namespace

FormDialog* openAddGrant(CommandDesk& desk, const GrantProposal& proposal, QWidget* parent) {
    const auto picker = [&](std::vector<OptionKind> kinds, const std::optional<EntityOption>& chosen) {
        auto* made = makePicker(desk, std::move(kinds), proposal.tenant, parent);
        if (chosen)
            made->setChosen(*chosen);
        return made;
    };
    auto* role = picker({OptionKind::Role}, proposal.role);
    auto* subject = picker({OptionKind::User, OptionKind::Team}, proposal.subject);
    auto* resource = picker({OptionKind::Resource}, proposal.resource);
    CommandForm form{Words::tr("Grant a Role"), {}, Words::tr("&Grant"), {}, {}};
    form.prepare = [role, subject, resource](FormDialog& dialog) {
        dialog.addWidgetField(kSubject, Words::tr("&To (user or team)"), subject);
        dialog.addWidgetField(kRole, Words::tr("R&ole"), role);
        dialog.addWidgetField(kResource, Words::tr("O&n (empty: the whole organization)"), resource);
        for (const auto& field : periodFields({}, {}))
            dialog.addField(field);
    };
    form.order = [&desk, proposal](FormDialog& filled) -> std::optional<Order> {
        const auto chosenSubject = chosenIn(filled, kSubject);
        const auto chosenRole = chosenSubject ? chosenIn(filled, kRole) : std::nullopt;
        const auto on = chosenRole ? resourceIn(filled) : std::nullopt;
        const auto from = on ? timeIn(filled, kFrom) : std::nullopt;
        const auto until = from ? timeIn(filled, kUntil) : std::nullopt;
        if (!until)
            return std::nullopt;
        Order order;
        order.request.region = proposal.region;
        order.request.tenant = proposal.tenant;
        order.request.operatorName = desk.workspace().operatorName();
        order.request.command =
            GrantCommand(AddGrant{chosenRole->entity.aggregate.id, subjectOf(*chosenSubject), *on, *from, *until});
        const QString name = isolated(plainText(chosenSubject->name));
        const QString roleName = isolated(plainText(chosenRole->name));
        order.done = Words::tr("%1 has the role %2.").arg(name, roleName);
        order.compensation = Compensation{Words::tr("Revoke"), GrantCommand(RemoveGrant{}),
                                          Words::tr("The role %2 of %1 was revoked.").arg(name, roleName)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangeGrant(CommandDesk& desk, const GrantRow& grant, QWidget* parent) {
    const QString subject = shownName(grant.subjectName, grant.subject.id);
    const QString role = shownName(grant.roleKey, grant.role);
    CommandForm form{Words::tr("Change the Period of a Grant"),
                     Words::tr("%1 has the role %2.").arg(subject, role),
                     Words::tr("&Change"),
                     periodFields(grant.from, grant.until),
                     {}};
    form.order = [&desk, grant, subject, role](FormDialog& filled) -> std::optional<Order> {
        const auto from = timeIn(filled, kFrom);
        const auto until = from ? timeIn(filled, kUntil) : std::nullopt;
        if (!until)
            return std::nullopt;
        ChangeGrant change;
        ChangeGrant back;
        if (*from != grant.from) {
            change.from = *from;
            back.from = grant.from;
        }
        if (*until != grant.until) {
            change.until = *until;
            back.until = grant.until;
        }
        Order order{requestFor(desk.workspace(), grant),
                    Words::tr("How long %1 has the role %2 was changed.").arg(subject, role),
                    {}};
        order.request.command = GrantCommand(change);
        order.compensation = Compensation{Words::tr("Change Back"), GrantCommand(back),
                                          Words::tr("%1 has the role %2 as long as before.").arg(subject, role)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

Order grantRemoval(const Workspace& workspace, const GrantRow& grant) {
    const QString subject = shownName(grant.subjectName, grant.subject.id);
    const QString role = shownName(grant.roleKey, grant.role);
    Order order{requestFor(workspace, grant), Words::tr("The role %2 of %1 was revoked.").arg(subject, role), {}};
    order.request.command = GrantCommand(RemoveGrant{});
    order.compensation =
        Compensation{Words::tr("Grant Again"),
                     GrantCommand(AddGrant{grant.role, grant.subject, grant.resource, grant.from, grant.until}),
                     Words::tr("%1 has the role %2.").arg(subject, role)};
    return order;
}

} // namespace muniment
