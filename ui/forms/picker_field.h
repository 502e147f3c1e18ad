// Fields of a form in which something that exists is chosen.
#pragma once

#include "ui/forms/entity_picker.h"
#include "ui/forms/form_dialog.h"
#include "ui/shell/command_desk.h"

#include <optional>
#include <vector>

namespace muniment {

/// `tenant` absent: of every organization.
[[nodiscard]] EntityPicker* makePicker(const CommandDesk& desk, std::vector<OptionKind> kinds,
                                       const std::optional<TenantId>& tenant, QWidget* parent);

/// What is chosen in the field; when nothing is, that is said at it.
[[nodiscard]] std::optional<EntityOption> chosenIn(FormDialog& form, const QString& key);

/// In which organization something new comes to be, chosen in its own field.
class TenantField {
public:
    /// `in` is offered first.
    TenantField(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent);
    void addTo(FormDialog& form) const;
    /// An order to the chosen organization; absent: none is chosen, and that is said at the field.
    [[nodiscard]] std::optional<Order> order(FormDialog& form) const;

    /// Absent: none is chosen.
    [[nodiscard]] std::optional<TenantId> chosen() const;

    [[nodiscard]] EntityPicker* picker() const { return m_picker; }

private:
    CommandDesk* m_desk;
    EntityPicker* m_picker;
};

} // namespace muniment
