// The form that replaces keys of a machine: the new pair is made while it is filled in.
#include "models/base/uuid.h"
#include "models/changes/guided_plans.h"
#include "models/credentials/machine_key.h"
#include "models/items/plain_text.h"
#include "models/items/workspace_queries.h"
#include "ui/forms/credential_forms.h"
#include "ui/forms/time_field.h"
#include "ui/forms/user_forms.h"
#include "ui/plans/previewed_form.h"
#include "ui/plans/user_plans.h"
#include "ui/start/background.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QPointer>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RotateKeyForm)
};

const QString kName = QStringLiteral("name");
const QString kExpiration = QStringLiteral("expiration");
const QString kAlgorithm = QStringLiteral("algorithm");
const QString kOldKey = QStringLiteral("oldKey");

/// The pair that the form is about to write the public half of.
struct NewKey {
    std::string id = randomUuid().text();
    std::string algorithm; ///< of the pair; empty: there is none yet
    std::string publicKey;
    std::string fingerprint;
    Secret privateKey;
};

using MadeKey = std::shared_ptr<Result<GeneratedKey>>;

/// Makes the pair anew for another algorithm, and tells the form when it is there.
void makeKey(FormDialog& form, const std::shared_ptr<NewKey>& key) {
    const std::string algorithm = form.value(kAlgorithm);
    key->algorithm.clear();
    runInBackground<MadeKey>(
        &form,
        [algorithm] {
            return std::make_shared<Result<GeneratedKey>>(
                generateMachineKey(algorithm == "rsa" ? KeyAlgorithm::Rsa2048 : KeyAlgorithm::Ed25519));
        },
        [open = &form, key, algorithm](const MadeKey& made) {
            if (algorithm != open->value(kAlgorithm))
                return; // another one was chosen meanwhile
            if (!*made)
                return open->showFailure(made->error());
            key->algorithm = algorithm;
            key->publicKey = (*made)->publicKey;
            key->fingerprint = (*made)->fingerprint;
            key->privateKey = std::move((*made)->privateKey);
            emit open->edited(kName);
        });
}

QString keyWords(const CredentialRow& key) {
    const QString fingerprint = shortId(key.credential.fingerprint);
    return key.credential.name.empty() ? fingerprint
                                       : QStringLiteral("%1 · %2").arg(plainText(key.credential.name), fingerprint);
}

/// The keys that are there join the choice of what goes.
void listKeys(CommandDesk& desk, const UserRow& machine, FormDialog& form) {
    CredentialQuery query;
    query.tenant = machine.tenant;
    query.user = machine.id;
    askCredentials(desk.workspace())(&form, {query, false}, [open = &form](const auto& page) {
        auto* box = qobject_cast<QComboBox*>(open->editor(kOldKey));
        if (!page || box == nullptr)
            return;
        for (const CredentialRow& row : page->rows)
            if (row.key.kind == CredentialKind::Key)
                box->addItem(keyWords(row), QString::fromStdString(row.key.id));
    });
}

void addFields(FormDialog& form) {
    form.addField({kOldKey, Words::tr("Take away"), {}, {}, {{QString(), Words::tr("Every key there is")}}});
    form.addField(textField(kName, Words::tr("&Name of the new key"), {}, Words::tr("Where it is used")));
    form.addField(textField(kExpiration, Words::tr("&Until (empty: for good)"), {}, timeHint()));
    form.addField({kAlgorithm, Words::tr("&Kind"), {}, {}, keyAlgorithms()});
}

/// Absent: the pair is not there yet, or the time is none.
std::optional<AddMachineKey> additionIn(const FormDialog& filled, const NewKey& key) {
    const auto expiration = timeTyped(filled, kExpiration);
    if (key.algorithm.empty() || !expiration)
        return std::nullopt;
    return AddMachineKey{key.id, filled.value(kName), key.publicKey, key.fingerprint, *expiration};
}

} // namespace

FormDialog* openRotateKey(CommandDesk& desk, const UserRow& machine, QWidget* parent) {
    const QString name = isolated(nameOf(machine));
    auto key = std::make_shared<NewKey>();
    PreviewedForm form{.title = Words::tr("Rotate the Key of %1").arg(name),
                       .intro = Words::tr("The new key works as soon as the old one does not: both are one change."),
                       .verb = Words::tr("&Rotate"),
                       .wish = {},
                       .done = {}};
    form.prepare = [key, &desk, machine](FormDialog& dialog) {
        addFields(dialog);
        listKeys(desk, machine, dialog);
        QObject::connect(&dialog, &FormDialog::edited, &dialog, [key, open = &dialog](const QString& field) {
            if (field == kAlgorithm)
                makeKey(*open, key);
        });
        makeKey(dialog, key);
    };
    form.wish = [key, machine](const FormDialog& filled) -> std::optional<PutTogether> {
        const auto addition = additionIn(filled, *key);
        if (!addition)
            return std::nullopt;
        const std::string old = filled.value(kOldKey);
        return [machine, addition = *addition, old](Snapshot& snapshot) {
            return rotateKey(snapshot, machine, addition, old.empty() ? std::nullopt : std::optional(old), {})
                .map([](CommandRequest request) { return std::vector{std::move(request)}; });
        };
    };
    form.lacking = Words::tr("The key is being made, or the time is none.");
    form.done = [name](const FormDialog&) { return Words::tr("%1 has a new key.").arg(name); };
    const auto show = [key, machine, window = QPointer(parent)] {
        return showingKey(machine, std::make_shared<Secret>(std::move(key->privateKey)), window);
    };
    form.outcome.written = [show](const CommandResult& result) { show().written(result); };
    form.outcome.staged = [show] { show().staged(); };
    return openPreviewedForm(desk, form, parent);
}

} // namespace muniment
