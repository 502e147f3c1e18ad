#include "ui/forms/command_form.h"

#include "models/base/clock.h"
#include "models/commands/region_error.h"

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

/// Kept with the form's reason, and the form is done.
static std::function<void()> queueing(CommandDesk& desk, FormDialog* form, std::vector<CommandRequest> requests,
                                      const std::function<void()>& queued) {
    return [&desk, form, requests = std::move(requests), queued] {
        auto kept = requests;
        for (CommandRequest& request : kept)
            request.reason = form->value(kReason);
        desk.queue(std::move(kept));
        if (queued)
            queued();
        form->accept();
    };
}

bool saysAway(CommandDesk& desk, FormDialog* form, const std::vector<CommandRequest>& requests,
              const std::function<void()>& queued) {
    const auto outage = form->isQueueingOffered() ? std::nullopt : desk.outageOf(requests.front().region);
    if (!outage)
        return false;
    form->offerQueueing(awaySentence(*outage, desk.zone().ofMany(), systemClock().now()),
                        queueing(desk, form, requests, queued));
    return true;
}

void showFailure(CommandDesk& desk, FormDialog* form, const Error& error, const std::vector<CommandRequest>& requests,
                 const std::function<void()>& queued) {
    form->showFailure(error);
    if (mayBeQueued(error))
        form->offerQueueing({}, queueing(desk, form, requests, queued));
}

void sendFromForm(CommandDesk& desk, FormDialog* form, Order order, FormOutcome outcome) {
    if (!desk.mustBeStaged(order) && saysAway(desk, form, {order.request}, outcome.staged))
        return;
    order.request.reason = form->value(kReason);
    form->setWaiting(true);
    // The form may be closed while the answer is on its way; the desk then says it in the window.
    const QPointer<FormDialog> open(form);
    OrderListener listener;
    listener.answered = [open, &desk, request = order.request, written = std::move(outcome.written),
                         staged = outcome.staged](const Result<CommandResult>& result) {
        if (result && written)
            written(*result);
        if (!open)
            return false;
        open->setWaiting(false);
        if (result)
            open->accept();
        else
            showFailure(desk, open, result.error(), {request}, staged);
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
