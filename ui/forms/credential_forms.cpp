#include "ui/forms/credential_forms.h"

#include "models/base/clock.h"
#include "models/base/uuid.h"
#include "models/credentials/machine_key.h"
#include "models/credentials/token.h"
#include "models/items/access_words.h"
#include "models/items/plain_text.h"
#include "ui/forms/secret_dialog.h"
#include "ui/forms/time_field.h"
#include "ui/forms/user_forms.h"
#include "ui/start/background.h"

#include <QCoreApplication>
#include <QPointer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CredentialForms)
};

const QString kName = QStringLiteral("name");
const QString kScopes = QStringLiteral("scopes");
const QString kExpiration = QStringLiteral("expiration");
const QString kAlgorithm = QStringLiteral("algorithm");

std::vector<FormField> nameAndEnd(const QString& hint) {
    return {textField(kName, Words::tr("&Name"), {}, hint),
            textField(kExpiration, Words::tr("&Until (empty: for good)"), {}, timeHint())};
}

std::vector<std::string> scopesIn(const FormDialog& form) {
    std::vector<std::string> scopes;
    const auto words = QString::fromStdString(form.value(kScopes));
    for (const auto& scope : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        scopes.push_back(scope.toStdString());
    return scopes;
}

void sendToken(CommandDesk& desk, const UserRow& user, FormDialog& form, QWidget* parent) {
    const auto expiration = timeIn(form, kExpiration);
    if (!expiration)
        return;
    auto token = generateToken();
    if (!token)
        return form.showFailure(token.error());
    const QString name = isolated(nameOf(user));
    Order order{requestFor(desk.workspace(), user), Words::tr("%1 has a new access token.").arg(name), {}};
    order.request.command = CredentialCommand(
        AddToken{randomUuid().text(), form.value(kName), token->hash, token->fingerprint, *expiration, scopesIn(form)});
    sendFromForm(desk, &form, order,
                 showingSecret(Words::tr("Access Token"), Words::tr("The access token of %1:").arg(name),
                               std::make_shared<Secret>(std::move(token->secret)), parent));
}

void sendKey(CommandDesk& desk, const UserRow& user, FormDialog& form, GeneratedKey key,
             const std::optional<Instant>& expiration, QWidget* parent) {
    const QString name = isolated(nameOf(user));
    Order order{requestFor(desk.workspace(), user), Words::tr("%1 has a new key.").arg(name), {}};
    order.request.command = CredentialCommand(
        AddMachineKey{randomUuid().text(), form.value(kName), key.publicKey, key.fingerprint, expiration});
    sendFromForm(desk, &form, order, showingKey(user, std::make_shared<Secret>(std::move(key.privateKey)), parent));
}

} // namespace

FormOutcome showingSecret(const QString& title, const QString& words, std::shared_ptr<Secret> secret, QWidget* parent) {
    const auto show = [title, secret = std::move(secret), window = QPointer(parent)](const QString& told) {
        if (window)
            (new SecretDialog(title, told, std::move(*secret), window))->open();
    };
    const QString later = Words::tr("It works from when the staged change is sent.");
    return {[show, words](const CommandResult&) { show(words); },
            [show, words, later] { show(words + QLatin1Char(' ') + later); }};
}

FormOutcome showingKey(const UserRow& machine, std::shared_ptr<Secret> privateKey, QWidget* parent) {
    return showingSecret(Words::tr("Private Key"),
                         Words::tr("The private half of the new key of %1:").arg(isolated(nameOf(machine))),
                         std::move(privateKey), parent);
}

std::vector<std::pair<QString, QString>> keyAlgorithms() {
    return {{QStringLiteral("ed25519"), QStringLiteral("Ed25519")},
            {QStringLiteral("rsa"), Words::tr("RSA, 2,048 bits, for older services")}};
}

FormDialog* openAddToken(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    CommandForm form{Words::tr("Add Access Token"),
                     nameOf(user),
                     Words::tr("&Make Token"),
                     nameAndEnd(Words::tr("What it is for")),
                     {}};
    form.fields.push_back(textField(kScopes, Words::tr("&Scopes (optional)"), {}, QStringLiteral("openid profile")));
    form.submit = [&desk, user, window = QPointer(parent)](FormDialog& filled) {
        sendToken(desk, user, filled, window);
    };
    return openCommandForm(desk, form, parent);
}

FormDialog* openAddKey(CommandDesk& desk, const UserRow& user, QWidget* parent) {
    CommandForm form{
        Words::tr("Add Key"), nameOf(user), Words::tr("&Make Key"), nameAndEnd(Words::tr("Where it is used")), {}};
    form.fields.push_back({kAlgorithm, Words::tr("&Kind"), {}, {}, keyAlgorithms()});
    form.submit = [&desk, user, window = QPointer(parent)](FormDialog& filled) {
        const auto expiration = timeIn(filled, kExpiration);
        if (!expiration)
            return;
        const auto algorithm = filled.value(kAlgorithm) == "rsa" ? KeyAlgorithm::Rsa2048 : KeyAlgorithm::Ed25519;
        filled.setWaiting(true);
        using Key = std::shared_ptr<Result<GeneratedKey>>;
        runInBackground<Key>(
            &filled, [algorithm] { return std::make_shared<Result<GeneratedKey>>(generateMachineKey(algorithm)); },
            [&desk, user, window, open = &filled, expiration](const Key& key) {
                open->setWaiting(false);
                if (!*key)
                    return open->showFailure(key->error());
                sendKey(desk, user, *open, std::move(**key), *expiration, window);
            });
    };
    return openCommandForm(desk, form, parent);
}

Order credentialRemoval(const Workspace& workspace, const UserRow& user, const CredentialRow& credential) {
    const auto& name = credential.credential.name;
    const QString kind = credentialKindText(credential.key.kind);
    const QString what = name.empty() ? kind : QStringLiteral("%1 %2").arg(kind, isolated(plainText(name)));
    Order order{requestFor(workspace, user), Words::tr("%1 of %2 was removed.").arg(what, isolated(nameOf(user))), {}};
    order.request.command = CredentialCommand(RemoveCredential{credential.key});
    return order;
}

} // namespace muniment
