// Marks accounts as compromised in the workspace file and takes the marks away again, a step at a time that can be
// undone. What is marked is read from the workspace.
#pragma once

#include "models/workspace/workspace.h"
#include "ui/shell/undo_desk.h"

#include <QObject>

namespace muniment {

[[nodiscard]] std::optional<CompromiseMark> compromiseOf(const Workspace& workspace, const TenantId& tenant,
                                                         const AggregateId& user);

class CompromiseDesk : public QObject {
    Q_OBJECT
public:
    CompromiseDesk(Workspace& workspace, UndoDesk& undo, QObject* parent);

    /// Instead of the one that the account has.
    void mark(const CompromiseMark& mark);
    void forget(const CompromiseMark& mark);

signals:
    /// It is in the file. Absent mark: the account is not marked any more.
    void changed(const muniment::TenantId& tenant, const muniment::AggregateId& user);
    void failed(const muniment::Error& error);

private:
    using Mark = std::optional<CompromiseMark>;

    [[nodiscard]] UndoDesk::Write writing(const TenantId& tenant, const AggregateId& user, const Mark& mark);

    Workspace& m_workspace;
    UndoDesk& m_undo;
};

} // namespace muniment
