// Asks for a reason before a secret is shown, and has it noted in the workspace file: no note, no secret.
#pragma once

#include "ui/pages/page.h"

#include <QObject>

namespace muniment {

class FormDialog;

class SecretDisclosure : public QObject {
    Q_OBJECT
public:
    /// Its dialogs belong to `owner`'s window.
    SecretDisclosure(Workspace& workspace, QWidget* owner);

    /// `secrets` of the event that are masked, the wanted one first.
    void ask(EventNumber event, const std::vector<std::string>& secrets);

signals:
    /// The note is in the file.
    void noted(muniment::EventNumber event, const QString& secret);
    void said(const muniment::Message& message);

private:
    void note(FormDialog* form, EventNumber event);

    Workspace& m_workspace;
    QWidget* m_owner;
};

} // namespace muniment
