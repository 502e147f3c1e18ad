#include "ui/compromises/compromise_form.h"

#include "models/base/clock.h"
#include "ui/compromises/compromise_desk.h"
#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"
#include "ui/forms/time_field.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CompromiseForm)
};

const QString kUser = QStringLiteral("user");
const QString kFrom = QStringLiteral("from");
const QString kUntil = QStringLiteral("until");
const QString kReason = QStringLiteral("reason");

void setLine(const FormDialog& form, const QString& key, const std::string& text) {
    if (auto* line = qobject_cast<QLineEdit*>(form.editor(key)))
        line->setText(QString::fromStdString(text));
}

/// What the file says of the account that was chosen, where nothing else was said yet.
void fillFromMark(const FormDialog& form, const Workspace& workspace) {
    const auto* picker = qobject_cast<const EntityPicker*>(form.editor(kUser));
    const bool isUntouched = form.value(kFrom).empty() && form.value(kUntil).empty() && form.value(kReason).empty();
    if (!picker->chosen() || !isUntouched)
        return;
    const auto& [tenant, aggregate] = picker->chosen()->entity;
    const auto mark = compromiseOf(workspace, tenant, aggregate.id);
    if (!mark)
        return;
    setLine(form, kFrom, timeFieldText(mark->from));
    setLine(form, kUntil, timeFieldText(mark->until));
    setLine(form, kReason, mark->reason);
}

/// Absent: something is wrong, and was said at its field.
std::optional<CompromiseMark> markIn(FormDialog& form) {
    const auto account = chosenIn(form, kUser);
    const auto from = account ? timeIn(form, kFrom) : std::nullopt;
    const auto until = from ? timeIn(form, kUntil) : std::nullopt;
    if (!until)
        return std::nullopt;
    const Instant now = systemClock().now();
    if (!*from) {
        form.showError(kFrom, Words::tr("Say since when, as well as you know: too early finds more than too late."));
        return std::nullopt;
    }
    if (**from > now) {
        form.showError(kFrom, Words::tr("That has not come yet."));
        return std::nullopt;
    }
    if (*until && **until < **from) {
        form.showError(kUntil, Words::tr("It ends before it begins."));
        return std::nullopt;
    }
    if (form.value(kReason).empty()) {
        form.showError(kReason, Words::tr("Say why: it becomes the reason of everything that is taken back."));
        return std::nullopt;
    }
    return CompromiseMark{
        account->entity.tenant, account->entity.aggregate.id, **from, *until, form.value(kReason), now};
}

} // namespace

FormDialog* openCompromiseForm(CommandDesk& desk, const CompromiseProposal& proposal, QWidget* parent,
                               std::function<void(const CompromiseMark&)> marked) {
    auto* form = new FormDialog(Words::tr("Trace a Compromise"),
                                Words::tr("What the account gave to others is followed, and what takes it back is "
                                          "drafted. The mark is kept in this workspace only; nothing is sent."),
                                Words::tr("&Trace"), parent);
    form->setAttribute(Qt::WA_DeleteOnClose);
    auto* picker = makePicker(desk, {OptionKind::User}, std::nullopt, parent);
    form->addWidgetField(kUser, Words::tr("&Account"), picker);
    const QString hint = Words::tr("2026-03-01, 2026-03-01T18:00:00Z or -2d; a date means its midnight in UTC");
    form->addField(textField(kFrom, Words::tr("In the wrong hands &from"), {}, hint));
    form->addField(textField(kUntil, Words::tr("&Until (empty: until now)"), {}, hint));
    form->addField(reasonField(true));
    QObject::connect(picker, &EntityPicker::chosenChanged, form,
                     [form, &desk] { fillFromMark(*form, desk.workspace()); });
    if (proposal.account)
        picker->setChosen(*proposal.account);
    fillFromMark(*form, desk.workspace());
    if (proposal.from && form->value(kFrom).empty())
        setLine(*form, kFrom, timeFieldText(proposal.from));
    QObject::connect(form, &FormDialog::submitted, form, [form, marked = std::move(marked)] {
        if (const auto mark = markIn(*form)) {
            marked(*mark);
            form->accept();
        }
    });
    form->open();
    return form;
}

} // namespace muniment
