#include "ui/forms/command_form.h"

#include <QCoreApplication>
#include <QPointer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandForm)
};

const QString kReason = QStringLiteral("reason");

} // namespace

FormField reasonField(bool isNeeded) {
    return {kReason,
            isNeeded ? Words::tr("&Reason") : Words::tr("Reason (optional)"),
            {},
            Words::tr("Kept with the event, for whoever reads it later"),
            {}};
}

FormField textField(const QString& key, const QString& label, const std::string& value, const QString& hint) {
    return {key, label, QString::fromStdString(value), hint, {}};
}

void sendFromForm(CommandDesk& desk, FormDialog* form, Order order, FormOutcome outcome) {
    order.request.reason = form->value(kReason);
    form->setWaiting(true);
    // The form may be closed while the answer is on its way; the desk then says it in the window.
    const QPointer<FormDialog> open(form);
    OrderListener listener;
    listener.answered = [open, written = std::move(outcome.written)](const Result<CommandResult>& result) {
        if (result && written)
            written(*result);
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
    listener.staged = [open, staged = std::move(outcome.staged)] {
        if (staged)
            staged();
        if (open)
            open->accept();
    };
    desk.send(order, listener);
}

static void stageFromForm(CommandDesk& desk, FormDialog* form, Order order) {
    order.request.reason = form->value(kReason);
    desk.stage(order);
    form->accept();
}

FormDialog* openCommandForm(CommandDesk& desk, const CommandForm& form, QWidget* parent) {
    auto* dialog = new FormDialog(form.title, form.intro, form.verb, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& field : form.fields)
        dialog->addField(field);
    if (form.prepare)
        form.prepare(*dialog);
    dialog->addField(reasonField(form.isReasonNeeded));
    QObject::connect(dialog, &FormDialog::submitted, dialog, [&desk, dialog, form] {
        if (form.submit)
            form.submit(*dialog);
        else if (auto order = form.order(*dialog))
            sendFromForm(desk, dialog, std::move(*order), {.written = form.added, .staged = {}});
    });
    if (!form.submit) {
        dialog->offerStaging();
        QObject::connect(dialog, &FormDialog::stagingChosen, dialog, [&desk, dialog, form] {
            if (auto order = form.order(*dialog))
                stageFromForm(desk, dialog, std::move(*order));
        });
    }
    dialog->open();
    return dialog;
}

} // namespace muniment
