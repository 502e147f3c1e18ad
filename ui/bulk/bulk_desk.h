// Opens the window of a bulk change, one at a time, and says what came of it.
#pragma once

#include "models/bulk/bulk_mapping.h"
#include "models/directory/organizations.h"
#include "models/timeline/filter/filter.h"
#include "models/workspace/workspace.h"
#include "ui/actions/action_registry.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/unfinished_work.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace muniment {

class BulkDialog;

class BulkDesk : public QObject {
    Q_OBJECT
public:
    /// `workspace`, `actions` and `window` outlive the desk.
    BulkDesk(Workspace& workspace, ActionRegistry& actions, QWidget* window, QObject* parent);

    /// The window that is open already, or a new one: `kind` is meant where a table does not say what it holds, and
    /// `in` is offered as the organization.
    void open(BulkKind kind, const std::optional<OrgRow>& in);
    /// What leaving the workspace would cut short.
    [[nodiscard]] std::optional<UnfinishedWork> unfinished() const;
    void retranslate();

    /// nullptr while none is open.
    [[nodiscard]] BulkDialog* dialog() const;

signals:
    void said(const muniment::Message& message);
    void runningChanged();
    void timelineWanted(const muniment::FilterNode& filter);

private:
    void updateAction();
    void sayEnded();

    Workspace& m_workspace;
    ActionRegistry& m_actions;
    QWidget* m_window;
    QPointer<BulkDialog> m_dialog;
};

} // namespace muniment
