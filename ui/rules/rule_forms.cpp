#include "ui/rules/rule_forms.h"

#include "models/items/access_queries.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/rule_words.h"
#include "ui/forms/permission_fields.h"
#include "ui/forms/removal_form.h"

#include <QCoreApplication>
#include <QTimer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleForms)
};

constexpr int kTypingMillis = 250;

const QString kName = QStringLiteral("name");

/// Lives with its form: completes actions of the chosen organization, and says who would break what is filled in.
class RuleDraft : public QObject {
public:
    RuleDraft(CommandDesk& desk, const std::shared_ptr<LiveAccess>& access, FormDialog& form, TenantField tenant,
              PermissionFields first, PermissionFields second)
        : QObject(&form),
          m_form(form),
          m_tenant(std::move(tenant)),
          m_first(std::move(first)),
          m_second(std::move(second)),
          m_breaches(this, askDraftedRule(desk.workspace(), access),
                     [this](const DraftedRule& asked, const auto& users) { take(asked, users); }),
          m_actions(this, askActions(desk.workspace(), access),
                    [this](const ActionsRequest& asked, const auto& actions) { takeActions(asked, actions); }) {
        m_typing.setSingleShot(true);
        m_typing.setInterval(kTypingMillis);
        connect(&m_typing, &QTimer::timeout, this, [this] { askBreaches(); });
        connect(&form, &FormDialog::edited, &m_typing, qOverload<>(&QTimer::start));
        connect(m_tenant.picker(), &EntityPicker::chosenChanged, this, [this] { takeTenant(); });
        takeTenant();
    }

private:
    void takeTenant() {
        for (const auto& fields : {m_first, m_second})
            fields.picker()->setTenant(m_tenant.chosen());
        if (m_tenant.chosen())
            m_actions.request({*m_tenant.chosen()});
    }

    void takeActions(const ActionsRequest& asked, const Result<std::vector<std::string>>& actions) {
        if (!actions || asked.tenant != m_tenant.chosen())
            return;
        QStringList words;
        for (const std::string& action : *actions)
            words << plainText(action);
        for (const auto& fields : {m_first, m_second})
            fields.offerActions(m_form, words);
    }

    /// Absent: not all of it is filled in.
    [[nodiscard]] std::optional<DraftedRule> drafted() const {
        const auto first = m_first.drafted(m_form);
        const auto second = m_second.drafted(m_form);
        const auto isFilled = [](const std::optional<Permission>& permission) {
            return permission && !permission->action.empty() &&
                   !(permission->resourceType.empty() && permission->resource.isEmpty());
        };
        if (!m_tenant.chosen() || !isFilled(first) || !isFilled(second))
            return std::nullopt;
        return DraftedRule{*m_tenant.chosen(), *first, *second};
    }

    void askBreaches() {
        m_breaches.drop();
        if (m_form.isWaiting())
            return;
        if (const auto rule = drafted())
            m_breaches.request(*rule);
        else
            m_form.setNote({});
    }

    void take(const DraftedRule& asked, const Result<std::vector<AccessParty>>& users) {
        if (!m_form.isWaiting() && asked == drafted())
            m_form.setNote(users ? draftedBreachesText(*users) : errorSentence(users.error()));
    }

    FormDialog& m_form;
    TenantField m_tenant;
    PermissionFields m_first, m_second;
    RequestSlot<DraftedRule, std::vector<AccessParty>> m_breaches;
    RequestSlot<ActionsRequest, std::vector<std::string>> m_actions;
    QTimer m_typing;
};

} // namespace

FormDialog* openAddRule(CommandDesk& desk, std::shared_ptr<LiveAccess> access, const std::optional<EntityOption>& in,
                        QWidget* parent, IdAdded added) {
    const TenantField tenant(desk, {}, parent);
    if (in)
        tenant.picker()->setChosen(*in);
    const auto picker = [&] { return makePicker(desk, {OptionKind::Resource}, tenant.chosen(), parent); };
    const PermissionFields first(
        QStringLiteral("first."),
        {Words::tr("Nobody may &do"), Words::tr("O&n what"), Words::tr("Of which t&ype"), Words::tr("Which &resource")},
        picker());
    const PermissionFields second(QStringLiteral("second."),
                                  {Words::tr("Together &with"), Words::tr("The second on w&hat"),
                                   Words::tr("The second of which typ&e"), Words::tr("The second on which reso&urce")},
                                  picker());
    CommandForm form{Words::tr("Add Rule"),
                     Words::tr("Nobody may hold both permissions together. Whoever does is listed; nothing is "
                               "prevented or taken away."),
                     Words::tr("&Add"),
                     {},
                     {}};
    form.added = std::move(added);
    form.prepare = [&desk, tenant, first, second, access = std::move(access)](FormDialog& dialog) {
        tenant.addTo(dialog);
        dialog.addField(textField(kName, Words::tr("Na&me"), {}, Words::tr("Nobody approves what they order")));
        first.addTo(dialog);
        second.addTo(dialog);
        new RuleDraft(desk, access, dialog, tenant, first, second);
    };
    form.order = [tenant, first, second](FormDialog& filled) -> std::optional<Order> {
        auto order = tenant.order(filled);
        const auto one = first.in(filled);
        const auto other = second.in(filled);
        if (!order || !one || !other)
            return std::nullopt;
        const std::string name = filled.value(kName);
        order->request.command = SeparationCommand(AddSeparation{name, *one, *other});
        order->done = Words::tr("The rule %1 was added.").arg(isolated(plainText(name)));
        return order;
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openRemoveRule(CommandDesk& desk, const SeparationRow& rule, QWidget* parent) {
    auto request = requestFor(desk.workspace(), rule);
    request.command = SeparationCommand(RemoveSeparation{});
    const QString name = plainText(rule.name);
    return openRemoval(desk,
                       {Words::tr("Remove Rule"), name, std::move(request),
                        Words::tr("The rule %1 was removed.").arg(isolated(name)),
                        Words::tr("Nobody is told any more who holds both permissions.")},
                       parent);
}

} // namespace muniment
