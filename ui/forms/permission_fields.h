// A permission in a form: an action, on every resource of a type or on one resource.
#pragma once

#include "models/domain/role.h"
#include "ui/forms/entity_picker.h"
#include "ui/forms/form_dialog.h"

#include <optional>

namespace muniment {

class PermissionFields {
public:
    /// What the fields are called, with mnemonics: a form can have several permissions.
    struct Labels {
        QString action, on, type, resource;
    };

    /// `prefix` stands before the keys of the fields: "first." gives "first.action".
    PermissionFields(QString prefix, Labels labels, EntityPicker* resource);

    /// The labels of a form that has one permission.
    [[nodiscard]] static Labels plainLabels();

    void addTo(FormDialog& form) const;
    /// Offers these actions while one is typed; any other can be typed, too.
    void offerActions(const FormDialog& form, const QStringList& actions) const;
    /// Absent: no resource is chosen where one is meant.
    [[nodiscard]] std::optional<Permission> drafted(const FormDialog& form) const;
    /// The same, said at the field.
    [[nodiscard]] std::optional<Permission> in(FormDialog& form) const;

    [[nodiscard]] EntityPicker* picker() const { return m_resource; }

private:
    [[nodiscard]] bool isOfOne(const FormDialog& form) const;
    void showFieldsOfPlace(FormDialog& form) const;

    QString m_action, m_on, m_type, m_place; ///< keys
    Labels m_labels;
    EntityPicker* m_resource;
};

} // namespace muniment
