#include "ui/start/password_prompt.h"

#include "models/eventstore/endpoint.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/forms/form_dialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QWidget>

namespace muniment {

PasswordPrompt::PasswordPrompt(QWidget* window)
    : QObject(window),
      m_window(window),
      m_typed(std::make_shared<SessionSecrets>()),
      m_keychain(std::make_shared<KeychainSecrets>()) {
    reset();
}

PasswordPrompt::~PasswordPrompt() {
    cancelAll();
}

void PasswordPrompt::reset() {
    auto prompt = std::make_shared<PromptSecrets>([this](const std::string& endpoint) { return ask(endpoint); });
    m_secrets =
        std::make_shared<ChainedSecrets>(std::vector<std::shared_ptr<SecretSource>>{m_typed, m_keychain, prompt});
    const std::lock_guard lock(m_mutex);
    m_isClosed = false;
}

std::optional<std::string> PasswordPrompt::ask(const std::string& endpoint) {
    auto question = std::make_shared<Question>();
    question->endpoint = endpoint;
    auto answered = question->answer.get_future();
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return std::nullopt;
        m_open.push_back(question);
    }
    QMetaObject::invokeMethod(
        this, [this, question] { open(question); }, Qt::QueuedConnection);
    return answered.get();
}

void PasswordPrompt::open(const std::shared_ptr<Question>& question) {
    auto* form =
        new FormDialog(tr("Password Needed"), plainText(displayEndpoint(question->endpoint)), tr("&Connect"), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    auto* line = new QLineEdit(form);
    line->setEchoMode(QLineEdit::Password);
    form->addWidgetField(QStringLiteral("password"), tr("&Password"), line);
    auto* keeps = new QCheckBox(tr("&Keep it in the keychain of this machine"), form);
    form->addWidgetField(QStringLiteral("keep"), QString(), keeps);
    keeps->setAccessibleName(tr("Keep it in the keychain of this machine")); // the field has no label to be named by
    connect(form, &FormDialog::submitted, this, [this, form, line, keeps, question] {
        const auto password = line->text().toStdString();
        if (keeps->isChecked()) {
            const auto kept = m_keychain->keepPassword(question->endpoint, password);
            if (!kept && keeps->isEnabled()) {
                // Say it once; the next press goes on with the password kept for this session only.
                keeps->setChecked(false);
                keeps->setEnabled(false);
                return form->showError(QStringLiteral("keep"), errorSentence(kept.error()));
            }
        }
        m_typed->hold(question->endpoint, password);
        answer(question, password);
        form->accept();
    });
    connect(form, &QDialog::rejected, this, [this, question] { answer(question, std::nullopt); });
    form->open();
}

void PasswordPrompt::answer(const std::shared_ptr<Question>& question, std::optional<std::string> password) {
    const std::lock_guard lock(m_mutex);
    if (std::exchange(question->isAnswered, true))
        return;
    question->answer.set_value(std::move(password));
    m_open.remove(question);
}

void PasswordPrompt::cancelAll() {
    std::list<std::shared_ptr<Question>> open;
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        open = m_open;
    }
    for (const auto& question : open)
        answer(question, std::nullopt);
}

} // namespace muniment
