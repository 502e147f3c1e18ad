#include "ui/details/secret_disclosure.h"

#include "models/items/event_words.h"
#include "ui/forms/form_dialog.h"

#include <QPointer>

namespace muniment {

namespace {

constexpr const char* kSecret = "secret";
constexpr const char* kReason = "reason";

} // namespace

SecretDisclosure::SecretDisclosure(Workspace& workspace, QWidget* owner)
    : QObject(owner),
      m_workspace(workspace),
      m_owner(owner) {}

void SecretDisclosure::ask(EventNumber event, const std::vector<std::string>& secrets) {
    if (secrets.empty())
        return;
    if (m_workspace.isReadOnly()) {
        emit said(
            {Message::Kind::Failed,
             tr("The workspace is open for reading only: nobody could note that the secret was shown, so it stays "
                "masked."),
             {},
             {}});
        return;
    }
    auto* form = new FormDialog(tr("Show a Secret"),
                                tr("Your name, the time and the reason are noted in the workspace file and stay there. "
                                   "The value is masked again when you choose another event."),
                                tr("&Note and Show"), m_owner->window());
    form->setAttribute(Qt::WA_DeleteOnClose);
    FormField secret{QLatin1String(kSecret), tr("&Secret"), QString::fromStdString(secrets.front()), {}};
    for (const auto& name : secrets)
        secret.choices.emplace_back(QString::fromStdString(name), fieldText(name));
    form->addField(secret);
    form->addField({QLatin1String(kReason), tr("&Reason"), {}, tr("Ticket, audit or incident")});
    form->editor(QLatin1String(kReason))->setFocus();
    connect(form, &FormDialog::submitted, this, [this, form, event] { note(form, event); });
    form->open();
}

void SecretDisclosure::note(FormDialog* form, EventNumber event) {
    const auto reason = form->value(QLatin1String(kReason));
    const auto secret = form->value(QLatin1String(kSecret));
    if (reason.empty())
        return form->showError(QLatin1String(kReason), tr("Say why: the reason is kept beside your name."));
    form->setWaiting(true);
    m_workspace.recordDisclosure(event, secret, reason, this,
                                 [this, event, secret, form = QPointer(form)](const Result<void>& noted) {
                                     if (form)
                                         form->setWaiting(false);
                                     if (!noted)
                                         return form ? form->showFailure(noted.error()) : void();
                                     if (form)
                                         form->accept();
                                     emit this->noted(event, QString::fromStdString(secret));
                                 });
}

} // namespace muniment
