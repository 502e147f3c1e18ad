#include "ui/forms/resource_forms.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResourceForms)
};

const QString kName = QStringLiteral("name");
const QString kType = QStringLiteral("resourceType");
const QString kParent = QStringLiteral("parent");

QString nameOf(const ResourceRow& resource) {
    return isolated(plainText(resource.name));
}

/// Nothing in the box means the top; something that is not chosen is an error at the field.
std::optional<AggregateId> parentIn(FormDialog& form) {
    if (form.value(kParent).empty())
        return AggregateId();
    const auto chosen = chosenIn(form, kParent);
    return chosen ? std::optional(chosen->entity.aggregate.id) : std::nullopt;
}

} // namespace

FormDialog* openCreateResource(CommandDesk& desk, const std::optional<OrgRow>& in,
                               const std::optional<ResourceRow>& below, QWidget* parent, IdAdded added) {
    const TenantField tenant(desk, in, parent);
    auto* place = makePicker(desk, {OptionKind::Resource}, std::nullopt, parent);
    const auto follow = [tenant, place] {
        const auto& org = tenant.picker()->chosen();
        place->setTenant(org ? std::optional(org->entity.tenant) : std::nullopt);
    };
    QObject::connect(tenant.picker(), &EntityPicker::chosenChanged, place, follow);
    follow();
    if (below && tenant.picker()->chosen() && tenant.picker()->chosen()->entity.tenant == below->tenant)
        place->setChosen(optionOf(*below));
    CommandForm form{Words::tr("Create Resource"), {}, Words::tr("&Create"), {}, {}};
    form.added = std::move(added);
    form.prepare = [tenant, place](FormDialog& dialog) {
        tenant.addTo(dialog);
        dialog.addField(textField(kName, Words::tr("&Name"), {}, Words::tr("Salaries 2026")));
        dialog.addField(textField(kType, Words::tr("&Type"), {}, Words::tr("document, room, project …")));
        dialog.addWidgetField(kParent, Words::tr("&In (empty: at the top)"), place);
    };
    form.order = [tenant](FormDialog& filled) -> std::optional<Order> {
        auto order = tenant.order(filled);
        const auto lies = order ? parentIn(filled) : std::nullopt;
        if (!lies)
            return std::nullopt;
        const QString name = isolated(plainText(filled.value(kName)));
        order->request.command = ResourceCommand(AddResource{filled.value(kName), filled.value(kType), *lies});
        order->done = Words::tr("%1 was created.").arg(name);
        order->compensation = Compensation{Words::tr("Remove"), ResourceCommand(RemoveResource{}),
                                           Words::tr("%1 was removed.").arg(name)};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openRenameResource(CommandDesk& desk, const ResourceRow& resource, QWidget* parent) {
    CommandForm form{Words::tr("Rename Resource"),
                     {},
                     Words::tr("&Rename"),
                     {textField(kName, Words::tr("&Name"), resource.name)},
                     {}};
    form.order = [&desk, resource](FormDialog& filled) -> std::optional<Order> {
        Order order{requestFor(desk.workspace(), resource), {}, {}};
        order.request.command = ResourceCommand(ChangeResource{filled.value(kName), {}});
        order.done = Words::tr("%1 is called %2 now.").arg(nameOf(resource), isolated(plainText(filled.value(kName))));
        order.compensation = Compensation{Words::tr("Rename Back"), ResourceCommand(ChangeResource{resource.name, {}}),
                                          Words::tr("It is called %1 again.").arg(nameOf(resource))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openMoveResource(CommandDesk& desk, const ResourceRow& resource, QWidget* parent) {
    auto* place = makePicker(desk, {OptionKind::Resource}, resource.tenant, parent);
    CommandForm form{
        Words::tr("Move Resource"),
        Words::tr("What is granted on the place it comes to holds for %1 as well, and for what lies below.")
            .arg(nameOf(resource)),
        Words::tr("&Move"),
        {},
        {}};
    form.prepare = [place](FormDialog& dialog) {
        dialog.addWidgetField(kParent, Words::tr("&In (empty: at the top)"), place);
    };
    form.order = [&desk, resource](FormDialog& filled) -> std::optional<Order> {
        const auto lies = parentIn(filled);
        if (!lies)
            return std::nullopt;
        Order order{requestFor(desk.workspace(), resource), Words::tr("%1 was moved.").arg(nameOf(resource)), {}};
        order.request.command = ResourceCommand(ChangeResource{{}, *lies});
        order.compensation = Compensation{Words::tr("Move Back"), ResourceCommand(ChangeResource{{}, resource.parent}),
                                          Words::tr("%1 is where it was.").arg(nameOf(resource))};
        return order;
    };
    return openCommandForm(desk, form, parent);
}

} // namespace muniment
