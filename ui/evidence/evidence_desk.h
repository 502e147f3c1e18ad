// Takes the timeline from the question what is to be handed over to the message which key to tell its reader.
#pragma once

#include "models/items/evidence_job.h"
#include "ui/export/export_offer.h"
#include "ui/forms/form_dialog.h"
#include "ui/integrity/seal_desk.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/unfinished_work.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace muniment {

class ExportStrip;
class PathField;

/// One bundle at a time.
class EvidenceDesk : public QObject {
    Q_OBJECT
public:
    /// `workspace`, `strip` and `window` outlive the desk.
    EvidenceDesk(const Workspace& workspace, ExportStrip* strip, QWidget* window, QObject* parent);

    /// Of events: what the timeline shows now.
    void open(const ExportOffer& offer);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

    [[nodiscard]] std::optional<UnfinishedWork> unfinished() const;

    /// Asks for the key that signs it.
    [[nodiscard]] SealDesk* signing() const { return m_signing; }

    [[nodiscard]] FormDialog* dialog() const { return m_dialog; }

signals:
    void said(const muniment::Message& message);
    void runningChanged();

private:
    void takeSubmitted();
    void begin(const IntegrityOrder& key);
    void takeFinished(const EvidenceOutcome& outcome);
    void takeFailed(const Error& error);
    void endJob();

    const Workspace& m_workspace;
    ExportStrip* m_strip;
    QWidget* m_window;
    SealDesk* m_signing;
    QPointer<FormDialog> m_dialog;
    QPointer<PathField> m_path;
    TimelineQuestion m_question;
    std::filesystem::path m_target;
    EvidenceJob* m_job = nullptr;
};

} // namespace muniment
