// Takes a page's list from the question how to export it to the message where the file is.
#pragma once

#include "models/items/export_job.h"
#include "ui/export/export_offer.h"
#include "ui/shell/message_bar.h"

#include <QObject>
#include <QPointer>

namespace muniment {

class ExportDialog;
class ExportStrip;

/// One export at a time: it is given one of the workspace's few query threads.
class ExportDesk : public QObject {
    Q_OBJECT
public:
    /// `workspace`, `strip` and `window` outlive the desk.
    ExportDesk(Workspace& workspace, ExportStrip* strip, QWidget* window, QObject* parent);

    void open(const ExportOffer& offer);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

    /// The file it writes; only while it runs.
    [[nodiscard]] QString path() const;

    /// How exports are carried out from now on; runExport() unless a test says otherwise.
    void setRun(ExportRun run) { m_run = std::move(run); }

signals:
    void said(const muniment::Message& message);
    void runningChanged();

private:
    void start();
    /// The dialog is open: it is the place for what goes wrong.
    [[nodiscard]] bool isAsking() const;
    void takeFinished(qint64 records);
    void takeFailed(const Error& error);
    void endJob();

    Workspace& m_workspace;
    ExportStrip* m_strip;
    QWidget* m_window;
    QPointer<ExportDialog> m_dialog;
    ExportJob* m_job = nullptr;
    ExportRun m_run = &runExport;
};

} // namespace muniment
