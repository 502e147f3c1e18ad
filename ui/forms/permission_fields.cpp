#include "ui/forms/permission_fields.h"

#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QStringListModel>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PermissionFields)
};

const QString kOfType = QStringLiteral("type");
const QString kOfOne = QStringLiteral("one");

} // namespace

PermissionFields::PermissionFields(QString prefix, Labels labels, EntityPicker* resource)
    : m_action(prefix + QStringLiteral("action")),
      m_on(prefix + QStringLiteral("on")),
      m_type(prefix + QStringLiteral("resourceType")),
      m_place(prefix + QStringLiteral("resource")),
      m_labels(std::move(labels)),
      m_resource(resource) {}

PermissionFields::Labels PermissionFields::plainLabels() {
    return {Words::tr("&Action"), Words::tr("&On"), Words::tr("&Type"), Words::tr("&Resource")};
}

void PermissionFields::addTo(FormDialog& form) const {
    form.addField(textField(m_action, m_labels.action, {}, Words::tr("read, docs.* or * for every action")));
    form.addField({m_on,
                   m_labels.on,
                   {},
                   {},
                   {{kOfType, Words::tr("Every resource of a type")},
                    {kOfOne, Words::tr("One resource and what lies below it")}}});
    form.addField(textField(m_type, m_labels.type, {}, Words::tr("document, or * for every type")));
    form.addWidgetField(m_place, m_labels.resource, m_resource);
    showFieldsOfPlace(form);
    QObject::connect(&form, &FormDialog::edited, &form, [fields = *this, open = &form](const QString& key) {
        if (key == fields.m_on)
            fields.showFieldsOfPlace(*open);
    });
}

void PermissionFields::offerActions(const FormDialog& form, const QStringList& actions) const {
    auto* line = qobject_cast<QLineEdit*>(form.editor(m_action));
    if (line->completer() == nullptr) {
        auto* completer = new QCompleter(new QStringListModel(line), line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        completer->popup()->setAccessibleName(Words::tr("Actions"));
        line->setCompleter(completer);
    }
    static_cast<QStringListModel*>(line->completer()->model())->setStringList(actions);
}

bool PermissionFields::isOfOne(const FormDialog& form) const {
    return form.value(m_on) == kOfOne.toStdString();
}

void PermissionFields::showFieldsOfPlace(FormDialog& form) const {
    form.setFieldVisible(m_place, isOfOne(form));
    form.setFieldVisible(m_type, !isOfOne(form));
    form.adjustSize();
}

std::optional<Permission> PermissionFields::drafted(const FormDialog& form) const {
    if (!isOfOne(form))
        return Permission{form.value(m_action), form.value(m_type), {}};
    if (!m_resource->chosen())
        return std::nullopt;
    return Permission{form.value(m_action), {}, m_resource->chosen()->entity.aggregate.id};
}

std::optional<Permission> PermissionFields::in(FormDialog& form) const {
    if (isOfOne(form) && !chosenIn(form, m_place))
        return std::nullopt;
    return drafted(form);
}

} // namespace muniment
