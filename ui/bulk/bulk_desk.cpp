#include "ui/bulk/bulk_desk.h"

#include "models/items/formats.h"
#include "ui/bulk/bulk_dialog.h"

namespace muniment {

static QString counted(std::size_t count) {
    return formatCount(static_cast<std::int64_t>(count));
}

BulkDesk::BulkDesk(Workspace& workspace, ActionRegistry& actions, QWidget* window, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_actions(actions),
      m_window(window) {
    connect(&workspace, &Workspace::settingsChanged, this, &BulkDesk::updateAction);
    updateAction();
}

void BulkDesk::retranslate() {
    updateAction();
}

void BulkDesk::updateAction() {
    m_actions.setObjection(ActionId::BulkChange, m_workspace.endpoints().empty()
                                                     ? tr("The workspace has no region to send anything to.")
                                                     : QString());
}

void BulkDesk::open(BulkKind kind, const std::optional<OrgRow>& in) {
    if (!m_dialog) {
        const bool isOffered = in && in->lifecycle == OrgLifecycle::Active;
        m_dialog = new BulkDialog(m_workspace, kind, isOffered ? std::optional(optionOf(*in)) : std::nullopt, m_window);
        connect(m_dialog, &BulkDialog::timelineWanted, this, &BulkDesk::timelineWanted);
        const auto& sending = m_dialog->job().sending();
        connect(&sending, &BulkSending::begun, this, &BulkDesk::runningChanged);
        connect(&sending, &BulkSending::ended, this, &BulkDesk::runningChanged);
        connect(&sending, &BulkSending::ended, this, &BulkDesk::sayEnded);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

BulkDialog* BulkDesk::dialog() const {
    return m_dialog;
}

std::optional<UnfinishedWork> BulkDesk::unfinished() const {
    if (!m_dialog || !m_dialog->job().sending().isRunning())
        return std::nullopt;
    const auto& status = m_dialog->job().sending().status();
    return UnfinishedWork{
        tr("A bulk change is being sent: %1 of %2 rows are written.").arg(counted(status.done), counted(status.all)),
        tr("What is on its way is answered or not; the timeline shows it. The rest is not sent.")};
}

void BulkDesk::sayEnded() {
    const auto& status = m_dialog->job().sending().status();
    const std::size_t unwritten = status.failed + status.waiting();
    QString text = tr("Bulk change: %1 rows were written.").arg(counted(status.done));
    if (unwritten > 0)
        text += QLatin1Char(' ') + tr("%1 were not: its window says why.").arg(counted(unwritten));
    emit said({unwritten > 0 ? Message::Kind::Failed : Message::Kind::Finished, text, tr("Show"), [this] {
                   if (m_dialog)
                       open({}, {});
               }});
}

} // namespace muniment
