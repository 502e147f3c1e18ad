#include "ui/forms/plan_forms.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanForms)
};

const QString kKey = QStringLiteral("key");
const QString kName = QStringLiteral("name");
const QString kRegion = QStringLiteral("region");

QString nameOf(const PlanRow& plan) {
    return isolated(plainText(plan.name.empty() ? plan.key : plan.name));
}

Order orderAbout(const Workspace& workspace, const PlanRow& plan, const PlanCommand& command, const QString& done) {
    Order order;
    order.request.region = plan.region;
    order.request.tenant = plan.tenant;
    order.request.id = AggregateId(plan.key);
    order.request.ifSequence = plan.sequence;
    order.request.operatorName = workspace.operatorName();
    order.request.command = command;
    order.done = done;
    return order;
}

} // namespace

FormDialog* openAddPlan(CommandDesk& desk, QWidget* parent, IdAdded added) {
    std::vector<std::pair<QString, QString>> regions;
    for (const auto& region : desk.workspace().regions())
        regions.emplace_back(QString::fromStdString(region.region.text()), plainText(region.region.text()));
    CommandForm form{Words::tr("Add Plan"),
                     Words::tr("It can be chosen in every region of the installation."),
                     Words::tr("&Add"),
                     {textField(kKey, Words::tr("&Key"), {}, QStringLiteral("team-50")),
                      textField(kName, Words::tr("&Name"), {}, Words::tr("Team, 50 seats"))},
                     {}};
    if (regions.size() > 1)
        form.fields.push_back({kRegion, Words::tr("&Installation of the region"), {}, {}, regions});
    form.added = std::move(added);
    const auto only = regions.empty() ? std::string() : regions.front().first.toStdString();
    form.order = [&desk, only](FormDialog& filled) -> std::optional<Order> {
        const auto region = filled.value(kRegion);
        Order order;
        order.request.region = RegionName(region.empty() ? only : region);
        order.request.id = AggregateId(filled.value(kKey));
        order.request.operatorName = desk.workspace().operatorName();
        order.request.command = PlanCommand(AddPlan{filled.value(kKey), filled.value(kName)});
        const QString name = isolated(plainText(filled.value(kName)));
        order.done = Words::tr("The plan %1 was added.").arg(name);
        order.compensation = Compensation{Words::tr("Remove"), PlanCommand(RemovePlan{}),
                                          Words::tr("The plan %1 was removed.").arg(name)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openRenamePlan(CommandDesk& desk, const PlanRow& plan, QWidget* parent) {
    CommandForm form{
        Words::tr("Rename Plan"), {}, Words::tr("&Rename"), {textField(kName, Words::tr("&Name"), plan.name)}, {}};
    form.order = [&desk, plan](FormDialog& filled) -> std::optional<Order> {
        auto order =
            orderAbout(desk.workspace(), plan, RenamePlan{filled.value(kName)},
                       Words::tr("%1 is called %2 now.").arg(nameOf(plan), isolated(plainText(filled.value(kName)))));
        order.compensation = Compensation{Words::tr("Rename Back"), PlanCommand(RenamePlan{plan.name}),
                                          Words::tr("It is called %1 again.").arg(nameOf(plan))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

Order planRemoval(const Workspace& workspace, const PlanRow& plan) {
    auto order = orderAbout(workspace, plan, RemovePlan{}, Words::tr("The plan %1 was removed.").arg(nameOf(plan)));
    order.compensation = Compensation{Words::tr("Add Again"), PlanCommand(AddPlan{plan.key, plan.name}),
                                      Words::tr("The plan %1 is there again.").arg(nameOf(plan))};
    return order;
}

} // namespace muniment
