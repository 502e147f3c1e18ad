#include "ui/integrity/seal_desk.h"

#include "models/items/error_sentence.h"

#include <QLineEdit>

namespace muniment {

namespace {

const QString kPassphrase = QStringLiteral("passphrase");
const QString kAgain = QStringLiteral("again");

QLineEdit* addSecretField(FormDialog* form, const QString& key, const QString& label) {
    auto* line = new QLineEdit(form);
    line->setEchoMode(QLineEdit::Password);
    form->addWidgetField(key, label, line);
    return line;
}

} // namespace

SealDesk::SealDesk(const Workspace& workspace, Purpose purpose, QWidget* window, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_purpose(purpose),
      m_window(window) {}

bool SealDesk::isOfPassphrase(const Error& error) {
    return error.code == ErrorCode::InvalidInput && error.get("field") == "passphrase";
}

void SealDesk::begin() {
    if (m_form && m_form->isVisible()) // one that was closed lives on for a moment
        return m_form->raise();
    if (m_search)
        return;
    IntegrityOrder order{IntegrityOrder::Kind::FindKey, m_place};
    m_search = new IntegrityJob(m_workspace, std::move(order), this);
    connect(m_search, &IntegrityJob::found, this, [this](const std::optional<VerifierKey>& key) {
        m_search->deleteLater();
        m_search.clear();
        key ? seal(std::nullopt, false) : askForKey(nullptr);
    });
    connect(m_search, &IntegrityJob::failed, this, [this](const Error& error) {
        m_search->deleteLater();
        m_search.clear();
        isOfPassphrase(error) ? askForPassphrase(nullptr) : emit failed(error);
    });
}

void SealDesk::takeRefused(const Error& error) {
    m_mayMakeKey ? askForKey(&error) : askForPassphrase(&error);
}

void SealDesk::askForKey(const Error* why) {
    const bool isSeal = m_purpose == Purpose::Seal;
    m_form = new FormDialog(
        tr("A Key for This Workstation"),
        isSeal ? tr("Checkpoints are signed with a key of this workstation, and it has none yet. It is kept in the "
                    "keychain of this desktop, or, where there is none, in a file under a passphrase. Others check "
                    "with its public half.")
               : tr("Evidence is signed with a key of this workstation, and it has none yet. It is kept in the "
                    "keychain of this desktop, or, where there is none, in a file under a passphrase. Others check "
                    "with its public half."),
        isSeal ? tr("&Make the Key and Seal") : tr("&Make the Key and Export"), m_window);
    m_form->setAttribute(Qt::WA_DeleteOnClose);
    auto* line = addSecretField(m_form, kPassphrase, tr("&Passphrase, where there is no keychain"));
    auto* again = addSecretField(m_form, kAgain, tr("The same &again"));
    connect(m_form, &FormDialog::submitted, this, [this, line, again] {
        if (line->text() != again->text())
            return m_form->showError(kAgain, tr("It is not the same."));
        const auto typed = line->text().toStdString();
        m_form->accept();
        seal(typed.empty() ? std::nullopt : std::optional(typed), true);
    });
    m_form->open();
    if (why != nullptr)
        m_form->showError(kPassphrase, tr("There is no keychain here: choose a passphrase for the key's file."));
}

void SealDesk::askForPassphrase(const Error* why) {
    m_form = new FormDialog(tr("Passphrase Needed"),
                            tr("The key of this workstation is kept in a file under a passphrase. Nothing is signed "
                               "without it."),
                            m_purpose == Purpose::Seal ? tr("&Seal") : tr("&Export"), m_window);
    m_form->setAttribute(Qt::WA_DeleteOnClose);
    auto* line = addSecretField(m_form, kPassphrase, tr("&Passphrase"));
    connect(m_form, &FormDialog::submitted, this, [this, line] {
        if (line->text().isEmpty())
            return m_form->showError(kPassphrase, tr("Type the passphrase."));
        const auto typed = line->text().toStdString();
        m_form->accept();
        seal(typed, false);
    });
    m_form->open();
    if (why != nullptr)
        m_form->showError(kPassphrase, errorWords(*why).happened);
}

void SealDesk::seal(const std::optional<std::string>& passphrase, bool mayMakeKey) {
    m_mayMakeKey = mayMakeKey;
    IntegrityOrder order{IntegrityOrder::Kind::Seal, m_place, mayMakeKey};
    if (passphrase)
        order.place.passphrase = [passphrase](bool) { return passphrase; };
    emit sealWanted(order);
}

} // namespace muniment
