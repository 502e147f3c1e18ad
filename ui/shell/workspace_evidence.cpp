// What the window has to do with evidence: the line about an opened bundle.
#include "ui/evidence/evidence_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"

#include <QFileInfo>

namespace muniment {

void WorkspaceView::setEvidence(std::shared_ptr<const OpenedBundle> evidence) {
    const QFileInfo bundle(QString::fromStdString(evidence->bundle().string()));
    m_strip->setWorkspaceName(bundle.fileName(), bundle.absoluteFilePath());
    m_evidence->setEvidence(std::move(evidence));
}

} // namespace muniment
