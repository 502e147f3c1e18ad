// What the window has to do with evidence: the line about an opened bundle, and the way from the timeline to one.
#include "ui/evidence/evidence_desk.h"
#include "ui/evidence/evidence_line.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"

#include <QFileInfo>

namespace muniment {

void WorkspaceView::setEvidence(std::shared_ptr<const OpenedBundle> evidence) {
    const QFileInfo bundle(QString::fromStdString(evidence->bundle().string()));
    m_strip->setWorkspaceName(bundle.fileName(), bundle.absoluteFilePath());
    m_evidence->setEvidence(std::move(evidence));
    m_actions.setObjection(ActionId::ExportEvidence,
                           tr("What is open is evidence already: hand over the bundle as it is."));
}

void WorkspaceView::connectEvidence() {
    m_actions.setObjection(ActionId::ExportEvidence, {}); // that of a bundle that was open before
    connect(m_actions.action(ActionId::ExportEvidence), &QAction::triggered, this, &WorkspaceView::exportEvidence);
    connect(m_evidenceDesk, &EvidenceDesk::said, m_messages, &MessageBar::say);
    connect(m_evidenceDesk, &EvidenceDesk::runningChanged, this, &WorkspaceView::unfinishedChanged);
}

void WorkspaceView::exportEvidence() {
    // What goes in is to be seen.
    goTo(Page::Timeline);
    if (const auto offer = m_timeline->exportOffer())
        m_evidenceDesk->open(*offer);
}

} // namespace muniment
