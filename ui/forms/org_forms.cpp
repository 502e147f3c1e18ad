#include "ui/forms/org_forms.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QPointer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OrgForms)
};

const QString kName = QStringLiteral("name");
const QString kPlan = QStringLiteral("plan");
const QString kRegion = QStringLiteral("region");
const QString kReason = QStringLiteral("reason");

std::vector<std::pair<QString, QString>> plans(const std::string& present) {
    std::vector<std::pair<QString, QString>> choices;
    for (const char* plan : {"free", "standard", "business", "enterprise"})
        choices.emplace_back(QLatin1String(plan), QLatin1String(plan));
    const QString own = QString::fromStdString(present);
    if (!present.empty() && std::ranges::none_of(choices, [&](const auto& choice) { return choice.first == own; }))
        choices.emplace_back(own, plainText(present));
    return choices;
}

} // namespace

FormField reasonField() {
    return {
        kReason, Words::tr("Reason (optional)"), {}, Words::tr("Kept with the event, for whoever reads it later"), {}};
}

CommandRequest requestFor(const Workspace& workspace, const OrgRow& org) {
    CommandRequest request;
    request.region = org.region;
    request.tenant = org.id;
    request.ifSequence = org.sequence;
    request.operatorName = workspace.operatorName();
    return request;
}

void sendFromForm(CommandDesk& desk, FormDialog* form, Order order, IdAdded added) {
    order.request.reason = form->value(kReason);
    form->setWaiting(true);
    // The form may be closed while the answer is on its way; the desk then says it in the window.
    const QPointer<FormDialog> open(form);
    OrderListener listener;
    listener.answered = [open, added = std::move(added)](const Result<CommandResult>& result) {
        if (result && added)
            added(*result);
        if (!open)
            return false;
        open->setWaiting(false);
        if (result)
            open->accept();
        else
            open->showFailure(result.error());
        return true;
    };
    listener.notKnownYet = [open](const QString& sentence) {
        if (open)
            open->showNotKnown(sentence);
    };
    desk.send(order, listener);
}

FormDialog* openCreateOrganization(CommandDesk& desk, QWidget* parent, IdAdded added) {
    auto* form = new FormDialog(Words::tr("Create Organization"),
                                Words::tr("It lives in one region; everything about it is written there."),
                                Words::tr("&Create"), parent);
    form->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<std::pair<QString, QString>> regions;
    for (const auto& region : desk.workspace().regions())
        regions.emplace_back(QString::fromStdString(region.region.text()), plainText(region.region.text()));
    form->addField({kName, Words::tr("&Name"), {}, Words::tr("Nordwind AG"), {}});
    form->addField({kRegion, Words::tr("Re&gion"), {}, {}, regions});
    form->addField({kPlan, Words::tr("&Plan"), QStringLiteral("standard"), {}, plans({})});
    form->addField(reasonField());
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, added = std::move(added)] {
        Order order;
        order.request.region = RegionName(form->value(kRegion));
        order.request.operatorName = desk.workspace().operatorName();
        order.request.command = OrgCommand(AddOrg{form->value(kName), form->value(kRegion), form->value(kPlan)});
        const QString name = isolated(plainText(form->value(kName)));
        order.done = Words::tr("%1 was created.").arg(name);
        order.compensation = Compensation{Words::tr("Deactivate"), OrgCommand(DeactivateOrg{}),
                                          Words::tr("%1 is deactivated.").arg(name)};
        sendFromForm(desk, form, order, added);
    });
    form->open();
    return form;
}

FormDialog* openRenameOrganization(CommandDesk& desk, const OrgRow& org, QWidget* parent) {
    auto* form = new FormDialog(Words::tr("Rename Organization"), {}, Words::tr("&Rename"), parent);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->addField({kName, Words::tr("&Name"), QString::fromStdString(org.name), {}, {}});
    form->addField(reasonField());
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, org] {
        Order order{requestFor(desk.workspace(), org), {}, {}};
        order.request.command = OrgCommand(RenameOrg{form->value(kName)});
        order.done = Words::tr("%1 is called %2 now.")
                         .arg(isolated(plainText(org.name)), isolated(plainText(form->value(kName))));
        order.compensation = Compensation{Words::tr("Rename Back"), OrgCommand(RenameOrg{org.name}),
                                          Words::tr("It is called %1 again.").arg(isolated(plainText(org.name)))};
        sendFromForm(desk, form, order);
    });
    form->open();
    return form;
}

FormDialog* openChangePlan(CommandDesk& desk, const OrgRow& org, QWidget* parent) {
    auto* form = new FormDialog(Words::tr("Change Plan"), plainText(org.name), Words::tr("Change &Plan"), parent);
    form->setAttribute(Qt::WA_DeleteOnClose);
    form->addField({kPlan, Words::tr("&Plan"), QString::fromStdString(org.plan), {}, plans(org.plan)});
    form->addField(reasonField());
    QObject::connect(form, &FormDialog::submitted, form, [&desk, form, org] {
        Order order{requestFor(desk.workspace(), org), {}, {}};
        order.request.command = OrgCommand(ChangeOrgPlan{form->value(kPlan)});
        const QString name = isolated(plainText(org.name));
        order.done = Words::tr("%1 has the plan %2 now.").arg(name, plainText(form->value(kPlan)));
        order.compensation = Compensation{Words::tr("Change Back"), OrgCommand(ChangeOrgPlan{org.plan}),
                                          Words::tr("%1 has the plan %2 again.").arg(name, plainText(org.plan))};
        sendFromForm(desk, form, order);
    });
    form->open();
    return form;
}

} // namespace muniment
