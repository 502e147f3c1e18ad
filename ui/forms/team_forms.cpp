#include "ui/forms/team_forms.h"

#include "models/items/plain_text.h"
#include "ui/forms/name_watch.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TeamForms)
};

const QString kName = QStringLiteral("name");
const QString kDescription = QStringLiteral("description");
const QString kMember = QStringLiteral("member");

QString nameOf(const TeamRow& team) {
    return isolated(plainText(team.name));
}

std::optional<std::string> changed(const std::string& now, const std::string& before) {
    return now == before ? std::nullopt : std::optional(now);
}

} // namespace

FormDialog* openCreateTeam(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added) {
    const TenantField tenant(desk, in, parent);
    CommandForm form{Words::tr("Create Team"), {}, Words::tr("&Create"), {}, {}};
    form.added = std::move(added);
    form.prepare = [tenant, &desk](FormDialog& dialog) {
        tenant.addTo(dialog);
        dialog.addField(textField(kName, Words::tr("&Name"), {}, Words::tr("Payroll")));
        dialog.addField(textField(kDescription, Words::tr("&Description (optional)")));
        watchName(desk.workspace(), dialog, {kName, NamedKind::Team, [tenant] { return tenant.chosen(); }});
    };
    form.order = [tenant](FormDialog& filled) {
        auto order = tenant.order(filled);
        if (order) {
            const QString name = isolated(plainText(filled.value(kName)));
            order->request.command = TeamCommand(AddTeam{filled.value(kName), filled.value(kDescription)});
            order->done = Words::tr("The team %1 was created.").arg(name);
            order->compensation = Compensation{Words::tr("Remove"), TeamCommand(RemoveTeam{}),
                                               Words::tr("The team %1 was removed.").arg(name)};
        }
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangeTeam(CommandDesk& desk, const TeamRow& team, QWidget* parent) {
    CommandForm form{Words::tr("Change Team"),
                     {},
                     Words::tr("&Change"),
                     {textField(kName, Words::tr("&Name"), team.name),
                      textField(kDescription, Words::tr("&Description (optional)"), team.description)},
                     {}};
    form.prepare = [&desk, team](FormDialog& dialog) {
        watchName(desk.workspace(), dialog,
                  {kName, NamedKind::Team, [tenant = team.tenant] { return std::optional(tenant); }, team.id});
    };
    form.order = [&desk, team](FormDialog& filled) -> std::optional<Order> {
        ChangeTeam change;
        change.name = changed(filled.value(kName), team.name);
        change.description = changed(filled.value(kDescription), team.description);
        ChangeTeam back;
        back.name = change.name ? std::optional(team.name) : std::nullopt;
        back.description = change.description ? std::optional(team.description) : std::nullopt;
        Order order{requestFor(desk.workspace(), team), Words::tr("The team %1 was changed.").arg(nameOf(team)), {}};
        order.request.command = TeamCommand(change);
        order.compensation = Compensation{Words::tr("Change Back"), TeamCommand(back),
                                          Words::tr("The team %1 is as it was.").arg(nameOf(team))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openAddMember(CommandDesk& desk, const TeamRow& team, QWidget* parent) {
    auto* picker = makePicker(desk, {OptionKind::User, OptionKind::Team}, team.tenant, parent);
    CommandForm form{Words::tr("Add Member"),
                     Words::tr("Whoever comes into %1 gets what is granted to it.").arg(nameOf(team)),
                     Words::tr("&Add"),
                     {},
                     {}};
    form.prepare = [picker](FormDialog& dialog) { dialog.addWidgetField(kMember, Words::tr("&User or team"), picker); };
    form.order = [&desk, team](FormDialog& filled) -> std::optional<Order> {
        const auto chosen = chosenIn(filled, kMember);
        if (!chosen)
            return std::nullopt;
        const auto& aggregate = chosen->entity.aggregate;
        const TeamMember member{aggregate.type == "team" ? TeamMember::Kind::Team : TeamMember::Kind::User,
                                aggregate.id};
        const QString name = isolated(plainText(chosen->name));
        Order order{requestFor(desk.workspace(), team), Words::tr("%1 is in %2 now.").arg(name, nameOf(team)), {}};
        order.request.command = TeamCommand(AddTeamMember{member});
        order.compensation = Compensation{Words::tr("Take Out Again"), TeamCommand(RemoveTeamMember{member}),
                                          Words::tr("%1 is no longer in %2.").arg(name, nameOf(team))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

Order memberRemoval(const Workspace& workspace, const TeamRow& team, const MemberRow& member) {
    const QString name = isolated(member.name.empty() ? shortId(member.member.id.text()) : plainText(member.name));
    Order order{requestFor(workspace, team), Words::tr("%1 is no longer in %2.").arg(name, nameOf(team)), {}};
    order.request.command = TeamCommand(RemoveTeamMember{member.member});
    order.compensation = Compensation{Words::tr("Put Back"), TeamCommand(AddTeamMember{member.member}),
                                      Words::tr("%1 is in %2 again.").arg(name, nameOf(team))};
    return order;
}

} // namespace muniment
