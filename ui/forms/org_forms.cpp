#include "ui/forms/org_forms.h"

#include "models/items/plain_text.h"
#include "models/items/workspace_queries.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OrgForms)
};

const QString kName = QStringLiteral("name");
const QString kPlan = QStringLiteral("plan");
const QString kRegion = QStringLiteral("region");
const QString kDomain = QStringLiteral("domain");

QString nameOf(const OrgRow& org) {
    return isolated(plainText(org.name));
}

using Choices = std::vector<std::pair<QString, QString>>;

/// What a fresh installation begins with.
Choices firstPlans() {
    Choices choices;
    for (const char* plan : {"free", "standard", "business", "enterprise"})
        choices.emplace_back(QLatin1String(plan), QLatin1String(plan));
    return choices;
}

FormField planField(const std::string& present) {
    return {kPlan, Words::tr("&Plan"), QString::fromStdString(present), Words::tr("A plan's key"), firstPlans(), true};
}

/// The plans that the log knows take the place of those it began with.
void offerPlans(const CommandDesk& desk, FormDialog& form) {
    askPlans(desk.workspace())(&form, {PlanQuery(), false}, [open = &form](const auto& page) {
        if (!page || page->rows.empty())
            return;
        Choices choices;
        for (const PlanRow& plan : page->rows) {
            const QString key = QString::fromStdString(plan.key);
            choices.emplace_back(key, plan.name.empty() || plan.name == plan.key
                                          ? plainText(plan.key)
                                          : QStringLiteral("%1 · %2").arg(plainText(plan.key), plainText(plan.name)));
        }
        open->setChoices(kPlan, choices);
    });
}

std::vector<std::pair<QString, QString>> regions(const Workspace& workspace) {
    std::vector<std::pair<QString, QString>> choices;
    for (const auto& region : workspace.regions())
        choices.emplace_back(QString::fromStdString(region.region.text()), plainText(region.region.text()));
    return choices;
}

} // namespace

CommandRequest requestFor(const Workspace& workspace, const OrgRow& org) {
    CommandRequest request;
    request.region = org.region;
    request.tenant = org.id;
    request.ifSequence = org.sequence;
    request.operatorName = workspace.operatorName();
    return request;
}

FormDialog* openCreateOrganization(CommandDesk& desk, QWidget* parent, IdAdded added) {
    CommandForm form{Words::tr("Create Organization"),
                     Words::tr("It lives in one region; everything about it is written there."),
                     Words::tr("&Create"),
                     {{kName, Words::tr("&Name"), {}, Words::tr("Nordwind AG"), {}},
                      {kRegion, Words::tr("Re&gion"), {}, {}, regions(desk.workspace())},
                      planField("standard")},
                     {}};
    form.prepare = [&desk](FormDialog& dialog) { offerPlans(desk, dialog); };
    form.added = std::move(added);
    form.order = [&desk](FormDialog& filled) -> std::optional<Order> {
        Order order;
        order.request.region = RegionName(filled.value(kRegion));
        order.request.operatorName = desk.workspace().operatorName();
        order.request.command = OrgCommand(AddOrg{filled.value(kName), filled.value(kRegion), filled.value(kPlan)});
        const QString name = isolated(plainText(filled.value(kName)));
        order.done = Words::tr("%1 was created.").arg(name);
        order.compensation = Compensation{Words::tr("Deactivate"), OrgCommand(DeactivateOrg{}),
                                          Words::tr("%1 is deactivated.").arg(name)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openRenameOrganization(CommandDesk& desk, const OrgRow& org, QWidget* parent) {
    CommandForm form{Words::tr("Rename Organization"),
                     {},
                     Words::tr("&Rename"),
                     {textField(kName, Words::tr("&Name"), org.name)},
                     {}};
    form.order = [&desk, org](FormDialog& filled) -> std::optional<Order> {
        Order order{requestFor(desk.workspace(), org), {}, {}};
        order.request.command = OrgCommand(RenameOrg{filled.value(kName)});
        order.done = Words::tr("%1 is called %2 now.").arg(nameOf(org), isolated(plainText(filled.value(kName))));
        order.compensation = Compensation{Words::tr("Rename Back"), OrgCommand(RenameOrg{org.name}),
                                          Words::tr("It is called %1 again.").arg(nameOf(org))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openChangePlan(CommandDesk& desk, const OrgRow& org, QWidget* parent) {
    CommandForm form{
        Words::tr("Change Plan"), plainText(org.name), Words::tr("Change &Plan"), {planField(org.plan)}, {}};
    form.prepare = [&desk](FormDialog& dialog) { offerPlans(desk, dialog); };
    form.order = [&desk, org](FormDialog& filled) -> std::optional<Order> {
        Order order{requestFor(desk.workspace(), org), {}, {}};
        order.request.command = OrgCommand(ChangeOrgPlan{filled.value(kPlan)});
        order.done = Words::tr("%1 has the plan %2 now.").arg(nameOf(org), plainText(filled.value(kPlan)));
        order.compensation = Compensation{Words::tr("Change Back"), OrgCommand(ChangeOrgPlan{org.plan}),
                                          Words::tr("%1 has the plan %2 again.").arg(nameOf(org), plainText(org.plan))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openAddDomain(CommandDesk& desk, const OrgRow& org, QWidget* parent) {
    CommandForm form{Words::tr("Add Domain"),
                     Words::tr("%1 claims it. It is its alone once it is verified.").arg(nameOf(org)),
                     Words::tr("&Add"),
                     {textField(kDomain, Words::tr("&Domain"), {}, QStringLiteral("nordwind.example"))},
                     {}};
    form.order = [&desk, org](FormDialog& filled) -> std::optional<Order> {
        const auto domain = filled.value(kDomain);
        Order order{requestFor(desk.workspace(), org), {}, {}};
        order.request.command = OrgCommand(AddDomain{domain});
        order.done = Words::tr("%1 has the domain %2.").arg(nameOf(org), isolated(plainText(domain)));
        order.compensation = Compensation{Words::tr("Remove"), OrgCommand(RemoveDomain{domain}),
                                          Words::tr("The domain %1 was removed.").arg(isolated(plainText(domain)))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

Order domainVerification(const Workspace& workspace, const OrgRow& org, const DomainRow& domain) {
    const QString name = isolated(plainText(domain.domain));
    Order order{requestFor(workspace, org), Words::tr("The domain %1 is verified for %2.").arg(name, nameOf(org)), {}};
    order.request.command = OrgCommand(VerifyDomain{domain.domain});
    return order;
}

Order domainRemoval(const Workspace& workspace, const OrgRow& org, const DomainRow& domain) {
    const QString name = isolated(plainText(domain.domain));
    Order order{requestFor(workspace, org), Words::tr("The domain %1 was removed.").arg(name), {}};
    order.request.command = OrgCommand(RemoveDomain{domain.domain});
    order.compensation = Compensation{Words::tr("Add Again"), OrgCommand(AddDomain{domain.domain}),
                                      Words::tr("%1 has the domain %2.").arg(nameOf(org), name)};
    return order;
}

} // namespace muniment
