// Takes a person from "Seal Now" or "Export Evidence" to a key that signs: finds this workstation's key, asks before
// one is made, asks for its passphrase where there is no keychain.
#pragma once

#include "models/items/integrity_job.h"
#include "ui/forms/form_dialog.h"

#include <QObject>
#include <QPointer>

namespace muniment {

class SealDesk : public QObject {
    Q_OBJECT
public:
    /// What is signed.
    enum class Purpose { Seal, Evidence };

    /// `window` outlives the desk.
    SealDesk(const Workspace& workspace, Purpose purpose, QWidget* window, QObject* parent);

    /// Ends with sealWanted(), whose place and right to make a key are what matters for evidence, or with nothing when
    /// the person does not want it after all.
    void begin();
    /// The sealing that was wanted did not come to its key.
    void takeRefused(const Error& error);
    /// Whether the error says that it did not, so that takeRefused() can ask again.
    [[nodiscard]] static bool isOfPassphrase(const Error& error);

    /// Where keys are from now on; in the keychain or the program's folder unless a test says otherwise.
    void setPlace(WorkstationKeyPlace place) { m_place = std::move(place); }

signals:
    void sealWanted(const muniment::IntegrityOrder& order);
    void failed(const muniment::Error& error);

private:
    void askForKey(const Error* why);
    void askForPassphrase(const Error* why);
    void seal(const std::optional<std::string>& passphrase, bool mayMakeKey);

    const Workspace& m_workspace;
    Purpose m_purpose;
    QWidget* m_window;
    WorkstationKeyPlace m_place;
    QPointer<FormDialog> m_form;
    QPointer<IntegrityJob> m_search;
    bool m_mayMakeKey = false; ///< what was wanted last
};

} // namespace muniment
