#include "ui/forms/picker_field.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PickerField)
};

const QString kTenant = QStringLiteral("tenant");

} // namespace

EntityPicker* makePicker(const CommandDesk& desk, std::vector<OptionKind> kinds, const std::optional<TenantId>& tenant,
                         QWidget* parent) {
    auto* picker = new EntityPicker(askOptions(desk.workspace()), std::move(kinds), parent);
    picker->setTenant(tenant);
    return picker;
}

std::optional<EntityOption> chosenIn(FormDialog& form, const QString& key) {
    const auto* picker = qobject_cast<EntityPicker*>(form.editor(key));
    if (picker != nullptr && picker->chosen())
        return picker->chosen();
    form.showError(key, Words::tr("Choose one of those that are offered."));
    return std::nullopt;
}

TenantField::TenantField(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent)
    : m_desk(&desk),
      m_picker(makePicker(desk, {OptionKind::Organization}, std::nullopt, parent)) {
    if (in && in->lifecycle == OrgLifecycle::Active)
        m_picker->setChosen(optionOf(*in));
}

void TenantField::addTo(FormDialog& form) const {
    form.addWidgetField(kTenant, Words::tr("&Organization"), m_picker);
}

std::optional<TenantId> TenantField::chosen() const {
    return m_picker->chosen() ? std::optional(m_picker->chosen()->entity.tenant) : std::nullopt;
}

std::optional<Order> TenantField::order(FormDialog& form) const {
    const auto org = chosenIn(form, kTenant);
    if (!org)
        return std::nullopt;
    Order order;
    order.request.region = org->region;
    order.request.tenant = org->entity.tenant;
    order.request.operatorName = m_desk->workspace().operatorName();
    return order;
}

} // namespace muniment
